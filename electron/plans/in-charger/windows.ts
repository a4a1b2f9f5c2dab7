import {
  type PlanLimits,
  type PlanWindows,
  planWindows,
} from '../../../shared/domain/charger/plan-windows.ts';
import type { PlanBlock } from '../../../shared/domain/price/plan.ts';

export type Block = Pick<PlanBlock, 'from' | 'until'>;

/** So many blocks may a plan have that a charger is to keep: its list takes no more of them. */
export const mostBlocksInCharger = 2;

const minuteMs = 60_000;
/** A plan that is made anew while its block runs begins with its next step. */
const stepMs = 5 * minuteMs;

/** A plan as its owner wants it in the charger. */
export interface WantedPlan {
  readonly blocks: readonly Block[];
  readonly limits: PlanLimits;
  readonly zone: string;
}

/** What is left of the blocks, in order; those that touch are one, as for the charger. */
export function blocksAhead(blocks: readonly Block[], now: number): readonly Block[] {
  const joined: Block[] = [];
  for (const { from, until } of blocks.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && from <= last.until) {
      joined[joined.length - 1] = { from: last.from, until: Math.max(last.until, until) };
    } else joined.push({ from, until });
  }
  return joined.filter(({ until }) => until > now);
}

/** As entries of the charger's list; undefined where they cannot be said so. */
export function windowsOf({ blocks, limits, zone }: WantedPlan): PlanWindows | undefined {
  return planWindows(blocks, zone, limits);
}

/**
 * Whether what is left of one plan is what is left of another: a window that is over stands until
 * all are, and one that runs has begun whenever it was to begin.
 */
export function isSamePlan(
  one: Pick<WantedPlan, 'blocks' | 'limits'>,
  other: Pick<WantedPlan, 'blocks' | 'limits'>,
  now: number,
): boolean {
  const parts = ({ blocks, limits }: Pick<WantedPlan, 'blocks' | 'limits'>) =>
    JSON.stringify([
      blocksAhead(blocks, now).map(({ from, until }) => [
        from <= now + stepMs ? 0 : Math.floor(from / minuteMs),
        Math.ceil(until / minuteMs),
      ]),
      limits.energyWh ?? null,
      limits.limitA ?? null,
    ]);
  return parts(one) === parts(other);
}

/**
 * When the clocks of a zone are changed after `from` and not after `until`, epoch ms; undefined where
 * they are not.
 */
export function clockChange(zone: string, { from, until }: Block): number | undefined {
  const nameAt = offsetIn(zone);
  const before = nameAt(from);
  if (until <= from || nameAt(until) === before) return undefined;
  let [early, late] = [from, until];
  while (late - early > minuteMs) {
    const middle = Math.floor((early + late) / 2);
    if (nameAt(middle) === before) early = middle;
    else late = middle;
  }
  return late;
}

function offsetIn(timeZone: string): (at: number) => string | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    return (at) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
  } catch {
    // A zone that this computer does not know, or no longer.
    return () => undefined;
  }
}
