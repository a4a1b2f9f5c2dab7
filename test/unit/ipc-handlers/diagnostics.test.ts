import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../../../electron/app/diagnostics.ts';
import type { Overrides } from '../../../electron/ports/overrides.ts';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { aCharger, anAccount, anAppState, readAt } from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { aNewerVersion, anUpdate } from '../../fixtures/updates.ts';

const facts = { version: '1.2.3', platform: 'linux', demo: false, runtime: 'Node 20' } as const;

function report(state: AppState, overrides: Overrides = {}): string {
  return diagnosticsOf(state, { facts, clock: new FakeClock(readAt), overrides });
}

const observation = anObservation('charging', {
  name: 'Secret garage',
  vendorCode: '194',
  powerW: 7200,
  price: { perKwh: 0.31, currency: 'EUR' },
});

const full = anAppState({
  accounts: [
    anAccount({ id: 'account-id', label: 'owner@example.com' }),
    anAccount({ id: 'b', signIn: 'signInNeeded', trouble: { kind: 'timedOut' } }),
  ],
  chargers: [
    aCharger(
      { certainty: 'current', at: readAt - 90_000, observation },
      {
        id: 'account-id/700123',
        accountId: 'account-id',
        command: { phase: 'sent', command: { kind: 'setLimit', limitA: 16 }, at: readAt },
      },
    ),
    aCharger({ certainty: 'never', because: { kind: 'unreachable' } }),
    aCharger({ certainty: 'signInNeeded', at: readAt - 1000, observation }),
    aCharger({ certainty: 'signInNeeded' }),
    aCharger({ certainty: 'outdated', at: readAt, since: readAt, observation }),
  ],
  settingsTrouble: { lostKeys: ['theme', 'accounts[0]'], keptAside: 'kept-by-somebody.json' },
  diskTrouble: true,
  history: { changes: 1, trouble: { kind: 'corrupt', keptAside: 'aside-by-somebody.db' } },
  keychain: 'locked',
});

describe('the diagnostics', () => {
  it('say what is needed to understand a report', () => {
    expect(report(full, { wallbox: { baseUrl: 'http://127.0.0.1:4711' } }).split('\n')).toEqual([
      'ChargeTray 1.2.3 (Node 20)',
      'platform: linux',
      'time: 2026-05-16T12:41:00.000Z',
      'tray: shown',
      'keychain: locked',
      'disk: refuses',
      'history: corrupt',
      'updates: never offered here',
      'settings lost: theme, accounts[0]',
      'overrides: wallbox',
      'account 1: wallbox, signedIn, secrets keychain, every 120 s, trouble none',
      'account 2: wallbox, signInNeeded, secrets keychain, every 120 s, trouble timedOut',
      'charger 1: wallbox, Pulsar Plus, current, 90 s old, state charging (194), ' +
        'wish setLimit sent',
      'charger 2: wallbox, never, because unreachable',
      'charger 3: wallbox, Pulsar Plus, signInNeeded, 1 s old, state charging (194)',
      'charger 4: wallbox, signInNeeded',
      'charger 5: wallbox, Pulsar Plus, outdated, 0 s old, state charging (194)',
    ]);
  });

  it('say so where there is nothing to say', () => {
    expect(report(anAppState())).toContain(
      'history: ok\nupdates: never offered here\nsettings lost: none\noverrides: none',
    );
  });

  it.each(['Secret garage', 'owner@example.com', '@', 'account-id', '700123', 'somebody', '4711'])(
    'do not contain %s',
    (secret) =>
      expect(report(full, { wallbox: { baseUrl: 'http://127.0.0.1:4711' } })).not.toContain(secret),
  );

  it.each([
    [null, { phase: 'idle' }, 'not chosen, itself, idle'],
    [true, { phase: 'failed', why: 'notSigned', at: readAt }, 'on, itself, failed, notSigned'],
    [false, { phase: 'found', newer: aNewerVersion() }, 'off, itself, found'],
  ] as const)('say whether newer versions are looked for: %s, %o', (updates, progress, words) => {
    const settings = { ...full.settings, updates };
    const lines = report({ ...full, settings, update: anUpdate(progress) }).split('\n');
    expect(lines).toContain(`updates: ${words}`);
  });
});
