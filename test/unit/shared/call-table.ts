import { defaultPlan } from '../../../shared/domain/price/charge-plan.ts';
import type { CallName } from '../../../shared/ipc/names.ts';
import { brokerCalls } from './broker-calls.ts';
import { historyCalls } from './history-calls.ts';
import { priceCalls } from './price-calls.ts';
import { scheduleCalls } from './schedule-calls.ts';

const account = { accountId: 'a' };
const form = { fields: { email: 'x', password: 'y' }, keepSignedIn: true, untilQuit: false };
const ask = (command: unknown) => ({ chargerId: 'a/1', command });
const long = (length: number) => 'x'.repeat(length);

/** For each call what it takes, and what it must not take. */
export const callTable: Record<CallName, { takes: unknown[]; refuses: unknown[] }> = {
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
  ...historyCalls,
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
