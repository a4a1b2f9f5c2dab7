import { beforeEach, describe, expect, it } from 'vitest';
import type { AppPorts } from '../../../electron/app/app-services.ts';
import { Services } from '../../../electron/app/services.ts';
import { adapters } from '../../../electron/integrations/registry.ts';
import { createHandlers } from '../../../electron/ipc/create-handlers.ts';
import type { Handlers } from '../../../electron/ipc/handlers.ts';
import { nextMorning } from '../../../electron/settings/next-morning.ts';
import { failed } from '../../../shared/result.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { FakeMachine } from '../../fakes/fake-machine.ts';
import { FakePorts } from '../../fakes/fake-ports.ts';

const hour = 3_600_000;

let clock: FakeClock;
let machine: FakeMachine;
let desk: FakePorts;
/** What the window and the desktop were told to do. */
let did: string[];
let services: Services;
let handlers: Handlers;

beforeEach(() => {
  clock = new FakeClock();
  machine = new FakeMachine();
  desk = new FakePorts(machine, clock, {});
  did = [];
  const ports: AppPorts = {
    ...desk.ports,
    window: {
      ...desk.ports.window,
      close: () => void did.push('close'),
      setTheme: (theme) => void did.push(`theme ${theme}`),
      setZoom: (factor) => void did.push(`zoom ${factor}`),
    },
    desktop: {
      setOpenAtLogin: async (open) => did.push(`open at login ${open}`) > 0,
      keepOpenAtLogin: () => void did.push('keep open at login'),
      settled: async () => undefined,
      copyText: (text) => void did.push(`copy ${text}`),
      setShortcut: (keys) => {
        did.push(`shortcut ${keys}`);
        return keys !== 'Ctrl+Alt+T';
      },
      openLink: (link) => void did.push(`link ${link}`),
      quit: () => void did.push('quit'),
      reveal: ({ title, value }) => void did.push(`reveal ${title} ${value}`),
      saveBytes: async () => 'failed',
      choosePlace: async () => undefined,
      chooseFile: async () => undefined,
      saveText: async (name) => {
        did.push(`save ${name}`);
        return 'saved';
      },
    },
  };
  services = new Services(ports, adapters);
  handlers = createHandlers(services);
});

const state = () => services.store.get();

it('a shortcut that another program has is said, and another one is taken', () => {
  handlers.changeSettings({ shortcut: 'Ctrl+Alt+T' });
  expect(state().shortcut).toBe('taken');
  handlers.changeSettings({ shortcut: 'Ctrl+Alt+C' });
  expect(state().shortcut).toBe('active');
  handlers.changeSettings({ shortcut: null });
  expect(state().shortcut).toBe('none');
  handlers.changeSettings({ zoom: 1.25 });
  expect(did).toEqual(['shortcut Ctrl+Alt+T', 'shortcut Ctrl+Alt+C', 'shortcut null', 'zoom 1.25']);
  expect(state().settings.zoom).toBe(1.25);
});

it('a test notification is shown also while they are off, and says what became of it', async () => {
  await handlers.setQuiet({ quiet: 'always' });
  expect(await handlers.testNotification(undefined)).toBe('shown');
  expect(desk.tested).toMatchObject([{ title: 'Test notification' }]);
  desk.noticesFail = true;
  expect(await handlers.testNotification(undefined)).toBe('noService');
});

describe('the settings', () => {
  it('are kept, shown, and reach the ports they are about', async () => {
    handlers.changeSettings({ theme: 'dark', openAtLogin: true, notices: { fault: false } });
    expect(state().settings).toMatchObject({ theme: 'dark', openAtLogin: true });
    expect(state().settings.notices.fault).toBe(false);
    expect(did).toEqual(['theme dark', 'open at login true']);
    await turns();
    expect(machine.files.get('settings')).toContain('"theme":"dark"');
  });

  it('that did not change reach no port', () => {
    handlers.changeSettings({ startHidden: false });
    expect(did).toEqual([]);
  });

  it('can also be switched off', () => {
    handlers.changeSettings({ openAtLogin: false });
    expect(did).toEqual(['open at login false']);
  });
});

describe('quiet', () => {
  it.each([
    { quiet: 'no', is: () => ({ kind: 'no' }) },
    { quiet: 'always', is: () => ({ kind: 'always' }) },
    { quiet: 'hour', is: () => ({ kind: 'until', at: clock.now() + hour }) },
    {
      quiet: 'tomorrow',
      is: () => ({ kind: 'until', at: nextMorning(clock.now(), 'Europe/Berlin') }),
    },
  ] as const)('$quiet', ({ quiet, is }) => {
    handlers.setQuiet({ quiet });
    expect(state().settings.quiet).toEqual(is());
  });

  it('for an hour shows itself again when it is over', async () => {
    handlers.setQuiet({ quiet: 'hour' });
    const before = state().counter;
    await clock.advance(hour);
    expect(state().counter).toBeGreaterThan(before);
  });
});

describe('a charger that nobody knows', () => {
  it('cannot be asked', async () => {
    expect(await handlers.execute({ chargerId: 'a/1', command: { kind: 'pause' } })).toEqual(
      failed({ kind: 'blocked', why: 'neverRead' }),
    );
  });

  it('has no details', async () => {
    expect(await handlers.loadDetails({ chargerId: 'a/1' })).toEqual(
      failed({ kind: 'notSupported' }),
    );
  });
});

describe('an account that nobody knows', () => {
  it('is left alone by everything', async () => {
    const accountId = 'x';
    const form = { fields: {}, keepSignedIn: true, untilQuit: false };
    expect(await handlers.signInAgain({ accountId, ...form })).toEqual(
      failed({ kind: 'notSupported' }),
    );
    expect(await handlers.signOut({ accountId })).toBeNull();
    expect(await handlers.forgetAccount({ accountId })).toBeNull();
    expect(handlers.setKeepSignedIn({ accountId, keep: true })).toBeNull();
    expect(handlers.setPollSeconds({ accountId, seconds: 60 })).toBeNull();
    expect(state().accounts).toEqual([]);
  });
});

describe('the rest', () => {
  it('gives the state, whole', () => {
    expect(handlers.getState(undefined)).toBe(state());
  });

  it('goes to the desktop', () => {
    handlers.copyText({ text: 'words' });
    handlers.openLink({ link: 'trayHelp' });
    handlers.closeWindow(undefined);
    expect(did).toEqual(['copy words', 'link trayHelp', 'close']);
  });

  it('looks, and asks the keychain, also when there is nothing to look at', () => {
    expect(handlers.refresh(undefined)).toBeNull();
    expect(handlers.tryKeychain(undefined)).toBeNull();
    expect(clock.waiting).toBe(0);
  });

  it('reports', async () => {
    expect(await handlers.diagnostics(undefined)).toMatch(/^ChargeTray 0\.0\.0 \(test\)\n/);
  });
});
