import type { Observation } from '../../shared/domain/charger/observation.ts';
import { type LiveSample, liveSampleOf, sampleOf } from '../../shared/domain/session/sample.ts';
import {
  goesOn,
  leavesGap,
  type ReadingTime,
  repeatMs,
} from '../../shared/domain/session/sample-times.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { sessionEnergyWh } from './energy-counter.ts';
import type { SessionRecord } from './record.ts';
import { type PlanHint, restsByPlan } from './session-begin.ts';

/** So many points a picture has at most. */
const mostSamples = 720;

/**
 * Adds what a reading saw to the picture of a charge, with the charge's own energy. `before` is the
 * reading before it. What is said over and over is thinned by the rule of `goesOn`.
 */
export function withSample(
  session: SessionRecord,
  { observation, at, validForMs, plan }: Seen,
  before: ReadingTime | undefined,
): SessionRecord {
  const { samples, sampled } = session;
  const last = samples.at(-1);
  const energyWh = observation.energyWh === undefined ? undefined : sessionEnergyWh(session);
  const isAfterGap =
    last !== undefined && leavesGap({ at: last.at, validForMs: before?.validForMs }, at);
  const sample = sampleOf(observation, {
    at,
    energyWh,
    isAfterGap,
    isByPlan: restsByPlan({ observation, plan }),
  });
  const kept = sampled?.isHeld ? samples.slice(0, -1) : samples;
  const base = kept.at(-1);
  const isMore = base && sampled && goesOn({ ...sampled, at: base.at }, sample);
  const isHeld = isMore && at - base.at < repeatMs(validForMs);
  const { state, phases, vendorCode, byPlan } = sample;
  return {
    ...session,
    samples: thinned([...(isMore ? kept : samples), liveSampleOf(sample)]),
    sampled: {
      state,
      ...omitUndefined({ phases, vendorCode, byPlan }),
      ...(isHeld ? { isHeld } : {}),
    },
  };
}

/** The last sample stays: what comes after it comes after a pause in which nothing was read. */
export function withoutHeld(session: SessionRecord): SessionRecord {
  if (!session.sampled?.isHeld) return session;
  const { isHeld: _held, ...sampled } = session.sampled;
  return { ...session, sampled };
}

/** What was read, and when. Epoch ms. */
interface Seen extends ReadingTime {
  readonly observation: Observation;
  readonly plan?: PlanHint | undefined;
}

/** Keeps the picture small on long charges: every second point of the older half goes. */
function thinned(samples: readonly LiveSample[]): LiveSample[] {
  if (samples.length <= mostSamples) return [...samples];
  const half = Math.floor(samples.length / 2);
  const older = samples.slice(0, half).filter((sample, index) => sample.gap || index % 2 === 0);
  return [...older, ...samples.slice(half)];
}
