import { expect, it } from 'vitest';
import type { SessionRecord } from '../../../electron/charging/record.ts';
import { withRunning } from '../../../electron/history/record/running-costs.ts';

const cost = (amount: string, currency = 'EUR') => ({ amount, currency });
const running = (parts: Partial<SessionRecord>) => ({
  session: { startedAt: 10, startSeen: true, lastPowerAt: 11, samples: [], ...parts },
});
const today = { from: 5, to: 20 };

it.each<[string, Parameters<typeof withRunning>[0], Parameters<typeof withRunning>[1], unknown]>([
  ['a session that runs', [cost('1.10')], [running({ cost: cost('0.2') })], [cost('1.3')]],
  // In binary 1.005 is a little less, and 0.1 + 0.2 a little more.
  ['a half cent', [cost('0.1')], [running({ cost: cost('1.005') })], [cost('1.11')]],
  ['tenths', [cost('0.1')], [running({ cost: cost('0.2') })], [cost('0.3')]],
  [
    'more digits than binary numbers have',
    [cost('9007199254740993.01')],
    [running({ cost: cost('0.02') })],
    [cost('9007199254740993.03')],
  ],
  [
    'two that run, each as its card shows it',
    [],
    [running({ cost: cost('1.014') }), running({ cost: cost('1.014') })],
    [cost('2.02')],
  ],
  [
    'another currency, without coins',
    [cost('1.1')],
    [running({ cost: cost('9.6', 'JPY') })],
    [cost('1.1'), cost('10', 'JPY')],
  ],
  ['one of yesterday', [cost('1.1')], [running({ startedAt: 4, cost: cost('2') })], [cost('1.1')]],
  ['one that is over', [cost('1.1')], [running({ endedAt: 12, cost: cost('2') })], [cost('1.1')]],
  [
    'one whose charger is gone',
    [cost('1.1')],
    [{ ...running({ cost: cost('2') }), unlistedSince: 1 }],
    [cost('1.1')],
  ],
  ['nothing known', [], [running({})], []],
])('what today costs with %s', (_, past, records, sums) => {
  expect(withRunning(past, records, today)).toEqual(sums);
});
