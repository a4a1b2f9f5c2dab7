import { setImmediate } from 'node:timers/promises';
import { isEmptySession } from '../../../shared/domain/session/empty-session.ts';
import type {
  HistoryCharger,
  HistoryQuery,
  Session,
  SessionCost,
} from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { restorableMs } from '../../../shared/domain/session/session-change.ts';
import type { KeptItem } from '../backup/backup.ts';
import { wholeParts } from '../backup/whole.ts';
import { wipeDeleted } from '../edits/edit-writes.ts';
import type { Edits } from '../edits/edits.ts';
import type { MergedSession } from '../merge/merged-session.ts';
import type { SlotDay, SlotQuery } from '../slots/slot-day.ts';
import { readSlots } from '../slots/slot-rows.ts';
import { HistoryDatabase, type HistoryParts } from './database.ts';
import type {
  CloudMonth,
  History,
  NewSession,
  Page,
  Retention,
  SampleQuery,
  SumsAsked,
  SureReads,
} from './history.ts';
import { readCounted } from './read-counted.ts';
import {
  readChargers,
  readCloudMonths,
  readDeleted,
  readDetail,
  readKnownSession,
  readKnownSessions,
  readPrices,
  readSeenSession,
  readSessions,
  readSessionsAfter,
  readsBy,
} from './reads.ts';
import { dropSamples, dropSessions, latestSample } from './retention.ts';
import { revisions } from './revisions.ts';
import { readSamples } from './sample-rows.ts';
import { type Counted, totalsOf } from './sums.ts';

const twoYearsMs = 2 * 365 * 24 * 3_600_000;
const sessionsInChunk = 500;
const samplesInChunk = 5000;

/** The history in a file, which is opened with its first use. */
export function openHistory(parts: HistoryParts): History {
  return new FileHistory(parts);
}

class FileHistory implements History {
  readonly #disk: HistoryDatabase;
  readonly #now: () => number;
  /** What each charger was last said to be, in the file of that opening. */
  readonly #known = new Map<string, string>();
  readonly sure: SureReads;
  readonly revise: History['revise'];

  constructor(parts: HistoryParts) {
    this.#disk = new HistoryDatabase(parts);
    this.sure = readsBy((work) => this.#disk.readWhole(work));
    const settled = readsBy((work) =>
      this.#disk.readWhole((open) => {
        if (this.#disk.isBehind) throw new Error('The history waits to be written');
        return work(open);
      }),
    );
    this.revise = revisions(settled);
    this.#now = () => parts.clock.now();
  }

