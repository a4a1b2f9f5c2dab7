import { describe, expect, it } from 'vitest';
import {
  type AccountRecord,
  readSettings,
  writeSettings,
} from '../../../electron/settings/kept-settings.ts';
import { defaultSettings, type Settings } from '../../../shared/domain/app/settings.ts';
import { defaultPlan } from '../../../shared/domain/price/charge-plan.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';

/** Nothing in it is what it would be by default. */
const chosen: Settings = {
  language: 'de',
  formats: { region: 'CH', clock: 'h12', weekStart: 'sunday', zone: 'Asia/Tokyo' },
  theme: 'dark',
  trayIcon: 'forLightPanel',
  trayPower: true,
  zoom: 1.25,
  shortcut: 'Ctrl+Alt+C',
  openAtLogin: true,
  startHidden: false,
  notices: { ...defaultSettings.notices, chargeStarted: true, fault: false },
  noticesOf: { 'a/1': { fault: true, pluggedIn: true } },
  quiet: { kind: 'until', at: 1000 },
  quietHours: { on: true, critical: false, spans: [{ days: [6, 7], from: 0, to: 540 }] },
  history: { samplesDays: 365, sessionsDays: 3650 },
  market: { source: 'energyCharts', area: 'NL' },
  plans: { 'a/1': { ...defaultPlan, isOn: true, amount: { kind: 'energy', wh: 22_000 } } },
  statement: { name: 'Alex Example', address: 'Lane 1\nUlm', signature: true },
  updates: true,
  broker: {
    address: { host: '192.0.2.7', port: 8883, tls: true },
    user: 'charger',
    topicPrefix: 'home/cars',
    discovery: null,
    commands: true,
    installation: 'k3x9q2',
    password: 'keychain',
  },
  chargers: { names: { 'a/1': 'Carport' }, order: ['a/2', 'a/1'], hidden: ['a/3'] },
};

const account: AccountRecord = {
  id: 'a',
  brand: 'wallbox',
  label: 'owner@example.com',
  keepSignedIn: true,
  pollSeconds: 300,
};

const { pollSeconds: _custom, ...plainAccount } = account;

function read(value: unknown) {
  return readSettings(new FakeKeptFile(value));
}

function kept(more: Record<string, unknown>) {
  return { version: 1, settings: chosen, accounts: [account], ...more };
}

describe('the settings file', () => {
  it('gives back what was written', () => {
    const file = new FakeKeptFile();
    writeSettings(file, { settings: chosen, accounts: [account, plainAccount] });
    expect(readSettings(file)).toEqual({ settings: chosen, accounts: [account, plainAccount] });
  });

  it.each([
    { what: 'is not there yet', value: undefined },
    { what: 'is empty', value: {} },
    { what: 'holds a list', value: [] },
    { what: 'holds a word', value: 'settings' },
    { what: 'holds nothing', value: null },
  ])('that $what gives the defaults', ({ value }) => {
    expect(read(value)).toEqual({ settings: defaultSettings, accounts: [] });
  });

  it('that was broken is named, so that the owner can be told', () => {
    const file = new FakeKeptFile();
    file.keptAside = 'settings.broken.json';
    expect(readSettings(file)).toEqual({
      settings: defaultSettings,
      accounts: [],
      trouble: { lostKeys: [], keptAside: 'settings.broken.json' },
    });
  });

  it('of a later version is read as far as it goes', () => {
    const later = {
      version: 7,
      settings: { ...chosen, sound: 'loud' },
      accounts: [{ ...account, colour: 'red' }],
      places: ['home'],
    };
    expect(read(later)).toEqual({ settings: chosen, accounts: [account] });
  });

  it('with keys missing takes their defaults and complains of nothing', () => {
    expect(read({ settings: { theme: 'dark', notices: { fault: false } } })).toEqual({
      settings: {
        ...defaultSettings,
        theme: 'dark',
        notices: { ...defaultSettings.notices, fault: false },
      },
      accounts: [],
    });
  });
});

