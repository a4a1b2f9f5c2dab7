import { describe, expect, test } from 'vitest';
import {
  draftOf,
  type PlanDraft,
  type PlanFaults,
  planOf,
} from '../../../../renderer/components/plan/draft.ts';
import { defaultPlan, type PlanSettings } from '../../../../shared/domain/price/charge-plan.ts';
import { planSettingsSchema } from '../../../../shared/schema/price/charge-plan.ts';
import { priceUnit } from '../../../../shared/text/unit-price.ts';

const unit = priceUnit('EUR');
const german = { unit, locale: 'de-DE' };
const start = draftOf(defaultPlan, german);
const planned = (part: Partial<PlanDraft>, currency = 'EUR') =>
  planOf({ ...start, ...part }, defaultPlan, priceUnit(currency));

const everything: PlanSettings = {
  isOn: true,
  mode: { kind: 'cheapest', inOneGo: true },
  amount: { kind: 'energy', wh: 22_500 },
  readyBy: { days: [1, 3, 5], minute: 390 },
  notBefore: 1320,
  atOnceWh: 4000,
  highestPerKwh: 0.285,
  remindAt: 1260,
};

describe('a plan in a form', () => {
  test.each<[string, PlanSettings]>([
    ['all of it', everything],
    ['as little as possible', { isOn: true, mode: everything.mode, amount: { kind: 'full' } }],
    [
      'below a price, for some hours',
      {
        isOn: true,
        mode: { kind: 'below', perKwh: -0.05 },
        amount: { kind: 'time', ms: 5_400_000 },
      },
    ],
  ])('comes out as it went in: %s', (_, plan) => {
    const draft = draftOf(plan, german);
    expect(planOf(draft, plan, unit)).toEqual({ ok: true, value: plan });
  });

  test('is written as its owner writes, prices in the unit in which one talks of them', () => {
    expect(draftOf(everything, german)).toMatchObject({ kwh: '22,5', highest: '28,5' });
    const danish = { unit: priceUnit('DKK'), locale: 'en-IE' };
    expect(draftOf(everything, danish)).toMatchObject({ kwh: '22.5', highest: '0.285' });
  });

  test('that is off is shown to be switched on, and is kept when it is switched off', () => {
    expect(start.mode).toBe('cheapest');
    expect(planned({})).toMatchObject({ value: { isOn: true } });
    const off = planOf({ ...draftOf(everything, german), mode: 'off' }, everything, unit);
    expect(off).toEqual({ ok: true, value: { ...everything, isOn: false } });
  });

  test('takes a point for a comma, and prices in whole currency where it has no hundredths', () => {
    const below = { mode: 'below', limit: '20.5' } as const;
    expect(planned(below)).toMatchObject({ value: { mode: { kind: 'below', perKwh: 0.205 } } });
    expect(planned({ ...below, limit: '1,25' }, 'DKK')).toMatchObject({
      value: { mode: { perKwh: 1.25 } },
    });
  });
});

describe('what is wrong is said of its field', () => {
  const kwh = (typed: string) => ({ amount: 'energy', kwh: typed }) as const;
  test.each<[Partial<PlanDraft>, PlanFaults]>([
    [kwh('0'), { kwh: 'energy' }],
    [kwh('500'), { kwh: 'energy' }],
    [kwh('-3'), { kwh: 'energy' }],
    [kwh(''), { kwh: 'energy' }],
    [kwh('1,2,3'), { kwh: 'noNumber' }],
    [{ amount: 'time', hours: '73' }, { hours: 'hours' }],
    [{ amount: 'time', hours: 'two' }, { hours: 'noNumber' }],
    [{ mode: 'below', limit: '' }, { limit: 'noPrice' }],
    [{ mode: 'below', limit: 'cheap' }, { limit: 'noNumber' }],
    [{ highest: '1000000' }, { highest: 'price' }],
    [{ readyBy: '' }, { readyBy: 'noTime' }],
    [{ days: [] }, { days: 'noDays' }],
    [{ atOnce: '0' }, { atOnce: 'energy' }],
    [{ ...kwh('10'), atOnce: '12' }, { atOnce: 'atOnce' }],
    [
      { ...kwh('x'), days: [], atOnce: '-1' },
      { kwh: 'noNumber', days: 'noDays', atOnce: 'energy' },
    ],
  ])('%j', (part, faults) => {
    expect(planned(part)).toEqual({ ok: false, failure: faults });
  });

  test('and of nothing that is not asked', () => {
    const odd = { limit: 'x', kwh: 'x', hours: 'x', hasReadyBy: false, days: [], readyBy: '' };
    expect(planned(odd).ok).toBe(true);
    expect(planned({ mode: 'below', limit: '20', highest: 'x' }).ok).toBe(true);
  });

  test('whatever is taken, the app takes too', () => {
    for (const part of [kwh('300'), kwh('0.1'), { highest: '-99999' }, { days: [7, 1] }]) {
      const plan = planned(part);
      expect(plan.ok && planSettingsSchema.safeParse(plan.value).success).toBe(true);
    }
  });
});
