import type { Command } from '../../shared/domain/charger/command.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { repeatMs } from '../../shared/domain/session/sample-times.ts';

/**
 * A charger needs seconds to obey and reports to its cloud every half a minute: what is read sooner
 * may be of the time before.
 */
export const settleMs = 30_000;
/** The owner is not told any sooner that a command came to nothing. */
const leastMs = 120_000;
/** Readings against it that are surely younger than the command; and readings at all. */
const enoughNew = 2;
const enoughAtAll = 5;
/** Without any reading that could tell, the owner hears after this long that nobody knows. */
export const longestMs = 30 * 60_000;
/** A charger that restarts is away for a minute and a half: a later reading has missed it. */
const restartMs = 90_000;

/** What readings have said against a command that was sent. Times are monotonic ms. */
export interface Doubt {
  readonly sentAt: number;
  readonly against: number;
  readonly newAgainst: number;
  /** When the last of them was counted. */
  readonly countedAt?: number;
  /** The report of the charger that was read last: a reading that repeats it is no new word. */
  readonly reportedAt?: number | undefined;
}

export function noDoubt(sentAt: number, before: Observation | undefined): Doubt {
  return { sentAt, against: 0, newAgainst: 0, reportedAt: before?.reportedAt };
}

/** A reading that did not confirm the command. */
export interface Against {
  readonly observation: Observation;
  /** Monotonic ms. */
  readonly now: number;
  /** For how long it speaks for the charger, ms. */
  readonly validForMs?: number | undefined;
}

/** One more reading that did not confirm the command. Pure. */
export function doubtAfter(doubt: Doubt, { observation, now, validForMs }: Against): Doubt {
  const { countedAt = Number.NEGATIVE_INFINITY } = doubt;
  const { reportedAt } = observation;
  if (now - doubt.sentAt < settleMs) return { ...doubt, reportedAt };
  // Of what a charger says over and over, only now and then one counts.
  if (now - countedAt < repeatMs(validForMs)) return doubt;
  const isNew = reportedAt === undefined || reportedAt !== doubt.reportedAt;
  return {
    ...doubt,
    reportedAt,
    countedAt: now,
    against: doubt.against + 1,
    newAgainst: doubt.newAgainst + (isNew ? 1 : 0),
  };
}

/** Enough readings that could have confirmed it say something else. Pure. */
export function isContradicted(doubt: Doubt, now: number): boolean {
  if (now - doubt.sentAt < leastMs) return false;
  return doubt.newAgainst >= enoughNew || doubt.against >= enoughAtAll;
}

/** From now on no reading can tell any more whether the command came true. Pure. */
export function isMissed(command: Command, doubt: Doubt, now: number): boolean {
  return isPassing(command) && now - doubt.sentAt > restartMs;
}

/** What it brings about is over before long: a later reading says nothing of it. Pure. */
export function isPassing(command: Command): boolean {
  return command.kind === 'reboot';
}
