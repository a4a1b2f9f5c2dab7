import type { Session, SessionSource } from '../../../shared/domain/session/history.ts';

/** How the list of charges is narrowed down. */
export interface Narrowing {
  readonly search: string;
  readonly source: SessionSource | undefined;
  /** What a charge can be found by: its charger's name and its day, in words. */
  readonly wordsOf: (session: Session) => string;
}

/** The charges that fit: every word that was typed is in their words, in any order. */
export function narrowed(
  sessions: readonly Session[],
  { search, source, wordsOf }: Narrowing,
): readonly Session[] {
  const typed = plain(search).split(/\s+/).filter(Boolean);
  if (typed.length === 0 && source === undefined) return sessions;
  return sessions.filter((session) => {
    if (source !== undefined && session.source !== source) return false;
    if (typed.length === 0) return true;
    const words = plain(wordsOf(session)).split(/[\s,]+/);
    return typed.every((part) => words.some((word) => fits(word, part)));
  });
}

/** Numbers fit whole, so that the 1st does not find the 17th; words from their beginning. */
function fits(word: string, typed: string): boolean {
  return /^\d+$/.test(typed) ? word === typed : word.startsWith(typed);
}

/** Without accents and capitals, as people type when they look for something. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Sessions of one day that stand together. */
export interface DayGroup {
  readonly sessions: readonly Session[];
  /** The day has begun in the group before, which was full. */
  readonly isContinued: boolean;
}

/** Rows that are laid out, or left out, together: they need not be few, but not thousands. */
const chunkSize = 50;

/**
 * Sessions in their order, by day; a day of very many in several groups. `dayOf` gives the same for
 * all moments of a day, and no day twice.
 */
export function daysOf(
  sessions: readonly Session[],
  dayOf: (at: number) => string,
): readonly DayGroup[] {
  const groups: { readonly sessions: Session[]; readonly isContinued: boolean }[] = [];
  let current: string | undefined;
  for (const session of sessions) {
    const last = groups.at(-1);
    const day = dayOf(session.startedAt);
    const isSame = day === current;
    if (last && isSame && last.sessions.length < chunkSize) last.sessions.push(session);
    else groups.push({ sessions: [session], isContinued: isSame });
    current = day;
  }
  return groups;
}

/** Days together, as many as make about fifty rows. */
export function chunksOf(days: readonly DayGroup[]): readonly (readonly DayGroup[])[] {
  const chunks: DayGroup[][] = [];
  let rows = chunkSize;
  for (const day of days) {
    if (rows >= chunkSize) {
      chunks.push([]);
      rows = 0;
    }
    chunks.at(-1)?.push(day);
    rows += day.sessions.length;
  }
  return chunks;
}

/** Whether two rows of days hold the very same sessions. */
export function isSameDays(one: readonly DayGroup[], other: readonly DayGroup[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ sessions, isContinued }, place) => {
      const same = other[place];
      return (
        same?.isContinued === isContinued &&
        same.sessions.length === sessions.length &&
        sessions.every((session, at) => session === same.sessions[at])
      );
    })
  );
}
