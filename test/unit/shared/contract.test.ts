import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../shared/domain/price/charge-plan.ts';
import {
  bridgeName,
  type CallName,
  callNames,
  channel,
  eventNames,
} from '../../../shared/ipc/names.ts';
import { requestSchemas } from '../../../shared/schema/calls.ts';
import { brokerCalls } from './broker-calls.ts';
import { priceCalls } from './price-calls.ts';
import { scheduleCalls } from './schedule-calls.ts';

const account = { accountId: 'a' };
const form = { fields: { email: 'x', password: 'y' }, keepSignedIn: true, untilQuit: false };
const ask = (command: unknown) => ({ chargerId: 'a/1', command });
const long = (length: number) => 'x'.repeat(length);
const may = { from: 0, to: 2_678_400_000 };
const anExport = { query: may, what: 'sessions', format: 'csv', zone: 'UTC' };
const excel = { decimal: ',', separator: ';', locale: 'de-DE' };
const aStatement = { chargers: ['acme/1'], from: '2026-11-01', to: '2026-11-30', zone: 'UTC' };

/** For each call what it takes, and what it must not take. */
const table: Record<CallName, { takes: unknown[]; refuses: unknown[] }> = {
  getState: { takes: [undefined], refuses: [{}, null, 'now'] },
  execute: {
    takes: [
      ask({ kind: 'pause' }),
      ask({ kind: 'setLimit', limitA: 6 }),
      ask({ kind: 'setSolarMode', mode: 'eco' }),
      ask({ kind: 'setPrice', perKwh: -0.05 }),
    ],
    refuses: [
      ask(undefined),
      ask({ kind: 'factoryReset' }),
      ask({ kind: 'pause', action: 4 }),
      ask({ kind: 'setLimit' }),
      ask({ kind: 'setLimit', limitA: '16' }),
      ask({ kind: 'setLimit', limitA: 16.5 }),
      ask({ kind: 'setLimit', limitA: 0 }),
      ask({ kind: 'setLimit', limitA: 81 }),
      ask({ kind: 'setLimit', limitA: Number.NaN }),
      ask({ kind: 'setPrice', perKwh: 5.01 }),
      ask({ kind: 'setPrice', perKwh: Number.POSITIVE_INFINITY }),
      { chargerId: '', command: { kind: 'pause' } },
      { chargerId: long(201), command: { kind: 'pause' } },
      { command: { kind: 'pause' } },
      { ...ask({ kind: 'pause' }), more: 1 },
    ],
  },
  refresh: { takes: [undefined], refuses: [{}] },
  ...priceCalls,
  ...brokerCalls,
  setPlan: {
    takes: [
      { chargerId: 'a/1', plan: defaultPlan },
      { chargerId: 'a/1', plan: { ...defaultPlan, mode: { kind: 'below', perKwh: -0.01 } } },
      { chargerId: 'a/1', plan: { ...defaultPlan, amount: { kind: 'energy', wh: 22_000 } } },
      { chargerId: 'a/1', plan: { ...defaultPlan, notBefore: 1320, remindAt: 0, atOnceWh: 5000 } },
    ],
    refuses: [
      { chargerId: 'a/1' },
      { plan: defaultPlan },
      { chargerId: 'a/1', plan: { ...defaultPlan, amount: { kind: 'energy', wh: 0 } } },
      { chargerId: 'a/1', plan: { ...defaultPlan, amount: { kind: 'energy', wh: 500_001 } } },
      { chargerId: 'a/1', plan: { ...defaultPlan, amount: { kind: 'time', ms: Number.NaN } } },
      { chargerId: 'a/1', plan: { ...defaultPlan, readyBy: { days: [], minute: 420 } } },
      { chargerId: 'a/1', plan: { ...defaultPlan, readyBy: { days: [8], minute: 420 } } },
      { chargerId: 'a/1', plan: { ...defaultPlan, mode: { kind: 'below', perKwh: '20' } } },
      { chargerId: 'a/1', plan: { ...defaultPlan, installerLimit: 32 } },
    ],
  },
  previewPlan: {
    takes: [{ chargerId: 'a/1', plan: defaultPlan }],
    refuses: [undefined, { chargerId: 'a/1', plan: { ...defaultPlan, isOn: 'yes' } }],
  },
  continuePlan: { takes: [{ chargerId: 'a/1' }], refuses: [undefined, {}, { chargerId: '' }] },
  loadDetails: { takes: [{ chargerId: 'a/1' }], refuses: [undefined, {}, { chargerId: 7 }] },
  ...scheduleCalls,
  addAccount: {
    takes: [
      { brand: 'wallbox', ...form },
      { brand: 'fcsp', ...form, useFound: true },
      { brand: 'fcsp', ...form, confirmed: { fingerprint: 'AB:CD' } },
    ],
    refuses: [
      form,
      { brand: 'acme', ...form },
      { brand: 'wallbox', ...form, fields: { email: '' } },
      { brand: 'wallbox', ...form, fields: { email: long(1001) } },
      { brand: 'wallbox', ...form, fields: { [long(41)]: 'x' } },
      { brand: 'wallbox', ...form, fields: ['x'] },
      { brand: 'wallbox', ...form, untilQuit: 'yes' },
      { brand: 'fcsp', ...form, useFound: false },
      { brand: 'fcsp', ...form, confirmed: true },
      { brand: 'fcsp', ...form, confirmed: { fingerprint: long(201) } },
      { brand: 'fcsp', ...form, confirmed: { everything: true } },
    ],
  },
  signInAgain: {
    takes: [
      { ...account, ...form },
      { ...account, ...form, confirmed: { fingerprint: 'AB:CD', chargerId: 'SWA12ABC' } },
    ],
    refuses: [
      form,
      { ...account, fields: {} },
      { ...account, ...form, useFound: true },
      { ...account, ...form, confirmed: { chargerId: '' } },
    ],
  },
  findSettings: {
    takes: [{ brand: 'fcsp' }],
    refuses: [undefined, {}, { brand: 'acme' }, { brand: 'fcsp', path: 'elsewhere' }],
  },
  cancelSignIn: { takes: [undefined], refuses: [{}, account] },
  signOut: { takes: [account], refuses: [undefined, {}, { ...account, all: true }] },
  forgetAccount: { takes: [account], refuses: [undefined, {}, { ...account, all: true }] },
  setKeepSignedIn: {
    takes: [{ ...account, keep: false }],
    refuses: [account, { ...account, keep: 0 }],
  },
  setPollSeconds: {
    takes: [
      { ...account, seconds: 1 },
      { ...account, seconds: 86_400 },
    ],
    refuses: [0, -1, 1.5, 86_401, '60'].map((seconds) => ({ ...account, seconds })),
  },
  setTimeoutSeconds: {
    takes: [
      { ...account, seconds: 5 },
      { ...account, seconds: 120 },
    ],
    refuses: [4, 121, 7.5, '30'].map((seconds) => ({ ...account, seconds })),
  },
  reveal: { takes: [{ chargerId: 'a/1' }], refuses: [undefined, {}, { chargerId: '' }] },
  makeReport: { takes: [{ chargerId: 'a/1' }], refuses: [undefined, {}, { chargerId: 7 }] },
  saveReport: {
    takes: [{ chargerId: 'a/1' }],
    refuses: [undefined, {}, { chargerId: 'a/1', path: 'anywhere' }],
  },
  historyChargers: { takes: [undefined], refuses: [{}] },
  listSessions: {
    takes: [
      { query: may, limit: 100 },
      { query: { ...may, charger: 'acme/1' }, limit: 5000, before: { startedAt: 7, id: 3 } },
    ],
    refuses: [
      { query: may },
      { limit: 100 },
      { query: may, limit: 0 },
      { query: may, limit: 5001 },
      { query: { ...may, charger: '' }, limit: 100 },
      { query: { ...may, where: 'cost > 1' }, limit: 100 },
      { query: { from: 'May', to: 9 }, limit: 100 },
      { query: may, limit: 100, before: { startedAt: 7 } },
    ],
  },
  changeSession: {
    takes: [
      { id: 3, change: { kind: 'tag', tag: 'business' } },
      { id: 3, change: { kind: 'tag' } },
      { id: 3, change: { kind: 'note', note: long(500) } },
      { id: 3, change: { kind: 'correct', corrected: {} } },
      {
        id: 3,
        change: {
          kind: 'correct',
          corrected: { startedAt: 1, energyWh: 1.5, cost: { amount: '3.41', currency: 'EUR' } },
        },
      },
      { id: 3, change: { kind: 'delete' } },
      { id: 3, change: { kind: 'restore' } },
    ],
    refuses: [
      undefined,
      { id: 3 },
      { id: 3, change: { kind: 'tag', tag: 'mine' } },
      { id: 3, change: { kind: 'note', note: long(501) } },
      { id: 3, change: { kind: 'correct', corrected: { energyWh: -1 } } },
      { id: 3, change: { kind: 'correct', corrected: { peakW: 1 } } },
      { id: 3, change: { kind: 'correct', corrected: { cost: { amount: '1', currency: 'eur' } } } },
      { id: 3, change: { kind: 'delete', all: true } },
    ],
  },
  deletedSessions: { takes: [undefined], refuses: [{}] },
  showSession: { takes: [{ id: 3 }], refuses: [undefined, {}, { id: '3' }, { id: 1.5 }] },
  sumSessions: {
    takes: [
      { query: may, by: 'day', zone: 'UTC' },
      { query: may, by: 'year', zone: 'UTC' },
      { query: may, by: 'day', zone: 'UTC', before: may },
    ],
    refuses: [
      { query: may, by: 'hour', zone: 'UTC' },
      { query: may, by: 'day' },
      { query: may, by: 'day', zone: '' },
      { query: may, by: 'day', zone: 'UTC', before: { from: 0 } },
      { query: may, by: 'day', zone: 'UTC', before: { from: 0, to: 1 / 0 } },
    ],
  },
  fetchSessions: {
    takes: [{ charger: 'acme/1', ...may }],
    refuses: [may, { charger: '', ...may }, { charger: long(201), ...may }],
  },
  exportHistory: {
    takes: [anExport, { ...anExport, what: 'samples', format: 'json' }, { ...anExport, excel }],
    refuses: [
      { ...anExport, what: 'passwords' },
      { ...anExport, format: 'exe' },
      { ...anExport, excel: { ...excel, separator: '=' } },
      { ...anExport, excel: { ...excel, locale: 'no locale' } },
      { ...anExport, path: 'anywhere' },
    ],
  },
  cancelExport: { takes: [undefined], refuses: [{}] },
  getStatement: {
    takes: [aStatement, { ...aStatement, from: '2026-11-30', only: 'business' }],
    refuses: [
      ...['2026-13-01', '2026-02-30', '26-11-01', '2026-11', 11, '2026-12-01'].map((from) => ({
        ...aStatement,
        from,
      })),
      { ...aStatement, chargers: [] },
      { ...aStatement, only: 'private' },
      { ...aStatement, zone: 'Moon' },
    ],
  },
  savePdf: {
    takes: [{ name: 'May.pdf' }],
    refuses: [undefined, {}, { name: '' }, { name: long(121) }, { name: 'x', path: 'anywhere' }],
  },
  savePicture: {
    takes: [{ name: 'May.png', png: 'iVBORw0KGgo=' }],
    refuses: [
      { name: 'May.png' },
      { name: 'May.png', png: '<svg>' },
      { name: 'May.png', png: 'AAAA'.repeat(1_000_001) },
    ],
  },
  backUp: { takes: [undefined], refuses: [{}, { path: 'anywhere' }] },
  restoreBackup: { takes: [undefined], refuses: [{}, { path: 'anywhere' }] },
  changeSettings: {
    takes: [
      {},
      { theme: 'dark' },
      { notices: { fault: false } },
      { openAtLogin: true },
      { history: {} },
      { history: { samplesDays: 366, sessionsDays: 3653 } },
      { zoom: 1.5, shortcut: 'Ctrl+Alt+C' },
      { shortcut: 'Super+F12' },
      { shortcut: null },
      { chargers: { names: { 'a/1': 'Carport' }, order: ['a/1'], hidden: [] } },
    ],
    refuses: [
      { history: { samplesDays: 1 } },
      { history: { days: 366 } },
      { zoom: 0.1 },
      { zoom: Number.NaN },
      { shortcut: 'C' },
      { shortcut: 'Shift+C' },
      { shortcut: 'Ctrl+Alt' },
      { shortcut: 'Ctrl+MediaPlayPause' },
      { chargers: { names: { 'a/1': ' ' }, order: [], hidden: [] } },
      { chargers: { names: { 'a/1': 'x'.repeat(81) }, order: [], hidden: [] } },
      { chargers: { names: {}, order: [''], hidden: [] } },
      undefined,
      { theme: 'pink' },
      { notices: { rumour: true } },
      { notices: { fault: 1 } },
      { quiet: { kind: 'always' } },
      { accounts: [] },
    ],
  },
  setQuiet: { takes: [{ quiet: 'hour' }], refuses: [{ quiet: 'week' }, { quiet: 7 }, {}] },
  testNotification: { takes: [undefined], refuses: [{}] },
  tryKeychain: { takes: [undefined], refuses: [{}] },
  diagnostics: { takes: [undefined], refuses: [{}] },
  copyText: { takes: [{ text: '' }], refuses: [{ text: 7 }, { text: long(200_001) }] },
  openLink: {
    takes: [{ link: 'wallboxPortal' }],
    refuses: [{ link: 'https://example.com' }, { link: 'file:///etc' }, {}],
  },
  answerLink: {
    takes: [{ counter: 1 }],
    refuses: [undefined, {}, { counter: 0 }, { counter: 1, execute: 'pause' }],
  },
  update: {
    takes: [{ step: 'check' }, { step: 'postpone' }],
    refuses: [undefined, {}, { step: 'force' }, { step: 'install', version: '9.9.9' }],
  },
  licences: {
    takes: [{ list: 'app' }, { list: 'browser' }],
    refuses: [undefined, {}, { list: '../secrets' }, { list: 'app', path: 'elsewhere' }],
  },
  closeWindow: { takes: [undefined], refuses: [{}] },
};

describe('what the window may say', () => {
  const cases = callNames.map((name) => ({ name, ...table[name] }));

  it.each(cases)('$name', ({ name, takes, refuses }) => {
    const request = requestSchemas[name];
    for (const value of takes) expect(request.safeParse(value).success).toBe(true);
    for (const value of refuses) expect(request.safeParse(value).success).toBe(false);
  });
});

describe('the names', () => {
  it('are those of the contract', () => {
    expect(Object.keys(requestSchemas).sort()).toEqual([...callNames].sort());
  });

  it('are one channel each, under the name of the app', () => {
    const channels = [...callNames, ...eventNames].map(channel);
    expect(new Set(channels).size).toBe(callNames.length + eventNames.length);
    for (const one of channels) expect(one.startsWith(`${bridgeName}:`)).toBe(true);
  });
});
