import { describe, expect, it } from 'vitest';
import { detailRows } from '../../../../electron/integrations/wallbox/details.ts';
import { isBidirectional, modelName } from '../../../../electron/integrations/wallbox/models.ts';
import { readConfig, readRecord } from '../../../../electron/integrations/wallbox/wire.ts';
import { phrases as german } from '../../../../shared/languages/de.ts';
import { type FormatOptions, formatOptionsIn } from '../../../../shared/text/format.ts';
import { localesFor } from '../../../../shared/text/locales.ts';
import { speak } from '../../../../shared/text/messages.ts';
import { configData, recordBody } from './payloads.ts';

const now = Date.UTC(2026, 10, 21, 12);

const inIreland = formatOptionsIn('Europe/Dublin', localesFor('en-IE'));

function rows(
  record: Record<string, unknown> = {},
  config: object | null = configData,
  formatOptions: FormatOptions = inIreland,
) {
  const read = readRecord(recordBody(record));
  if (!read) throw new Error('Not understood');
  return detailRows({
    id: '700123',
    model: 'Pulsar Plus',
    groupName: 'Home',
    observation: undefined,
    record: read.record,
    config: config ? readConfig(JSON.stringify(config)) : undefined,
    profile: 'super-admin',
    now,
    formatOptions,
  });
}

function values(...given: Parameters<typeof rows>) {
  return Object.fromEntries(rows(...given).map(({ key, value }) => [key, value]));
}

it('tells everything that is known', () => {
  expect(values()).toEqual({
    model: 'Pulsar Plus',
    partNumber: 'PLP1-W-2-4-9-002-B',
    serialNumber: '700123',
    chargerId: '700123',
    software: '6.7.36',
    latestSoftware: '6.7.36',
    group: 'Home',
    yourRight: 'Super administrator',
    connection: 'Wi-Fi',
    signal: '74\u00a0%',
    lastSync: '11:59',
    statusCode: '194',
    controlledBy: 'Wallbox',
    maxCurrent: '32\u00a0A',
    powerBoostLimit: '25\u00a0A',
    autoLock: '1\u00a0min',
    monthEnergy: expect.stringMatching(/^104.3\u00a0kWh$/),
    monthSessions: '12',
  });
});

it('is written as its reader writes numbers, by the clock of the reader', () => {
  const there = formatOptionsIn('Europe/Berlin', localesFor('de-DE', 'de'));
  const [german, irish] = [values({}, undefined, there), values()];
  expect([german.lastSync, irish.lastSync]).toEqual(['12:59', '11:59']);
  expect([german.monthEnergy, irish.monthEnergy]).toEqual(['104,3\u00a0kWh', '104.3\u00a0kWh']);
});

it('says in words what the cloud says in codes, and leaves a code that nobody knows', () => {
  speak(german);
  expect(values()).toMatchObject({ connection: 'WLAN', yourRight: 'Super-Administrator' });
  expect(values({ connectionType: 'constructor' }).connection).toBe('constructor');
});

it('leaves out what nobody said', () => {
  const silent = { wifiSignal: null, lastSync: null, lastConnection: null, resume: null };
  const keys = Object.keys(values({ ...silent, connectionType: '' }, null));
  expect(keys).not.toContain('signal');
  expect(keys).not.toContain('lastSync');
  expect(keys).not.toContain('connection');
  expect(keys).not.toContain('monthEnergy');
  expect(keys).not.toContain('partNumber');
  expect(keys).not.toContain('autoLock');
});

it('does not call a limit that is not set up 0 A, nor a lock that is off a time', () => {
  const keys = Object.keys(values({}, { ...configData, icp_max_current: 0, auto_lock: 0 }));
  expect(keys).not.toContain('powerBoostLimit');
  expect(keys).not.toContain('autoLock');
});

it('names another commander', () => {
  expect(values({}, { ...configData, operation_mode: 'ocpp' }).controlledBy).toBe('OCPP');
});

it('marks what is worth copying', () => {
  const copyable = rows().filter((row) => row.copyable);
  expect(copyable.map(({ key }) => key)).toEqual(['partNumber', 'serialNumber', 'chargerId']);
});

describe('a model', () => {
  it.each([
    ['PulsarPlus', undefined, 'Pulsar Plus'],
    ['Pulsar Plus US', undefined, 'Pulsar Plus'],
    ['Commander2', undefined, 'Commander 2'],
    ['CopperSB', undefined, 'Copper SB'],
    ['Quasar', undefined, 'Quasar'],
    ['Supernova', undefined, 'Supernova'],
    [undefined, 'PLP2-0-2-4', 'Pulsar Plus'],
    [undefined, 'PUP1-U', 'Pulsar Plus'],
    [undefined, 'QS01-W', 'Quasar'],
    [undefined, 'XX', undefined],
    [undefined, undefined, undefined],
  ])('%s with part %s is %s', (type, part, name) => expect(modelName(type, part)).toBe(name));

  it.each([
    ['Quasar', undefined, true],
    ['Pulsar Plus', 'QS01', true],
    ['Pulsar Plus', 'PLP1', false],
    [undefined, undefined, false],
  ])('%s with part %s gives power back: %s', (model, part, expected) => {
    expect(isBidirectional(model, part)).toBe(expected);
  });
});
