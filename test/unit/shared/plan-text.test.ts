import { describe, expect, it } from 'vitest';
import type { PlanBlockedReason, PlanView } from '../../../shared/domain/price/charge-plan.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { languages } from '../../../shared/languages/languages.ts';
import { speak } from '../../../shared/text/messages.ts';
import { planPower, planTimes, planWords } from '../../../shared/text/plan-text.ts';
import { readAt } from '../../fixtures/app-states.ts';
import { aPlan, midnight } from '../../fixtures/plans.ts';

const hour = 3_600_000;
const formatOptions = { locale: 'en-IE', timeZone: 'UTC' };
const telling = { now: readAt, formatOptions };
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const at = (hours: number) => midnight + hours * hour;
const one = [{ from: at(1), until: at(3) }];

const heads: readonly (readonly [Partial<PlanView>, string])[] = [
  [{}, 'Will charge 01:00–03:15, 04:30–05:00'],
  [{ status: { kind: 'storing' }, blocks: one }, 'Will charge 01:00–03:00'],
  [{ status: { kind: 'noCar' } }, 'Plug in: charging begins at 01:00'],
  [{ status: { kind: 'noCar' }, blocks: [] }, 'Plug in the car to charge by price'],
  [{ blocks: [] }, 'Waiting for tomorrow’s prices'],
  [
    { status: { kind: 'noPrices' }, blocks: [], reasons: [{ kind: 'noPrices' }] },
    'Waiting for prices',
  ],
  [{ blocks: [], reasons: [{ kind: 'tooDear', possibleWh: 0 }] }, 'Waiting for a lower price'],
  [{ status: { kind: 'charging', keptBy: 'charger' } }, 'Charging until 03:15, then 04:30–05:00'],
  [{ status: { kind: 'charging', keptBy: 'charger' }, blocks: one }, 'Charging until 03:00'],
  [{ status: { kind: 'done' } }, 'Charged as planned'],
  [
    { status: { kind: 'suspended', until: at(7) } },
    'On hold because you took over, until you unplug or until 07:00.',
  ],
  [
    { status: { kind: 'blocked', why: 'locked' } },
    'The charger is locked. Unlock it so that it can charge by price.',
  ],
  // Two parts of one time, one of which may still move.
  [
    { blocks: [...one, { from: at(3), until: at(4), isForecast: true }] },
    'Will charge 01:00–04:00',
  ],
];

const everyReason: readonly PlanBlockedReason[] = [
  'locked',
  'foreignControl',
  'noRight',
  'ownSchedule',
  'solarMode',
  'signInNeeded',
  'offline',
  'notSupported',
];

describe('a plan', () => {
  it.each(heads)('%j', (parts, head) => {
    speak(english);
    expect(plain(planWords(aPlan(parts), telling).head)).toBe(head);
  });

  it('is told with when it is done, what it costs, what it saves, and where it is kept', () => {
    speak(english);
    expect(planWords(aPlan(), telling).aims.map(plain)).toEqual(['22 kWh', 'ready by 07:00']);
    expect(planWords(aPlan(), telling).facts).toEqual([
      'about €2.10',
      'saves €1.40',
      'stored in the charger',
    ]);
    const market = planWords(
      aPlan({ by: 'market', saved: { amount: '0', currency: 'EUR' } }),
      telling,
    );
    expect(market.facts).toEqual(['about €2.10 at market prices', 'stored in the charger']);
    const thought = planWords(aPlan({ status: { kind: 'storing' } }), {
      ...telling,
      isPreview: true,
    });
    expect(thought.facts).toEqual(['about €2.10', 'saves €1.40']);
  });

  it('says what this computer has to do, and why', () => {
    speak(english);
    const status = { kind: 'waiting', keptBy: 'computer', notStored: 'full' } as const;
    expect(planWords(aPlan({ status }), telling).notes).toEqual([
      'The charger has no room for another schedule. Remove one in its own app.',
      'This computer must be awake from 01:00 to 05:00.',
    ]);
    expect(planWords(aPlan(), telling).notes).toEqual([]);
  });

  it('says what cannot be', () => {
    speak(english);
    const short = planWords(
      aPlan({ reasons: [{ kind: 'tooLittleTime', possibleWh: 18_000 }] }),
      telling,
    );
    expect(short.notes.map(plain)).toEqual(['22 kWh by 07:00 isn’t possible: 18 kWh at most.']);
    expect(short.isInTrouble).toBe(true);
    const late = aPlan({ reasons: [{ kind: 'noPrices' }] });
    expect(planWords(late, telling)).toMatchObject({
      isInTrouble: false,
      notes: ['No prices are known, so charging begins as late as possible.'],
    });
    expect(planWords({ ...late, blocks: [] }, telling).notes).toEqual([]);
  });

  it('names the day of what is more than a day ahead', () => {
    speak(english);
    expect(planWords(aPlan({ readyBy: at(31) }), telling).aims[1]).toMatch(/Mon.*07:00/);
  });

  it('has no times where it does not decide', () => {
    const rest = { status: { kind: 'suspended', until: at(7) } } as const;
    expect(planTimes(aPlan(rest), telling)).toBeUndefined();
    expect(planTimes(aPlan(), { ...telling, now: at(4) })).toBe('04:30–05:00');
  });
});

describe.each([...languages.keys()])('in %s', (code) => {
  it('says every status, reason and power, each in its own words', async () => {
    const load = languages.get(code)?.load;
    if (load) speak(await load());
    const told = { now: readAt, formatOptions: { locale: code, timeZone: 'UTC' } };
    const said = [
      ...heads.slice(0, -2).map(([parts]) => planWords(aPlan(parts), told).head),
      ...everyReason.map(
        (why) => planWords(aPlan({ status: { kind: 'blocked', why } }), told).head,
      ),
      ...(['car', 'limit', 'usual'] as const).map((powerFrom) =>
        planPower(aPlan({ powerFrom }), told.formatOptions),
      ),
      ...(
        [
          { kind: 'tooLittleTime', possibleWh: 18_000 },
          { kind: 'tooDear', possibleWh: 18_000 },
          { kind: 'noPrices' },
          { kind: 'deadlinePassed' },
        ] as const
      ).flatMap((reason) => planWords(aPlan({ reasons: [reason] }), told).notes),
    ];
    expect(said.filter((text) => /undefined|NaN|\[object/.test(text) || text === '')).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });
});
