import { describe, expect, it } from 'vitest';
import { calls } from '../../../shared/ipc/contract.ts';
import {
  bridgeName,
  type CallName,
  callNames,
  channel,
  eventNames,
} from '../../../shared/ipc/names.ts';

const account = { accountId: 'a' };
const form = { fields: { email: 'x', password: 'y' }, keepSignedIn: true, untilQuit: false };
const ask = (wish: unknown) => ({ chargerId: 'a/1', wish });
const long = (length: number) => 'x'.repeat(length);

/** For each call what it takes, and what it must not take. */
const table: Record<CallName, { takes: unknown[]; refuses: unknown[] }> = {
  getState: { takes: [undefined], refuses: [{}, null, 'now'] },
  ask: {
    takes: [
      ask({ kind: 'pause' }),
      ask({ kind: 'setLimit', limitA: 6 }),
      ask({ kind: 'setEcoSmart', mode: 'eco' }),
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
      { chargerId: '', wish: { kind: 'pause' } },
      { chargerId: long(201), wish: { kind: 'pause' } },
      { wish: { kind: 'pause' } },
      { ...ask({ kind: 'pause' }), more: 1 },
    ],
  },
  refresh: { takes: [undefined], refuses: [{}] },
  loadDetails: { takes: [{ chargerId: 'a/1' }], refuses: [undefined, {}, { chargerId: 7 }] },
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
  changeSettings: {
    takes: [{}, { theme: 'dark' }, { notices: { fault: false } }, { openAtLogin: true }],
    refuses: [
      undefined,
      { theme: 'pink' },
      { notices: { rumour: true } },
      { notices: { fault: 1 } },
      { quiet: { kind: 'always' } },
      { accounts: [] },
    ],
  },
  setQuiet: { takes: [{ quiet: 'hour' }], refuses: [{ quiet: 'week' }, { quiet: 7 }, {}] },
  tryKeychain: { takes: [undefined], refuses: [{}] },
  diagnostics: { takes: [undefined], refuses: [{}] },
  copyText: { takes: [{ text: '' }], refuses: [{ text: 7 }, { text: long(200_001) }] },
  openLink: {
    takes: [{ link: 'wallboxPortal' }],
    refuses: [{ link: 'https://example.com' }, { link: 'file:///etc' }, {}],
  },
  closeWindow: { takes: [undefined], refuses: [{}] },
};

describe('what the window may say', () => {
  const cases = callNames.map((name) => ({ name, ...table[name] }));

  it.each(cases)('$name', ({ name, takes, refuses }) => {
    const { request } = calls[name];
    for (const value of takes) expect(request.safeParse(value).success).toBe(true);
    for (const value of refuses) expect(request.safeParse(value).success).toBe(false);
  });
});

describe('the names', () => {
  it('are those of the contract', () => {
    expect(Object.keys(calls).sort()).toEqual([...callNames].sort());
  });

  it('are one channel each, under the name of the app', () => {
    const channels = [...callNames, ...eventNames].map(channel);
    expect(new Set(channels).size).toBe(callNames.length + eventNames.length);
    for (const one of channels) expect(one.startsWith(`${bridgeName}:`)).toBe(true);
  });
});