  know(charger: HistoryCharger): void {
    const said = JSON.stringify([this.#disk.openings, charger]);
    if (this.#known.get(charger.key) === said) return;
    this.#known.set(charger.key, said);
    this.#disk.add({ kind: 'charger', charger });
  }

  record(charger: string, sample: Sample): void {
    this.#disk.add({ kind: 'sample', charger, sample });
  }

  saveSession(charger: string, session: NewSession): void {
    this.#disk.add({ kind: 'session', charger, session });
  }

  dropSession(charger: string, startedAt: number): void {
    this.#disk.add({ kind: 'dropSession', charger, startedAt });
  }

  endOthers(charger: string, startedAt: number | undefined): void {
    this.#disk.add({ kind: 'endOthers', charger, startedAt });
  }

  saveMerged(charger: string, merged: MergedSession): void {
    this.#disk.add({ kind: 'merged', charger, merged });
  }

  setCost(session: number, cost: SessionCost | undefined, of?: 'corrected'): void {
    this.#disk.add({ kind: 'cost', session, cost, of });
  }

  saveEdits(session: number, edits: Edits): void {
    this.#disk.add({ kind: 'edits', session, edits });
  }

  setPrices(charger: string, entries: readonly PriceEntry[]): void {
    this.#disk.add({ kind: 'prices', charger, entries });
  }

  setCloudMonth(charger: string, month: CloudMonth): void {
    this.#disk.add({ kind: 'cloudMonth', charger, month });
  }

  keepSlots(day: SlotDay, how?: 'restored'): void {
    this.#disk.add({ kind: 'slots', day, how });
  }

  flush() {
    return this.#disk.flush();
  }

  chargers() {
    return this.#disk.read(readChargers, []);
  }

  sessions(query: HistoryQuery, page?: Page) {
    return this.#disk.read((open) => readSessions(open, query, page), []);
  }

  deletedSessions(since: number) {
    return this.#disk.read((open) => readDeleted(open, since), []);
  }

  session(id: number) {
    return this.#disk.read((open) => readDetail(open, id), undefined);
  }

  samples(query: SampleQuery) {
    return this.#disk.read((open) => readSamples(open, query), []);
  }

  async sums({ query, unit, zone, before }: SumsAsked) {
    const { energyOnly, ...all } = query;
    const countedOf = (range: HistoryQuery) =>
      this.#disk.read((open) => readCounted(open, range), []);
    const [found, earlier] = await Promise.all([
      countedOf(all),
      before && countedOf({ ...all, ...before }),
    ]);
    const wanted = (sessions: readonly Counted[]) =>
      energyOnly ? sessions.filter((one) => !isEmptySession(one)) : sessions;
    const sessions = wanted(found);
    const empty = found.filter(isEmptySession).length;
    // Calendars are large, and nobody needs them before the window asks for bars.
    const { periodsOf } = await import('./periods.ts');
    return {
      totals: totalsOf(sessions),
      periods: periodsOf(sessions, { query, unit, zone }),
      ...(empty > 0 ? { empty } : {}),
      ...(earlier && { before: totalsOf(wanted(earlier)) }),
    };
  }

  prices(charger: string) {
    return this.#disk.read((open) => readPrices(open, charger), []);
  }

  cloudMonths(charger: string) {
    return this.#disk.read((open) => readCloudMonths(open, charger), []);
  }

  slots(query: SlotQuery) {
    return this.#disk.read((open) => readSlots(open, query), []);
  }

  knownSessions(query: SampleQuery) {
    return this.#disk.read((open) => readKnownSessions(open, query), []);
  }

  knownSession(id: number) {
    return this.#disk.read((open) => readKnownSession(open, id), undefined);
  }

  seenSession(charger: string, startedAt: number) {
    return this.#disk.read((open) => readSeenSession(open, charger, startedAt), undefined);
  }

  async *sessionChunks(query: HistoryQuery): AsyncGenerator<readonly Session[]> {
    let after: Session | undefined;
    do {
      const page = { after, limit: sessionsInChunk };
      const chunk = await this.#disk.readWhole((open) => readSessionsAfter(open, query, page));
      if (chunk.length > 0) yield chunk;
      after = chunk.at(-1);
    } while (after);
  }

  async *sampleChunks(query: SampleQuery): AsyncGenerator<readonly Sample[]> {
    let from = query.from;
    let isMore = true;
    while (isMore) {
      const rest = { ...query, from };
      const chunk = await this.#disk.readWhole((open) => readSamples(open, rest, samplesInChunk));
      if (chunk.length > 0) yield chunk;
      isMore = chunk.length === samplesInChunk;
      from = (chunk.at(-1)?.at ?? from) + 1;
    }
  }

  parts<Name extends KeptItem['kind']>(...names: readonly Name[]) {
    return wholeParts((work) => this.#disk.readWhole(work), names);
  }

  async applyRetention({ samplesMs = twoYearsMs, sessionsMs }: Retention = {}) {
    const newest = await this.#disk.read(latestSample, undefined);
    // A clock that runs ahead by years must not empty the history.
    const now = Math.min(this.#now(), newest ?? 0);
    const dropped = { samples: 0, sessions: 0 };
    if (sessionsMs !== undefined) {
      dropped.sessions = await this.#disk.read((open) => dropSessions(open, now - sessionsMs), 0);
    }
    await this.#disk.read((open) => wipeDeleted(open, now - restorableMs), 0);
    let slice: number;
    do {
      slice = await this.#disk.read((open) => dropSamples(open, now - samplesMs), 0);
      dropped.samples += slice;
      await setImmediate();
    } while (slice > 0);
    return dropped;
  }

  trouble() {
    return this.#disk.trouble();
  }

  close() {
    return this.#disk.close();
  }
}
