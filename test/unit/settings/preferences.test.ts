import { beforeEach, describe, expect, it } from 'vitest';
import { isChargerOf } from '../../../electron/integrations/connections.ts';
import { readSettings } from '../../../electron/settings/kept-settings.ts';
import { Preferences } from '../../../electron/settings/preferences.ts';
import { defaultSettings, type SettingsChange } from '../../../shared/domain/app/settings.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

let clock: FakeClock;
let file: FakeKeptFile;
/** What was heard of every write. */
let wrote: (Error | undefined)[];
let log: RecordedLog;
let preferences: Preferences;

beforeEach(() => {
  clock = new FakeClock();
  file = new FakeKeptFile();
  wrote = [];
  log = new RecordedLog();
  preferences = new Preferences({
    clock,
    file,
    log,
    wrote: (failure) => void wrote.push(failure),
  });
});

const account = { id: 'a', brand: 'wallbox', label: 'owner', keepSignedIn: true } as const;

describe('a change', () => {
  const table: Record<string, SettingsChange> = {
    'the language': { language: 'nl' },
    'the way of writing': { formats: { region: 'CH', clock: 'h12', weekStart: 'sunday' } },
    'the theme': { theme: 'dark' },
    'the icon': { trayIcon: 'forDarkPanel' },
    'the power beside it': { trayPower: true },
    'a start at login': { openAtLogin: true },
    'a start with a window': { startHidden: false },
    'several at once': { theme: 'light', openAtLogin: true },
    'nothing at all': {},
  };

  it.each(Object.entries(table))('%s is kept, and the rest stays', (_name, change) => {
    preferences.setQuiet({ kind: 'always' });
    preferences.change(change);
    const expected = { ...defaultSettings, quiet: { kind: 'always' }, ...change };
    expect(preferences.get()).toEqual(expected);
    expect(readSettings(file).settings).toEqual(expected);
  });

  it('of one notice leaves the others as they are', () => {
    preferences.change({ notices: { fault: false } });
    preferences.change({ notices: { pluggedIn: true } });
    expect(preferences.get().notices).toEqual({
      ...defaultSettings.notices,
      fault: false,
      pluggedIn: true,
    });
  });

  it('that says nothing of a notice does not change it', () => {
    preferences.change({ notices: { fault: undefined } } as unknown as SettingsChange);
    expect(preferences.get().notices).toEqual(defaultSettings.notices);
  });

  it('never loses the accounts, nor the accounts the settings', () => {
    preferences.saveRecords([account]);
    preferences.change({ theme: 'dark' });
    expect(readSettings(file)).toEqual({
      settings: { ...defaultSettings, theme: 'dark' },
      accounts: [account],
    });
    expect(preferences.records()).toEqual([account]);
  });

  it('leaves what was handed out before as it was', () => {
    const before = preferences.get();
    const copy = structuredClone(before);
    preferences.change({ theme: 'dark', notices: { fault: !before.notices.fault } });
    expect(before).toEqual(copy);
  });
});

describe('the disk', () => {
  it('is not written to by reading', () => {
    expect(file.writes).toBe(0);
    expect(wrote).toEqual([]);
  });

  it('that takes a write is heard of', async () => {
    preferences.change({ theme: 'dark' });
    await turns();
    expect(wrote).toEqual([undefined]);
  });

  it.each([new Error('full'), 'full'])(
    'that refuses is heard of, and what was chosen holds: %o',
    async (why) => {
      file.refuses = why;
      preferences.change({ theme: 'dark' });
      preferences.saveRecords([account]);
      await turns();
      expect(wrote).toEqual([new Error('full'), new Error('full')]);
      expect(preferences.get().theme).toBe('dark');
      file.refuses = undefined;
      preferences.setQuiet({ kind: 'no' });
      await turns();
      expect(wrote.at(-1)).toBeUndefined();
      expect(readSettings(file)).toMatchObject({
        settings: { theme: 'dark' },
        accounts: [account],
      });
    },
  );

  it('that does not answer is heard of, and so is that it does in the end', async () => {
    const goOn = file.hang();
    preferences.change({ theme: 'dark' });
    await clock.advance(9999);
    expect(wrote).toEqual([]);
    await clock.advance(1);
    expect(wrote).toEqual([new Error('The disk does not answer')]);
    goOn();
    await turns();
    expect(wrote.at(-1)).toBeUndefined();
    expect(clock.waiting).toBe(0);
  });

  it('what could not be read at start is still told after a change', () => {
    const kept = { settings: { theme: 1 }, accounts: [{ ...account, label: 7 }, 'owner'] };
    const broken = new Preferences({
      clock,
      file: new FakeKeptFile(kept),
      log,
      wrote: () => undefined,
    });
    broken.change({ theme: 'dark' });
    const lostKeys = ['theme', 'accounts[0].label', 'accounts[1]'];
    expect(broken.trouble()).toEqual({ lostKeys });
    expect(log.lines).toEqual([
      {
        level: 'warn',
        line: 'settings were not understood',
        facts: { lost: 'theme accounts[0].label accounts[1]' },
      },
    ]);
  });
});

