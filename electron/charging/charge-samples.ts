import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { ChargeSample } from '../../shared/domain/session/charge.ts';
import { sessionEnergyWh } from './energy-counter.ts';
import type { ChargeMemory } from './memory.ts';

/** Readings further apart than this leave a gap in the picture: anything may have happened in it. */
export const gapMs = 15 * 60_000;
const mostSamples = 720;

/**
 * Whether nobody knows what was between two looks, for card and history alike. A look that failed
 * between them matters as little as one that was not due; what a clock that was set back skipped
 * nobody knows. Epoch ms.
 */
export function leavesGap(before: number, at: number): boolean {
  return at - before > gapMs || at < before;
}

/** Adds what a reading saw to the picture of a charge, with the charge's own energy. */
export function withSample(charge: ChargeMemory, seen: Observation, at: number): ChargeMemory {
  const last = charge.samples.at(-1);
  const energyWh = seen.energyWh === undefined ? undefined : sessionEnergyWh(charge);
  const sample: ChargeSample = {
    at,
    ...(seen.powerW === undefined ? {} : { powerW: seen.powerW }),
    ...(energyWh === undefined ? {} : { energyWh }),
    ...(seen.limitA === undefined ? {} : { limitA: seen.limitA }),
    ...(last && leavesGap(last.at, at) ? { gap: true as const } : {}),
  };
  return { ...charge, samples: thinned([...charge.samples, sample]) };
}

/** Keeps the picture small on long charges: every second point of the older half goes. */
function thinned(samples: readonly ChargeSample[]): ChargeSample[] {
  if (samples.length <= mostSamples) return [...samples];
  const half = Math.floor(samples.length / 2);
  const older = samples.slice(0, half).filter((sample, index) => sample.gap || index % 2 === 0);
  return [...older, ...samples.slice(half)];
}