describe('a bad key costs that key only', () => {
  const table: { key: keyof Settings; values: unknown[] }[] = [
    { key: 'theme', values: ['pink', 7, null] },
    { key: 'trayIcon', values: ['big', true] },
    { key: 'trayPower', values: ['yes', 1] },
    { key: 'openAtLogin', values: ['yes', 1] },
    { key: 'startHidden', values: ['no', {}] },
    { key: 'quiet', values: ['hour', { kind: 'until' }, { kind: 'until', at: 'noon' }, []] },
    { key: 'quietHours', values: ['nights', { on: true }, { ...chosen.quietHours, spans: [{}] }] },
    { key: 'formats', values: ['all', [], null] },
    { key: 'notices', values: ['all', [], null] },
    { key: 'noticesOf', values: ['all', [], null] },
  ];
  const cases = table.flatMap(({ key, values }) => values.map((value) => ({ key, value })));

  it.each(cases)('$key: $value', ({ key, value }) => {
    expect(read(kept({ settings: { ...chosen, [key]: value } }))).toEqual({
      settings: { ...chosen, [key]: defaultSettings[key] },
      accounts: [account],
      trouble: { lostKeys: [key] },
    });
  });

  it('also within the notices', () => {
    const notices = { ...chosen.notices, fault: 'loud', pluggedIn: null };
    expect(read(kept({ settings: { ...chosen, notices } }))).toEqual({
      settings: {
        ...chosen,
        notices: { ...chosen.notices, fault: true, pluggedIn: false },
      },
      accounts: [account],
      trouble: { lostKeys: ['notices.fault', 'notices.pluggedIn'] },
    });
  });

  it.each([
    ['zone', '+02:00'],
    ['zone', 'Europe/../etc'],
    ['zone', ''],
    ['zone', 'E'.repeat(61)],
    ['zone', 7],
    ['region', 'Germany'],
    ['clock', 24],
    ['weekStart', null],
  ] as const)('also within the formats: %s %j', (key, value) => {
    const { [key]: _lost, ...left } = chosen.formats;
    expect(
      read(kept({ settings: { ...chosen, formats: { ...chosen.formats, [key]: value } } })),
    ).toEqual({
      settings: { ...chosen, formats: { ...defaultSettings.formats, ...left } },
      accounts: [account],
      trouble: { lostKeys: [`formats.${key}`] },
    });
  });

  it('also within those of one charger', () => {
    const noticesOf = { 'a/1': { fault: 'loud', pluggedIn: true, rumour: true }, 'a/2': 'none' };
    expect(read(kept({ settings: { ...chosen, noticesOf } }))).toEqual({
      settings: { ...chosen, noticesOf: { 'a/1': { pluggedIn: true }, 'a/2': {} } },
      accounts: [account],
      trouble: { lostKeys: ['noticesOf.fault', 'noticesOf'] },
    });
  });

  it('never by the id of a charger, which may be anything', () => {
    const noticesOf = { 'a/1\nchargers: none\u001b[2J': { fault: true } };
    expect(read(kept({ settings: { ...chosen, noticesOf } }))).toEqual({
      settings: { ...chosen, noticesOf: {} },
      accounts: [account],
      trouble: { lostKeys: ['noticesOf'] },
    });
  });

  it.each(['all', [], 7])('settings that are none cost the settings: %o', (settings) => {
    expect(read(kept({ settings }))).toEqual({
      settings: defaultSettings,
      accounts: [account],
      trouble: { lostKeys: ['settings'] },
    });
  });

  it('names each of several', () => {
    const settings = { ...chosen, theme: 1, quiet: 1 };
    expect(read(kept({ settings, accounts: 'none' })).trouble).toEqual({
      lostKeys: ['theme', 'quiet', 'accounts'],
    });
  });
});

describe('a bad account', () => {
  const second = { ...account, id: 'b' };

  it.each([
    { what: 'no object', entry: 'a' },
    { what: 'nothing', entry: null },
    { what: 'no id', entry: { ...account, id: undefined } },
    { what: 'an empty id', entry: { ...account, id: '' } },
    { what: 'a brand that nobody knows', entry: { ...account, brand: 'acme' } },
  ])('that is or has $what costs that account only', ({ entry }) => {
    expect(read(kept({ accounts: [entry, second] }))).toEqual({
      settings: chosen,
      accounts: [second],
      trouble: { lostKeys: ['accounts[0]'] },
    });
  });

  it.each([
    { key: 'pollSeconds', value: -5, left: plainAccount },
    { key: 'pollSeconds', value: 'often', left: plainAccount },
    { key: 'label', value: 7, left: { ...account, label: '' } },
    { key: 'keepSignedIn', value: 'yes', left: { ...account, keepSignedIn: false } },
  ])('$key: $value costs that key only', ({ key, value, left }) => {
    expect(read(kept({ accounts: [second, { ...account, [key]: value }] }))).toEqual({
      settings: chosen,
      accounts: [second, left],
      trouble: { lostKeys: [`accounts[1].${key}`] },
    });
  });
});
