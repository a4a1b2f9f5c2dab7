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
