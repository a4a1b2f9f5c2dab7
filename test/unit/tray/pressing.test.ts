import { describe, expect, it } from 'vitest';
import { mostPressing } from '../../../electron/tray/pressing.ts';
import type { ChargerState } from '../../../shared/domain/app-state.ts';
import type { ChargerStateName } from '../../../shared/domain/status.ts';
import {
  aCharger,
  anAccount,
  anAppState,
  current,
  outdated,
  watching,
} from '../../fixtures/app-states.ts';
import { observation } from '../../fixtures/observations.ts';

const showing = (state: ChargerStateName) => aCharger(current(observation(state)));
const never = aCharger({ certainty: 'never' });
const signedOut = aCharger({ certainty: 'signInNeeded', at: 1, seen: observation('charging') });

describe('the most pressing of several', () => {
  // Each beats all that stand below it.
  const order: (ChargerState | ChargerStateName)[][] = [
    [signedOut],
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
  const name = (one: ChargerState) => mostPressing(watching(one)).name;

  it.each(pairs.map(([winner, loser]) => ({ is: name(winner), over: name(loser), winner, loser })))(
    '$is before $over',
    ({ is, winner, loser }) => {
      expect(mostPressing(watching(winner, loser)).name).toBe(is);
      expect(mostPressing(watching(loser, winner)).name).toBe(is);
    },
  );

  it('is the first of equals, so that the icon does not flicker', () => {
    expect(mostPressing(watching(showing('paused'), showing('queued'))).name).toBe('paused');
    expect(mostPressing(watching(showing('queued'), showing('paused'))).name).toBe('queued');
  });
});

describe('what is drawn', () => {
  const table = {
    'a fresh state': { state: watching(showing('charging')), is: ['charging', false] },
    'an outdated state, hollow': {
      state: watching(aCharger(outdated(observation('charging')))),
      is: ['charging', true],
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
    expect(mostPressing(state)).toEqual({ name, outdated: hollow });
  });
});
