import { describe, expect, it } from 'vitest';
import { mustPersist } from '../../../electron/charging/must-persist.ts';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { reduce } from '../../../electron/charging/reduce.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { noon } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';

const minute = 60_000;
const garage = newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' });
const failure: Failure = { kind: 'unreachable' };

function observed(
  record: ChargerRecord,
  ...observation: Parameters<typeof anObservation>
): ChargerRecord {
  const at = 'at' in record.reading ? (record.reading.at ?? noon) + minute : noon;
  return reduce(
    record,
    { kind: 'observed', at, observation: anObservation(...observation) },
    cloudPatience,
  );
}

function failed(record: ChargerRecord, atMinute: number, why: Failure = failure): ChargerRecord {
  const at = noon + atMinute * minute;
  return reduce(record, { kind: 'failed', at, failure: why }, cloudPatience);
}

const wake = (record: ChargerRecord) => reduce(record, { kind: 'interrupted' }, cloudPatience);
const charging = { state: 'charging' } as const;
const idle = observed(garage, { state: 'available' });
const begun = observed(idle, charging, { powerW: 7200, energyWh: 100, limitA: 16 });
const counted = { energyWh: 340, greenEnergyWh: 20, dischargedEnergyWh: 5, durationMs: 9 };
const further = { ...counted, powerW: 7100, limitA: 16 };
const lost = failed(begun, 5);

describe('what must be on the disk at once', () => {
  const lasting: Record<string, readonly [ChargerRecord, ChargerRecord]> = {
    'the first look': [garage, idle],
    'the start of a charge': [idle, begun],
    'the end of one': [begun, observed(begun, { state: 'available' }, { energyWh: 340 })],
    'a car that asks for no more': [begun, observed(begun, { state: 'waiting' })],
    'a charge that is interrupted': [
      begun,
      observed(begun, { state: 'queued', cause: 'solarMode' }),
    ],
    'another limit': [begun, observed(begun, charging, { ...further, limitA: 10 })],
    'another price': [
      begun,
      observed(begun, charging, { ...further, price: { perKwh: 0.4, currency: 'EUR' } }),
    ],
    'a lock': [idle, observed(idle, { state: 'available' }, { locked: true })],
    'a look that failed after one that did not': [begun, lost],
    'another charger in its place': [
      lost,
      failed(lost, 6, { kind: 'otherCharger', found: 'b', known: 'a' }),
    ],
    'a charger that is away during a charge': [lost, failed(lost, 25)],
    'a charger that is back': [lost, observed(lost, charging, further)],
    'a charger that its account lists no more': [idle, { ...idle, unlistedSince: noon }],
    'a charger that it lists again': [{ ...idle, unlistedSince: noon }, idle],
  };
  it.each(Object.entries(lasting))('%s', (_name, [before, after]) => {
    expect(mustPersist(before, after)).toBe(true);
  });
});

describe('what the next look says again', () => {
  const passing: Record<string, readonly [ChargerRecord, ChargerRecord]> = {
    'the same once more': [idle, observed(idle, { state: 'available' })],
    'power and energy of a charge that goes on': [begun, observed(begun, charging, further)],
    'a wake': [begun, wake(begun)],
    'the first look after it': [wake(begun), observed(begun, charging, further)],
    'another reason why it fails': [lost, failed(lost, 6, { kind: 'timedOut' })],
    'one more look that fails': [lost, failed(lost, 6)],
  };
  it.each(Object.entries(passing))('%s', (_name, [before, after]) => {
    expect(mustPersist(before, after)).toBe(false);
  });
});
