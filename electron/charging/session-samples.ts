import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { LiveSample } from '../../shared/domain/session/live-session.ts';
import { sessionEnergyWh } from './energy-counter.ts';
import type { SessionRecord } from './record.ts';

/** Readings further apart leave a gap in the picture, unless the earlier one speaks for longer. */
const gapMs = 15 * 60_000;
const mostSamples = 720;

/** When something was read, epoch ms, and for how long that speaks for the charger. */
export interface ReadingTime {
  readonly at: number;
  readonly validForMs?: number | undefined;
}

/** So much later a reading says something of its own in any case. */
const longestRepeatMs = 10_000;

/**
 * How much later than another a reading must come to say something of its own, ms: a charger that
 * speaks ten times a second says the same thing ten times. `validForMs` is that of the reading. Pure.
 */
export function repeatMs(validForMs = 0): number {
  return Math.min(longestRepeatMs, validForMs / 10);
}

/**
 * Whether nobody knows what was between two readings, for card and history alike. A reading that failed
 * between them matters as little as one that was not due; what a clock that was set back skipped
 * nobody knows. Epoch ms.
 */
export function leavesGap(before: ReadingTime, at: number): boolean {
  return isGap(before, at) || at < before.at;
}

/** So long after a reading anything may have happened. Epoch ms. */
export function isGap({ at: before, validForMs = 0 }: ReadingTime, at: number): boolean {
  return at - before > Math.max(gapMs, validForMs);
}

/**
 * Adds what a reading saw to the picture of a charge, with the charge's own energy. `before` is the
 * reading before it. Of what is said over and over in one state, one sample is kept each `repeatMs`,
 * and the newest. The history keeps the same ones, so that a charge costs the same by both.
 */
export function withSample(
  session: SessionRecord,
  { observation, at, validForMs }: Seen,
  before: ReadingTime | undefined,
): SessionRecord {
  const { samples } = session;
  const last = samples.at(-1);
  const energyWh = observation.energyWh === undefined ? undefined : sessionEnergyWh(session);
  const sample: LiveSample = {
    at,
    ...(observation.powerW === undefined ? {} : { powerW: observation.powerW }),
    ...(energyWh === undefined ? {} : { energyWh }),
    ...(observation.limitA === undefined ? {} : { limitA: observation.limitA }),
    ...(last && leavesGap({ at: last.at, validForMs: before?.validForMs }, at) ? gap : {}),
  };
  const { isHeld: wasHeld, state: was } = session.sampled ?? {};
  const { state } = observation.status;
  const kept = wasHeld ? samples.slice(0, -1) : samples;
  const base = kept.at(-1);
  const goesOn = base !== undefined && state === was && at >= base.at && !sample.gap;
  const isHeld = goesOn && at - base.at < repeatMs(validForMs);
  return {
    ...session,
    samples: thinned([...(goesOn ? kept : samples), sample]),
    sampled: { state, ...(isHeld ? { isHeld } : {}) },
  };
}

/** The last sample stays: what comes after it comes after a pause in which nothing was read. */
export function withoutHeld(session: SessionRecord): SessionRecord {
  const { sampled } = session;
  return sampled?.isHeld ? { ...session, sampled: { state: sampled.state } } : session;
}

/** What was read, and when. Epoch ms. */
interface Seen {
  readonly observation: Observation;
  readonly at: number;
  readonly validForMs?: number | undefined;
}

const gap = { gap: true } as const;

/** Keeps the picture small on long charges: every second point of the older half goes. */
function thinned(samples: readonly LiveSample[]): LiveSample[] {
  if (samples.length <= mostSamples) return [...samples];
  const half = Math.floor(samples.length / 2);
  const older = samples.slice(0, half).filter((sample, index) => sample.gap || index % 2 === 0);
  return [...older, ...samples.slice(half)];
}
