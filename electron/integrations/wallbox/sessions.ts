import type { Failure } from '../../../shared/domain/failure.ts';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import { type Result, success } from '../../../shared/result.ts';
import type { AdapterTools } from '../adapter.ts';
import type { SessionRange } from '../connection.ts';
import type { WallboxClient } from './client.ts';
import { earliestStart, readSessionPage, type SessionPage } from './sessions-wire.ts';

/** Whose sessions, and by which means. */
export interface SessionParts {
  readonly client: WallboxClient;
  readonly tools: AdapterTools;
  readonly chargerId: string;
}

/** A thousand is what the cloud gives by itself; half of it stays far below our limit of size. */
const pageLength = 500;
/** More charges than a charger sees in a month, whatever a page says. */
const mostPages = 10;

/** The ended sessions that began in a time: a request for each month of UTC, as a rule. */
export async function pastSessions(
  parts: SessionParts,
  range: SessionRange,
  signal: AbortSignal,
): Promise<Result<readonly CloudSession[], Failure>> {
  const found = new Map<string, CloudSession>();
  let senseless = 0;
  for (const month of monthsOf(range, parts.tools.clock.now())) {
    const pages = await monthPages(parts, month, signal);
    if (!pages.ok) return pages;
    for (const page of pages.value) {
      senseless += page.senseless;
      for (const session of page.sessions) found.set(keyOf(session), session);
    }
  }
  if (senseless > 0) {
    const { log } = parts.tools;
    log.warn('Wallbox listed sessions that cannot be true', {
      senseless,
      charger: parts.chargerId,
    });
  }
  return success([...found.values()].filter((one) => isWithin(one, range)));
}

function keyOf({ listing, id }: CloudSession): string {
  return `${listing} ${id}`;
}

/** The cloud includes both ends, and may count by another moment than the start. */
function isWithin({ startedAt }: CloudSession, { from, to }: SessionRange): boolean {
  return startedAt >= from && startedAt < to;
}

async function monthPages(
  parts: SessionParts,
  month: SessionRange,
  signal: AbortSignal,
): Promise<Result<readonly SessionPage[], Failure>> {
  const pages: SessionPage[] = [];
  const observation = new Set<string>();
  let offset = 0;
  while (pages.length < mostPages) {
    const read = await onePage(parts, { ...month, offset }, signal);
    if (!read.ok) return read;
    const page = read.value;
    // A cloud that does not know `offset` says the same page again and again.
    const isNews = page.sessions.some((session) => !observation.has(keyOf(session)));
    if (pages.length > 0 && !isNews) break;
    pages.push(page);
    for (const session of page.sessions) observation.add(keyOf(session));
    offset += page.length;
    if (page.length === 0 || offset >= countOf(page)) break;
  }
  return success(pages);
}

/** Where the cloud does not say how many there are, a full page may have another behind it. */
function countOf({ count, length }: SessionPage): number {
  return count ?? (length >= pageLength ? Number.POSITIVE_INFINITY : 0);
}

function onePage(
  { client, tools, chargerId }: SessionParts,
  { from, to, offset }: SessionRange & { readonly offset: number },
  signal: AbortSignal,
): Promise<Result<SessionPage, Failure>> {
  const times = `start_date=${Math.floor(from / 1000)}&end_date=${Math.ceil(to / 1000)}`;
  return client.read({
    template: `/v4/sessions/stats?charger={id}&${times}&limit=${pageLength}&offset=${offset}`,
    chargerId,
    signal,
    turn: 'history',
    understand: (body) => readSessionPage(body, { chargerId, now: tools.clock.now() }),
  });
}

const dayMs = 24 * 60 * 60_000;

/** A time cut at the firsts of months: no month before there were chargers, none that is to come. */
function monthsOf(range: SessionRange, now: number): readonly SessionRange[] {
  const to = Math.min(range.to, now + dayMs);
  const months: SessionRange[] = [];
  let begins = Math.max(range.from, earliestStart);
  while (begins < to) {
    const day = new Date(begins);
    const ends = Math.min(to, Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1));
    months.push({ from: begins, to: ends });
    begins = ends;
  }
  return months;
}
