import { describe, expect, it } from 'vitest';
import { flag, instant, number, words } from '../../../../electron/integrations/kit/coerce.ts';
import { modelName } from '../../../../electron/integrations/wallbox/models.ts';
import {
  readConfig,
  readGroups,
  readRecord,
  readStatus,
  readTokens,
} from '../../../../electron/integrations/wallbox/wire.ts';
import { recordBody, statusBody } from './payloads.ts';

const nonsense = [
  '',
  ' ',
  'null',
  '[]',
  '42',
  '"text"',
  '{}',
  '{"status_id":194',
  '<!doctype html><html></html>',
  '{"error":true,"msg":"no"}',
  '{"msg":"no"}',
  '{"message":"no"}',
  '{"title":"no","status":"403"}',
  '{"code":"2","msg":"no"}',
];

describe.each([
  ['status', readStatus],
  ['groups', readGroups],
  ['record', readRecord],
  ['config', readConfig],
  ['tokens', readTokens],
] as const)('nonsense instead of %s', (_, read) => {
  it.each(nonsense)('%s', (body) => expect(read(body)).toBeUndefined());
});

describe('a number', () => {
  it.each([
    [1.5, 1.5],
    ['1.5', 1.5],
    [' -2 ', -2],
    [0, 0],
    [null, undefined],
    ['', undefined],
    ['12 A', undefined],
    ['one', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [true, undefined],
    [[1], undefined],
    [{}, undefined],
  ])('%j is %s', (value, expected) => expect(number.parse(value)).toBe(expected));
});

describe('a flag', () => {
  it.each([
    [true, true],
    [1, true],
    ['1', true],
    ['true', true],
    [7, true],
    [false, false],
    [0, false],
    ['0', false],
    ['false', false],
    ['False', false],
    [null, undefined],
    ['', undefined],
    ['yes', undefined],
    ['toString', undefined],
    [[], undefined],
  ])('%j is %s', (value, expected) => expect(flag.parse(value)).toBe(expected));
});

describe('an instant', () => {
  const at = Date.UTC(2026, 10, 20, 7);
  it.each([
    ['epoch seconds', at / 1000, at],
    ['epoch seconds as text', String(at / 1000), at],
    ['epoch ms', at, at],
    ['UTC text without a zone', '2026-11-20 07:00:00', at],
    ['the same with fractions', '2026-11-20 07:00:00.000000', at],
    [
      'a date object',
      { date: '2026-11-20 07:00:00.000000', timezone_type: 3, timezone: 'UTC' },
      at,
    ],
    ['a time past under every reading', 145_656_758, undefined],
    ['a month that is none', '2026-13-20 07:00:00', undefined],
    ['a word', 'yesterday', undefined],
    ['null', null, undefined],
    ['an empty object', {}, undefined],
  ])('%s', (_, value, expected) => expect(instant.parse(value)).toBe(expected));
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a word that every object knows is none of ours: %s',
  (word) => {
    expect(flag.parse(word)).toBeUndefined();
    expect(modelName(word, undefined)).toBe(word);
    const status = readStatus(
      statusBody({}, { locked: word, software: { updateAvailable: word } }),
    );
    expect(status?.config_data).toMatchObject({ locked: undefined });
    expect(status?.config_data?.software?.updateAvailable).toBeUndefined();
  },
);

it('a date within a date within a date is none, and ends nothing', () => {
  const deep = `${'{"date":'.repeat(5000)}1${'}'.repeat(5000)}`;
  expect(instant.parse(JSON.parse(deep))).toBeUndefined();
});

it('words are neither empty nor endless', () => {
  expect(words.parse(' Carport ')).toBe('Carport');
  expect(words.parse('  ')).toBeUndefined();
  expect(words.parse(4242)).toBeUndefined();
  expect(words.parse('x'.repeat(5000))).toHaveLength(200);
});

describe('a status', () => {
  it('costs a bad field only itself', () => {
    const bad = { name: 4242, charging_power: 'lots', added_energy: {}, last_sync: [], grid: null };
    const wire = readStatus(statusBody(bad));
    expect(wire).toMatchObject({ status_id: '194', charging_time: 7380 });
    expect(wire?.charging_power).toBeUndefined();
    expect(wire?.config_data?.max_charging_current).toBe(16);
  });

  it.each([null, 'none', [], 42])('survives %j as its configuration', (config_data) => {
    const wire = readStatus(JSON.stringify({ status_id: 161, config_data }));
    expect(wire?.status_id).toBe('161');
    expect(wire?.config_data?.name).toBeUndefined();
  });

  it('survives bad blocks within its configuration', () => {
    const bad = { currency: 'EUR', software: [], energyCost: 0.3, ecosmart: 1, name: {} };
    const config = readStatus(statusBody({}, bad))?.config_data;
    expect(config?.max_charging_current).toBe(16);
    expect([config?.currency?.code, config?.software?.currentVersion]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('the list of chargers', () => {
  const list = (...groups: unknown[]) => readGroups(JSON.stringify({ result: { groups } }));
  const charger = { id: 700123, name: 'Carport', chargerType: 'PulsarPlus', status: 200 };

  it('walks all groups and passes empty ones by', () => {
    const read = list(
      { name: 'Empty', chargers: [] },
      { name: 'None', chargers: null },
      { name: 'Home', chargers: [charger] },
      { name: 'Work', chargers: [{ id: '700124' }] },
    );
    expect(read?.skipped).toBe(0);
    expect(read?.chargers).toEqual([
      { id: '700123', name: 'Carport', chargerType: 'PulsarPlus', groupName: 'Home' },
      { id: '700124', groupName: 'Work' },
    ]);
  });

  it('names a charger once', () => {
    expect(list({ chargers: [charger] }, { chargers: [charger] })?.chargers).toHaveLength(1);
  });

  it('is empty for an owner without chargers', () => {
    expect(list()).toEqual({ chargers: [], skipped: 0 });
    expect(list({ name: 'Home' })).toEqual({ chargers: [], skipped: 0 });
  });

  it('skips what names no charger and counts it', () => {
    const unusable = [null, 'x', {}, { id: null }, { id: 'a/../b' }, { id: -1 }, { id: 1.5 }];
    const read = list({ chargers: [charger, ...unusable] }, 'no group');
    expect(read?.chargers.map(({ id }) => id)).toEqual(['700123']);
    expect(read?.skipped).toBe(unusable.length + 1);
  });

  it('of which nothing is usable is nonsense, not an empty account', () => {
    expect(list({ chargers: [{ id: 'nonsense' }] })).toBeUndefined();
    expect(list({ chargers: 'none' })).toBeUndefined();
  });
});

describe('a record', () => {
  it('reads totals that are text, and those that are null', () => {
    expect(readRecord(recordBody())?.record.resume).toEqual({
      totalSessions: 12,
      totalEnergy: 104_250,
    });
    const empty = { totalSessions: 0, totalEnergy: 0, chargingTime: null };
    expect(readRecord(recordBody({ resume: empty }))?.record.resume?.totalEnergy).toBe(0);
    expect(readRecord(recordBody({ resume: null }))?.record.resume).toBeUndefined();
  });

  it.each([null, 'none', undefined])('survives %j as its users', (users) => {
    expect(readRecord(recordBody({}, users === undefined ? null : users))?.users).toEqual([]);
  });

  it('survives users that are none', () => {
    const users = [null, 4, { email: 'a@example.com', profile: 'user' }];
    expect(readRecord(recordBody({}, users))?.users).toEqual([
      { email: 'a@example.com', profile: 'user' },
    ]);
  });
});

describe('tokens', () => {
  const tokens = (attributes: unknown) => readTokens(JSON.stringify({ data: { attributes } }));

  it.each([
    [
      'the whole reply',
      { token: 'a.b.c', refresh_token: 'r', ttl: 1_795_223_400_000, error: 'false' },
    ],
    ['numbers as text', { token: 'a.b.c', refresh_token: 'r', ttl: '1795223400000', user_id: 7 }],
  ])('%s', (_, attributes) => {
    const expected = { token: 'a.b.c', refresh_token: 'r', ttl: 1_795_223_400_000 };
    expect(tokens(attributes)).toEqual(expected);
  });

  it('may lack all but the token', () => {
    expect(tokens({ token: 'a.b.c', ttl: null })?.token).toBe('a.b.c');
  });

  it.each([null, '', 42, 'a b', 'a\r\nX-Evil: 1', 'é', 'x'.repeat(20_000)])(
    '%j is none, and never travels in a header',
    (token) => expect(tokens({ token })).toBeUndefined(),
  );
});
