import { around } from '../chances.ts';
import { dayMs, days, hourMs, midnightsIn, minuteMs, zones } from './time.ts';

/** A stretch of time, ms since the first midnight in UTC. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** One installation, and what is done with its computer and its car. */
export interface Client {
  readonly zone: string;
  readonly chargers: number;
  /** In order; from the day before the first. */
  readonly awake: readonly Stretch[];
  /** The window is open; in order, within those. */
  readonly open: readonly Stretch[];
  /** The car is away. */
  readonly away: readonly Stretch[];
  readonly readsPrices: boolean;
  readonly looksForUpdates: boolean;
}

const allMidnights = () =>
  new Map(zones.map(([zone]) => [zone, midnightsIn(zone)] as [string, readonly number[]]));

/** Invents installations: a good half belongs to people who start their computer around eight. */
export class People {
  readonly #midnights = allMidnights();

  next(chance: () => number): Client {
    const zone = zoneOf(chance());
    const midnights = this.#midnights.get(zone) ?? [];
    const kind = chance();
    // A tenth of those that sleep is woken by its clock, at eight to the second.
    const isPunctual = chance() < 0.1;
    const awake: Stretch[] = [];
    const away: Stretch[] = [];
    for (const midnight of midnights.slice(0, days + 2)) {
      if (kind < 0.55) awake.push(office(midnight, isPunctual, chance));
      if (kind >= 0.4 && kind < 0.75) awake.push(evening(midnight, chance));
      const atHome = chance() < 0.5 ? 18 * hourMs : 21 * hourMs;
      away.push({
        from: midnight + 7.5 * hourMs,
        until: around(midnight + atHome, hourMs, chance),
      });
    }
    if (kind >= 0.75) awake.push({ from: -dayMs, until: (days + 1) * dayMs });
    return {
      zone,
      chargers: chance() < 0.93 ? 1 : 2 + Math.floor(2 * chance()),
      awake,
      open: awake.flatMap((stretch) => looks(stretch, chance)),
      away,
      readsPrices: chance() < 0.35,
      looksForUpdates: chance() < 0.6,
    };
  }
}

function zoneOf(chance: number): string {
  let left = chance;
  for (const [zone, share] of zones) {
    left -= share;
    if (left < 0) return zone;
  }
  return zones[0][0];
}

function office(midnight: number, isPunctual: boolean, chance: () => number): Stretch {
  const eight = midnight + 8 * hourMs;
  const from = isPunctual ? eight : around(eight, 20 * minuteMs, chance);
  return {
    from,
    until: Math.max(from + hourMs, around(midnight + 17 * hourMs, 30 * minuteMs, chance)),
  };
}

function evening(midnight: number, chance: () => number): Stretch {
  const from = midnight + 18.5 * hourMs + Math.abs(around(0, 90 * minuteMs, chance));
  return { from, until: from + hourMs * (0.5 + 2.5 * chance()) };
}

/** Somebody opens the window every five hours or so, for some minutes. */
function looks({ from, until }: Stretch, chance: () => number): readonly Stretch[] {
  const found: Stretch[] = [];
  let at = from + 10 * hourMs * chance();
  while (at < until) {
    const closes = Math.min(until, at + 10 * minuteMs * chance());
    found.push({ from: at, until: closes });
    at = closes + 10 * hourMs * chance();
  }
  return found;
}

/** Begins and ends, in turn. */
export function stepsOf(stretches: readonly Stretch[]): readonly number[] {
  const steps: number[] = [];
  for (const { from, until } of stretches) steps.push(from, until);
  return steps;
}
