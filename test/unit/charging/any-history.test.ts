import { describe, expect, it } from 'vitest';
import { sessionEnergyWh } from '../../../electron/charging/energy-counter.ts';
import { fc } from '../../fixtures/properties.ts';
import { Story } from './story.ts';

/** Minutes, W. A flow ends because the car is full; more may come when it cools down. */
interface Flow {
  readonly after: number;
  readonly lasts: number;
  readonly powerW: number;
}

interface Stay {
  readonly plugsInAfter: number;
  readonly flows: readonly Flow[];
  readonly leavesAfter: number;
}

/** What a charger shows at a minute, by what really happens. */
interface Moment {
  readonly state: 'available' | 'charging' | 'waiting' | 'paused';
  readonly energyWh: number;
  readonly connectedMs: number;
  readonly powerW: number;
  /** Which stay it is, or was last. */
  readonly stay: number;
}

const minute = 60_000;

/**
 * Every minute of a history. Both counters stay as they are until the next car comes. Before power
 * flows, the car takes none, or a plan holds it back.
 */
function minutesOf(stays: readonly Stay[], before: 'waiting' | 'paused'): readonly Moment[] {
  const all: Moment[] = [];
  let now: Moment = { state: 'available', energyWh: 0, connectedMs: 0, powerW: 0, stay: -1 };
  const pass = (minutes: number, next: (before: Moment) => Moment) => {
    for (let one = 0; one < minutes; one += 1) {
      now = next(now);
      all.push(now);
    }
  };
  stays.forEach(({ plugsInAfter, flows, leavesAfter }, stay) => {
    pass(plugsInAfter, (before) => ({ ...before, state: 'available', powerW: 0 }));
    now = { ...now, energyWh: 0, connectedMs: 0, stay };
    const stands = (before: Moment): Moment => ({
      ...before,
      state: 'waiting',
      powerW: 0,
      connectedMs: before.connectedMs + minute,
    });
    for (const { after, lasts, powerW } of flows) {
      pass(after, (moment) => ({ ...stands(moment), state: before }));
      pass(lasts, (before) => ({
        ...stands(before),
        state: 'charging',
        powerW,
        energyWh: before.energyWh + powerW / 60,
      }));
    }
    pass(leavesAfter, stands);
  });
  pass(30, (before) => ({ ...before, state: 'available', powerW: 0 }));
  return all;
}

const flow = fc.record({
  after: fc.integer({ min: 8, max: 240 }),
  lasts: fc.integer({ min: 20, max: 300 }),
  powerW: fc.constantFrom(3700, 7400, 11_000, 22_000),
});
const stay = fc.record({
  plugsInAfter: fc.integer({ min: 8, max: 300 }),
  flows: fc.array(flow, { minLength: 1, maxLength: 3 }),
  leavesAfter: fc.integer({ min: 20, max: 300 }),
});
const sleeps = fc.array(
  fc.record({ after: fc.integer({ min: 4, max: 400 }), lasts: fc.integer({ min: 3, max: 900 }) }),
  { maxLength: 6 },
);

type Sleeps = readonly { readonly after: number; readonly lasts: number }[];

/** Whether the computer is awake, minute by minute. */
function wakefulness(asleep: Sleeps, length: number): readonly boolean[] {
  const awake: boolean[] = [];
  for (const { after, lasts } of asleep) {
    awake.push(...Array<boolean>(after).fill(true), ...Array<boolean>(lasts).fill(false));
  }
  // In the end somebody looks.
  return Array.from({ length }, (_, at) => at === length - 1 || (awake[at] ?? true));
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

/** Of two cars, as if the charger's counts stood still: nobody can tell. */
function areAlike(before: Moment, now: Moment): boolean {
  const onMs = now.connectedMs - before.connectedMs;
  return before.stay !== now.stay && onMs >= 0 && onMs <= minute;
}

/** Looks every two minutes while awake. Gives the stays that were looked at, and what was told. */
function lived(stays: readonly Stay[], asleep: Sleeps, rest: 'waiting' | 'paused') {
  const moments = minutesOf(stays, rest);
  const awake = wakefulness(asleep, moments.length);
  const story = new Story().read(-1, 'available', { energyWh: 0, durationMs: 0 });
  const lastSeenOf = new Map<number, number>();
  const observedThere = new Set<number>();
  let slept = false;
  let before: Moment | undefined;
  let isAlike = false;
  moments.forEach((moment, at) => {
    if (!awake[at]) {
      slept = true;
      return;
    }
    if (at % 2 === 1 && at < moments.length - 1) return;
    if (slept) story.gap();
    isAlike ||= slept && before !== undefined && areAlike(before, moment);
    before = moment;
    slept = false;
    const { state, energyWh, connectedMs: durationMs, powerW } = moment;
    if (rest === 'paused') story.planned(state === 'paused');
    story.read(at, state, { energyWh, durationMs, powerW });
    lastSeenOf.set(moment.stay, energyWh);
    if (state !== 'available') observedThere.add(moment.stay);
  });
  const told = story.told.flatMap((event) =>
    event.kind === 'chargeEnded' || event.kind === 'chargeStopped'
      ? // A charge that went on at once is summed up with what was told of it before.
        [(sessionEnergyWh(event.session) ?? 0) - (event.session.toldWh ?? 0)]
      : [],
  );
  const there = [...lastSeenOf].filter(([one]) => observedThere.has(one));
  return {
    isAlike,
    told: sum(told),
    all: sum([...lastSeenOf.values()]),
    there: there.map(([, wh]) => wh),
  };
}

describe('whatever cars and the computer do', () => {
  it.each(['waiting', 'paused'] as const)(
    'and %s before power flows, the ends that are told add up to what was seen to flow, once',
    (rest) => {
      fc.assert(
        fc.property(fc.array(stay, { minLength: 1, maxLength: 4 }), sleeps, (stays, asleep) => {
          const { isAlike, told, there, all } = lived(stays, asleep, rest);
          fc.pre(!isAlike);
          expect(told).toBeLessThan(all + 1);
          // Of a car that came and went while nobody looked only the counters tell, which may look
          // like those of the car before; and a little makes no session of its own.
          expect(told).toBeGreaterThan(sum(there) - 500 * (there.length + asleep.length));
        }),
        { numRuns: 300 },
      );
    },
  );
});