describe('what is chosen for one charger', () => {
  const own = (chargerId: string, notices: object) => ({ noticesOf: { chargerId, notices } });

  it('is kept beside that of others, until it is like all again or its charger is gone', () => {
    preferences.change(own('a/1', { fault: false }));
    preferences.change(own('a/1', { pluggedIn: true }));
    preferences.change(own('b/1', { fault: false }));
    const both = { 'a/1': { fault: false, pluggedIn: true }, 'b/1': { fault: false } };
    expect(preferences.get().noticesOf).toEqual(both);
    preferences.change(own('a/1', { fault: null }));
    preferences.change(own('b/1', { fault: null }));
    expect(preferences.get().noticesOf).toEqual({ 'a/1': { pluggedIn: true } });
    preferences.forgetChargers((id) => isChargerOf('b', id));
    preferences.change(own('ab/1', { fault: false }));
    preferences.forgetChargers((id) => isChargerOf('a', id));
    expect(preferences.get().noticesOf).toEqual({ 'ab/1': { fault: false } });
    preferences.forgetChargers((id) => isChargerOf('ab', id));
    expect(preferences.get().noticesOf).toEqual({});
    expect(file.read().value).toMatchObject({ settings: { noticesOf: {} } });
  });

  it('goes with its charger: name, place and whether it is hidden', () => {
    const names = { 'a/1': 'Left bay', 'b/1': 'Right bay' };
    preferences.change({ chargers: { names, order: ['b/1', 'a/1'], hidden: ['a/1', 'b/1'] } });
    preferences.forgetChargers((id) => isChargerOf('a', id));
    const left = { names: { 'b/1': 'Right bay' }, order: ['b/1'], hidden: ['b/1'] };
    expect(preferences.get().chargers).toEqual(left);
    expect(file.read().value).toMatchObject({ settings: { chargers: left } });
  });
});

describe('a file of a version that knows more', () => {
  const acme = { id: 'c', brand: 'acme', label: 'of a later time', keepSignedIn: true };
  const kept = {
    version: 7,
    places: ['home'],
    settings: {
      theme: 'sepia',
      sound: 'loud',
      quiet: { kind: 'nights', from: 22 },
      notices: { fault: false, rumour: true },
      noticesOf: { 'a/1': { fault: true, rumour: false }, 'b/1': { rumour: true } },
      history: { samplesDays: 90 },
    },
    accounts: [{ ...account, colour: 'red' }, acme, { ...account, id: 'b', pollSeconds: 'often' }],
  };
  const other = { ...account, id: 'b' };

  function open(): Preferences {
    file = new FakeKeptFile(kept);
    return new Preferences({ clock, file, log, wrote: () => undefined });
  }

  it('finds all of it again that nobody has changed', () => {
    const older = open();
    older.change({ openAtLogin: true, notices: { pluggedIn: true } });
    older.change({ noticesOf: { chargerId: 'a/1', notices: { pluggedIn: true } } });
    expect(older.get()).toMatchObject({ theme: 'system', quiet: { kind: 'no' } });
    expect(file.read().value).toMatchObject({
      ...kept,
      settings: {
        ...kept.settings,
        openAtLogin: true,
        notices: { fault: false, rumour: true, pluggedIn: true },
        noticesOf: {
          'a/1': { fault: true, rumour: false, pluggedIn: true },
          'b/1': { rumour: true },
        },
      },
      accounts: expect.arrayContaining(kept.accounts),
    });
  });

  it('holds what was changed meanwhile in the place of it', () => {
    const older = open();
    older.change({ theme: 'dark', history: {} });
    older.setQuiet({ kind: 'always' });
    older.saveRecords([{ ...account, label: 'new' }, other]);
    older.saveRecords([{ ...account, label: 'newer', pollSeconds: 90 }]);
    const { settings, accounts } = file.read().value as typeof kept;
    expect(settings).toMatchObject({ theme: 'dark', sound: 'loud', notices: { rumour: true } });
    expect(settings.quiet).toEqual({ kind: 'always' });
    expect(settings.history).toEqual({});
    // An account that was forgotten is gone, with all that a later version knew of it.
    expect(accounts).toEqual([
      { ...account, label: 'newer', pollSeconds: 90, colour: 'red' },
      acme,
    ]);
  });

  it('loses what is no account at all', () => {
    file = new FakeKeptFile({ accounts: ['owner', null, {}, { id: '' }, { id: 7 }, account] });
    new Preferences({ clock, file, log, wrote: () => undefined }).change({});
    expect(file.read().value).toMatchObject({ version: 1, accounts: [account] });
  });
});
