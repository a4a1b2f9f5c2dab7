import { describe, expect, it } from 'vitest';
import { highestPriority } from '../../../electron/tray/priority.ts';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import {
  aCharger,
  anAccount,
  anAppState,
  current,
  outdated,
  watching,
} from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';

const otherCharger: Failure = { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' };
const changed: Failure = {
  kind: 'certificateChanged',
  offered: { fingerprint: 'AA:BB', subject: 'CN=station', validFrom: 1, validTo: 2 },
};
const oldObservation = (state: ChargerStateName, more: { because?: Failure; away?: true }) =>
  aCharger({ certainty: 'outdated', at: 1, since: 1, observation: anObservation(state), ...more });
const showing = (state: ChargerStateName) => aCharger(current(anObservation(state)));
const never = aCharger({ certainty: 'never' });
const doubted = aCharger({ certainty: 'never', because: otherCharger });
const away = (state: ChargerStateName) =>
  oldObservation(state, { away: true, because: { kind: 'timedOut' } });
const signedOut = aCharger({
  certainty: 'signInNeeded',
  at: 1,
  observation: anObservation('charging'),
});

describe('a locked keychain', () => {
  const state = (signIn: 'working' | 'signedIn', secrets: 'keychain' | 'untilQuit' = 'keychain') =>
    anAppState({
      accounts: [anAccount({ signIn, secrets })],
      chargers: [showing('charging')],
      keychain: 'locked',
    });

  it('needs its owner while an account waits for it', () => {
    expect(highestPriority(state('working')).name).toBe('signIn');
    expect(highestPriority({ ...state('working'), keychain: 'unknown' }).name).toBe('charging');
  });

  it('is nobody’s business while no account does', () => {
    expect(highestPriority(state('signedIn')).name).toBe('charging');
    expect(highestPriority(state('working', 'untilQuit')).name).toBe('charging');
  });
});

describe('the most pressing of several', () => {
  // Each beats all that stand below it.
  const order: (ChargerState | ChargerStateName)[][] = [
    [signedOut, doubted],
    ['error'],
    ['charging', 'discharging', 'transferring'],
    ['lockedCar'],
    ['updating'],
    ['queued', 'waiting', 'scheduled', 'paused', 'complete'],
    ['available', 'locked'],
    ['unknown', 'offline'],
    [never],
  ];
  const charger = (one: ChargerState | ChargerStateName) =>
    typeof one === 'string' ? showing(one) : one;
  const pairs = order.flatMap((group, rank) =>
    group.flatMap((winner) =>
      order
        .slice(rank + 1)
        .flat()
        .map((loser) => [charger(winner), charger(loser)] as const),
    ),
  );
  const name = (one: ChargerState) => highestPriority(watching(one)).name;

  it.each(pairs.map(([winner, loser]) => ({ is: name(winner), over: name(loser), winner, loser })))(
    '$is before $over',
    ({ is, winner, loser }) => {
      expect(highestPriority(watching(winner, loser)).name).toBe(is);
      expect(highestPriority(watching(loser, winner)).name).toBe(is);
    },
  );

  it('is the first of equals, so that the icon does not flicker', () => {
    expect(highestPriority(watching(showing('paused'), showing('queued'))).name).toBe('paused');
    expect(highestPriority(watching(showing('queued'), showing('paused'))).name).toBe('queued');
  });
});

describe('what is drawn', () => {
  const table = {
    'a fresh state': { state: watching(showing('charging')), is: ['charging', false] },
    'an outdated state, hollow': {
      state: watching(aCharger(outdated(anObservation('charging')))),
      is: ['charging', true],
    },
    'a charger that is gone': { state: watching(away('charging')), is: ['offline', true] },
    'which presses as what it did last': {
      state: watching(showing('paused'), away('charging'), showing('lockedCar')),
      is: ['offline', true],
    },
    'and no more than that': {
      state: watching(away('available'), showing('paused')),
      is: ['paused', false],
    },
    'another charger in its place': {
      state: watching(oldObservation('charging', { because: otherCharger })),
      is: ['signIn', false],
    },
    'another certificate, for so long that it counts as gone': {
      state: watching(
        showing('error'),
        oldObservation('available', { because: changed, away: true }),
      ),
      is: ['signIn', false],
    },
    'another certificate before it was ever read': {
      state: watching(aCharger({ certainty: 'never', because: changed })),
      is: ['signIn', false],
    },
    'a charger that was never read': { state: watching(never), is: ['unknown', true] },
    'a charger that needs a sign-in': { state: watching(signedOut), is: ['signIn', false] },
    'no charger': { state: anAppState(), is: ['available', true] },
    'an account that needs a sign-in, before any charger of another': {
      state: anAppState({
        accounts: [anAccount(), anAccount({ id: 'b', signIn: 'signInNeeded' })],
        chargers: [showing('error')],
      }),
      is: ['signIn', false],
    },
  } as const;

  it.each(Object.entries(table))('%s', (_name, { state, is: [name, hollow] }) => {
    expect(highestPriority(state)).toEqual({ name, outdated: hollow });
  });
});
