import type { Observation } from '../charger/observation.ts';
import type { LiveSession } from './live-session.ts';
import type { LiveSample } from './sample.ts';

/** A battery that is nearly full takes less and less. So far below the most it has, the tail began. */
const tailBelow = 0.92;
/** Only a tail that is well under way tells where it leads. */
const shownBelow = 0.75;
/** Of the most it took: where cars stop taking power. */
const endsAt = 0.1;
const leastSamples = 4;
const leastTailMs = 6 * 60_000;
const longestAheadMs = 2 * 3_600_000;
/** How much of what the power does a line must tell: 1 is all of it. */
const leastFit = 0.85;
/** How far two answers, with and without the newest sample, may differ. */
const agreementMs = 10 * 60_000;

/**
 * When a session will be done, epoch ms, as far as that can be known from the tail of its power:
 * undefined as long as the power is level, jumps, or two samples in a row do not agree. Never a
 * guess from the size of somebody's battery, which nobody here knows. Pure.
 */
export function expectedEnd(
  { status }: Pick<Observation, 'status'>,
  session: Pick<LiveSession, 'samples' | 'endedAt'>,
): number | undefined {
  if (status.state !== 'charging' || session.endedAt !== undefined) return undefined;
  const powers = lastStretch(session.samples);
  const one = endOfTail(powers);
  const before = endOfTail(powers.slice(0, -1));
  if (one === undefined || before === undefined) return undefined;
  return Math.abs(one - before) <= agreementMs ? one : undefined;
}

interface Power {
  readonly at: number;
  readonly powerW: number;
}

/** The samples since the last gap: what was before may have been another battery. */
function lastStretch(samples: readonly LiveSample[]): readonly Power[] {
  const start = samples.findLastIndex(({ gap }) => gap === true);
  return samples
    .slice(Math.max(0, start))
    .flatMap(({ at, powerW }) => (powerW === undefined || powerW <= 0 ? [] : [{ at, powerW }]));
}

function endOfTail(powers: readonly Power[]): number | undefined {
  const most = powers.reduce((highest, { powerW }) => Math.max(highest, powerW), 0);
  const full = powers.findLastIndex(({ powerW }) => powerW >= tailBelow * most);
  const tail = powers.slice(full);
  const [first, last] = [tail[0], tail.at(-1)];
  if (!first || !last || tail.length < leastSamples) return undefined;
  if (last.at - first.at < leastTailMs || last.powerW > shownBelow * most) return undefined;
  const falls = tail.every(({ powerW }, index) => powerW <= (tail[index - 1]?.powerW ?? most));
  const rate = falls ? decayOf(tail) : undefined;
  if (rate === undefined) return undefined;
  const aheadMs = Math.log(last.powerW / (endsAt * most)) / rate;
  return aheadMs >= 0 && aheadMs <= longestAheadMs ? last.at + aheadMs : undefined;
}

/** By how much the logarithm of the power falls in a millisecond: the line of least squares. */
function decayOf(tail: readonly Power[]): number | undefined {
  const start = tail[0]?.at ?? 0;
  const points = tail.map(({ at, powerW }) => ({ x: at - start, y: Math.log(powerW) }));
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const covariance = mean(points.map(({ x, y }) => (x - meanX) * (y - meanY)));
  const variance = mean(points.map(({ x }) => (x - meanX) ** 2));
  const spread = mean(points.map(({ y }) => (y - meanY) ** 2));
  // A step down to another level falls too, but along no line.
  const isLine = covariance ** 2 >= leastFit * variance * spread;
  return variance > 0 && covariance < 0 && isLine ? -covariance / variance : undefined;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
