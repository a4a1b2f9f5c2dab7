import { describe, expect, it } from 'vitest';
import { cloudIdOf, merged } from '../../../electron/history/merge/merge.ts';
import type { KnownSession } from '../../../electron/history/merge/merged-session.ts';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import { fc } from '../../fixtures/properties.ts';
import { begin, kept, key, type Minutes, minute, own, told } from './merge-rows.ts';

function running(id: number, from: number): KnownSession {
  const { endedAt, ...session } = own(id, [from, from]).session;
  return { session, cloudIds: [] };
}

/** Each row as what it is made of. */
function shape(known: readonly KnownSession[], cloud: readonly CloudSession[]) {
  return merged(key, known, cloud).sessions.map(({ session, ids, cloudIds }) =>
    [session.source, ...ids, ...cloudIds].join(' '),
  );
}

describe('sessions of looks and cloud', () => {
  it.each<[string, readonly KnownSession[], readonly CloudSession[], readonly string[]]>([
    ['the same', [own(1, [0, 60])], [told('a', [0, 60])], ['both 1 log a']],
    ['a clock minutes off', [own(1, [0, 60])], [told('a', [-9, 51])], ['both 1 log a']],
    ['a short one, off by its length', [own(1, [0, 5])], [told('a', [7, 12])], ['both 1 log a']],
    [
      'the end of it',
      [own(1, [50, 60], { startSeen: false })],
      [told('a', [0, 60])],
      ['both 1 log a'],
    ],
    ['one look at it', [own(1, [60, 60])], [told('a', [0, 59])], ['both 1 log a']],
    ['two parts', [own(1, [0, 20]), own(2, [40, 60])], [told('a', [0, 60])], ['both 1 2 log a']],
    [
      'two of the cloud',
      [own(1, [0, 60])],
      [told('a', [0, 25]), told('b', [30, 60])],
      ['both 1 log a log b'],
    ],
    ['others', [own(1, [0, 60])], [told('a', [90, 120])], ['recorded 1', 'cloud log a']],
    ['none in the cloud', [own(1, [0, 60]), own(2, [70, 90])], [], ['recorded 1', 'recorded 2']],
    [
      'one after the other',
      [own(1, [5, 65]), own(2, [66, 126])],
      [told('a', [0, 60]), told('b', [61, 121])],
      ['both 1 log a', 'both 2 log b'],
    ],
    [
      'one told in two listings',
      [],
      [told('a', [0, 60]), told('U', [0, 60], { listing: 'other' })],
      ['cloud log a other U'],
    ],
    ['one told twice', [], [told('a', [0, 60]), told('a', [0, 60])], ['cloud log a']],
    [
      'one known by name, elsewhere in time',
      [{ ...own(1, [0, 60]), cloudIds: ['log a'] }],
      [told('a', [300, 360])],
      ['both 1 log a'],
    ],
    [
      'a clock off by more than half of it',
      [own(1, [0, 15])],
      [told('a', [9, 24])],
      ['both 1 log a'],
    ],
    [
      'the one it lies in, not the one nearby',
      [own(1, [52, 60])],
      [told('a', [0, 60]), told('b', [61, 71])],
      ['both 1 log a', 'cloud log b'],
    ],
    [
      'the nearest, where it lies in none',
      [own(1, [62, 64])],
      [told('a', [0, 60]), told('b', [66, 80])],
      ['cloud log a', 'both 1 log b'],
    ],
    [
      'another than the named one, at its time',
      [{ ...own(1, [0, 60]), cloudIds: ['log a'] }],
      [told('a', [300, 360]), told('b', [0, 60])],
      ['cloud log b', 'both 1 log a'],
    ],
    [
      'two rows that overlap, and stay',
      [
        { ...own(1, [0, 60], { source: 'both' }), cloudIds: ['log a'] },
        { ...own(2, [10, 50], { source: 'cloud' }), cloudIds: ['log b'] },
      ],
      [],
      ['both 1 log a', 'cloud 2 log b'],
    ],
  ])('%s', (_, known, cloud, is) => {
    expect(shape(known, cloud)).toEqual(is);
  });

  it("have the cloud's account of the charge, and what only looks saw", () => {
    const seen = { energyWh: 900, peakW: 7400, averageW: 5000, end: 'complete', chargingMs: 5 };
    const cloud = told('a', [-2, 58], { greenEnergyWh: 400, chargingMs: 50 * minute });
    const [row] = merged(key, [own(1, [0, 60], { ...seen, end: 'complete' })], [cloud]).sessions;
    expect(row?.session).toEqual({
      charger: key,
      source: 'both',
      startedAt: begin - 2 * minute,
      startSeen: true,
      endedAt: begin + 58 * minute,
      energyWh: 1000,
      greenEnergyWh: 400,
      chargingMs: 50 * minute,
      peakW: 7400,
      averageW: 5000,
      end: 'complete',
    });
  });

  it('keep what the cloud does not tell', () => {
    const row = own(1, [0, 60], { greenEnergyWh: 300, chargingMs: 7 });
    const [both] = merged(key, [row], [told('a', [0, 60])]).sessions;
    expect(both?.session).toMatchObject({ greenEnergyWh: 300, chargingMs: 7 });
  });

  it('in parts have the highest peak, the mean of the whole, and a gap', () => {
    const known = [
      own(1, [0, 20], { peakW: 5000, averageW: 4000, plannedSince: begin - 9 }),
      own(2, [40, 60], { peakW: 7 }),
    ];
    const [row] = merged(key, known, [told('a', [0, 60], { chargingMs: 30 * minute })]).sessions;
    expect(row?.session).toMatchObject({ peakW: 5000, averageW: 2000, gaps: true });
    expect(row?.session.plannedSince).toBe(begin - 9);
  });

  it.each<[string, Minutes, true | undefined]>([
    ['were watched up to the error of a clock', [10, 50], undefined],
    ['were not watched from the beginning', [11, 60], true],
    ['were not watched to the end', [0, 49], true],
  ])('%s', (_, minutes, gaps) => {
    const [row] = merged(key, [own(1, minutes)], [told('a', [0, 60])]).sessions;
    expect(row?.session.gaps).toBe(gaps);
  });

  const euro = (amount: string, origin: 'own' | 'cloud') => ({ amount, currency: 'EUR', origin });
  it.each([
    ['keep the cost of their energy', 1000, euro('0.3', 'own')],
    ["have the cloud's where the energy is another", 900, euro('0.25', 'cloud')],
  ])('%s', (_, energyWh, is) => {
    const row = own(1, [0, 60], { energyWh, cost: euro('0.3', 'own') });
    const cost = { amount: '0.25', currency: 'EUR' };
    expect(merged(key, [row], [told('a', [0, 60], { cost })]).sessions[0]?.session.cost).toEqual(
      is,
    );
  });

  it('have no cost where only a part has one', () => {
    const cost = { amount: '0.25', currency: 'EUR' };
    const cloud = [told('a', [0, 25], { cost }), told('b', [30, 60])];
    const [row] = merged(key, [own(1, [0, 60])], cloud).sessions;
    expect(row?.session).toMatchObject({ energyWh: 2000 });
    expect(row?.session).not.toHaveProperty('cost');
  });

  it('have no cost made of those that their owner prices gave to parts', () => {
    const part = (id: number, minutes: Minutes, names: readonly string[]) => ({
      ...own(id, minutes, { energyWh: 500, cost: euro('0.3', 'own'), source: 'both' }),
      cloudIds: names,
    });
    const parts = [part(1, [0, 25], ['log a', 'log b']), part(2, [30, 60], ['log c', 'log d'])];
    const [row, ...others] = merged(key, [...parts, own(3, [0, 60])], []).sessions;
    expect(others).toEqual([]);
    expect(row?.session).toMatchObject({ energyWh: 1000 });
    expect(row?.session).not.toHaveProperty('cost');
  });

  it.each([
    ['as looks saw it, where counters agree', 20_350, 30],
    ['as the cloud has it, where they do not', 20_450, 60],
  ])('end %s', (_, energyWh, minutes) => {
    const cloud = told('a', [0, 60], { energyWh });
    const [row] = merged(key, [own(1, [0, 30], { energyWh: 20_000 })], [cloud]).sessions;
    expect(row?.session.endedAt).toBe(begin + minutes * minute);
  });

  it('never end before they begin', () => {
    const known = [own(1, [0, 5], { energyWh: 1000 })];
    const [row] = merged(key, known, [told('a', [7, 60])]).sessions;
    expect(row?.session).toMatchObject({
      startedAt: begin + 7 * minute,
      endedAt: begin + 7 * minute,
    });
  });

  it('that run are not ended by the cloud, which is heard later', () => {
    const cloud = [told('a', [-30, 40]), told('b', [3, 40]), told('c', [60, 90])];
    const { sessions, heldBack } = merged(key, [running(1, 0)], cloud);
    expect(heldBack.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(sessions.map(({ session }) => session.source)).toEqual(['recorded', 'cloud']);
    expect(sessions[0]?.session).not.toHaveProperty('endedAt');
  });

  it('that ended before another began to run here are not held back for it', () => {
    const row = { ...own(1, [0, 60], { source: 'both' }), cloudIds: ['log a'] };
    const { sessions, heldBack } = merged(key, [row, running(2, 55)], [told('a', [0, 61])]);
    expect(heldBack).toEqual([]);
    expect(sessions.map(({ ids }) => ids)).toEqual([[1], [2]]);
    expect(sessions[0]?.session.endedAt).toBe(begin + 61 * minute);
  });

  it('that were merged are not counted again when the cloud tells but a part of them', () => {
    const both = kept(merged(key, [own(1, [0, 60])], [told('a', [0, 25]), told('b', [30, 60])]));
    const again = merged(key, both, [told('b', [30, 60])]).sessions;
    expect(again).toHaveLength(1);
    expect(again[0]?.session.energyWh).toBe(2000);
    const moved = merged(key, both, [told('b', [300, 330])]).sessions;
    expect(moved).toMatchObject([{ session: { energyWh: 2000 }, ids: [1] }]);
    const other = told('U', [0, 60], { listing: 'other', energyWh: 2001, greenEnergyWh: 5 });
    const twice = merged(key, both, [other]).sessions;
    expect(twice).toMatchObject([{ session: { energyWh: 2000 }, ids: [1] }]);
    expect(twice[0]?.session).not.toHaveProperty('greenEnergyWh');
    expect(twice[0]?.cloudIds).toEqual(['log a', 'log b', 'other U']);
  });

  it('of the cloud alone keep all of it when only one of its listings tells again', () => {
    const all = { greenEnergyWh: 300, chargingMs: 7 * minute };
    const listed = [told('a', [0, 60], all), told('U', [0, 60], { ...all, listing: 'other' })];
    const [row] = merged(key, kept(merged(key, [], listed)), [told('a', [0, 60])]).sessions;
    expect(row).toMatchObject({ session: all, cloudIds: ['log a', 'other U'] });
  });

  it('follow the cloud when it changes its mind', () => {
    const both = kept(merged(key, [own(1, [0, 60])], [told('a', [0, 60])]));
    const [row] = merged(key, both, [told('a', [0, 90], { energyWh: 1500 })]).sessions;
    expect(row?.session).toMatchObject({ endedAt: begin + 90 * minute, energyWh: 1500 });
  });

  it('join a row that the cloud told before the looks were known', () => {
    const cloudOnly = kept(merged(key, [], [told('a', [-5, 60])]));
    expect(shape([...cloudOnly, own(1, [0, 60])], [])).toEqual(['both 1 1000 log a']);
  });
});

/** A real charge, and who knows what of it. */
interface Truth {
  readonly from: number;
  readonly to: number;
  readonly energyWh: number;
  readonly inCloud: boolean;
  readonly parts: 0 | 1 | 2 | 3;
  readonly startMissed: boolean;
}

const truths = fc
  .array(
    fc.record({
      pause: fc.integer({ min: 25, max: 600 }),
      length: fc.integer({ min: 15, max: 700 }),
      energyWh: fc.integer({ min: 0, max: 60_000 }),
      inCloud: fc.boolean(),
      parts: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      startMissed: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((list) => {
    let at = 0;
    return list.map(({ pause, length, ...rest }): Truth => {
      const from = at + pause;
      at = from + length;
      return { ...rest, from, to: at };
    });
  });

/** Parts of a charge as the looks saw them, with holes between; the first may have begun late. */
function partsOf(truth: Truth, firstId: number, skew: number): readonly KnownSession[] {
  const { from, to, parts, energyWh } = truth;
  const step = (to - from) / (parts || 1);
  return Array.from({ length: parts }, (_, index) => {
    const late = index > 0 || truth.startMissed ? step / 3 : 0;
    const times: Minutes = [from + skew + index * step + late, from + skew + (index + 1) * step];
    const share = Math.floor(energyWh / parts);
    const rest = index === 0 ? energyWh - share * parts : 0;
    return own(firstId + index, times, { energyWh: share + rest, startSeen: late === 0 });
  });
}

const worlds = fc.tuple(truths, fc.integer({ min: -5, max: 5 })).map(([charges, skew]) => ({
  charges,
  known: charges.flatMap((truth, index) => partsOf(truth, index * 3 + 1, skew)),
  cloud: charges
    .filter(({ inCloud }) => inCloud)
    .map(({ from, to, energyWh }) => told(`c${from}`, [from, to], { energyWh })),
}));

describe('whatever was charged', () => {
  it('is counted once', () => {
    fc.assert(
      fc.property(worlds, ({ charges, known, cloud }) => {
        const { sessions } = merged(key, known, cloud);
        const seen = charges.filter(({ parts, inCloud }) => parts > 0 || inCloud);
        const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
        expect(sum(sessions.map(({ session }) => session.energyWh ?? 0))).toBe(
          sum(seen.map(({ energyWh }) => energyWh)),
        );
      }),
    );
  });

  it('stays in the history, each row in one place', () => {
    fc.assert(
      fc.property(worlds, ({ known, cloud }) => {
        const { sessions } = merged(key, known, cloud);
        const rows = sessions.flatMap(({ ids }) => ids).toSorted((a, b) => a - b);
        expect(rows).toEqual(known.map(({ session }) => session.id));
        const names = sessions.flatMap(({ cloudIds }) => cloudIds).toSorted();
        expect(names).toEqual(cloud.map(cloudIdOf).toSorted());
      }),
    );
  });

  it('is the same when it is merged again, with all, some or nothing from the cloud', () => {
    fc.assert(
      fc.property(worlds, fc.nat(8), ({ known, cloud }, count) => {
        const once = merged(key, known, cloud);
        const rows = kept(once);
        for (const again of [cloud, cloud.slice(0, count), [], [...cloud, ...cloud]]) {
          const twice = merged(key, rows, again).sessions;
          expect(twice.map(({ session }) => session)).toEqual(
            once.sessions.map(({ session }) => session),
          );
        }
      }),
    );
  });

  it('is the same in any order', () => {
    const shuffled = worlds.chain((world) =>
      fc.tuple(
        fc.constant(world),
        fc.shuffledSubarray([...world.known], { minLength: world.known.length }),
        fc.shuffledSubarray([...world.cloud], { minLength: world.cloud.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ known, cloud }, otherKnown, otherCloud]) => {
        expect(merged(key, otherKnown, otherCloud).sessions).toEqual(
          merged(key, known, cloud).sessions,
        );
      }),
    );
  });
});
