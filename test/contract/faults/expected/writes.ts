import type { WholeFault } from '../faults.ts';
import type { Expectation } from './expectation.ts';
import { garbled, inTrouble, lost, odd, offline, sentAway, silent, stranger } from './groups.ts';

type Whole = Readonly<Record<WholeFault, Expectation>>;

export function schedulesWrite(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'usual',
    recovers: true,
  } as const;
  const failed = {
    shown: 'current',
    requests: 1,
    next: 'later',
    hour: 'usual',
    recovers: true,
  } as const;
  return {
    ...offline({ ...failed, outcome: 'unreachable' }),
    ...lost(works),
    ...silent(works),
    ...sentAway({ ...failed, outcome: 'rateLimited' }),
    ...inTrouble({ ...failed, outcome: 'serverError', next: 'usual' }),
    ...stranger({ ...failed, outcome: 'notUnderstood' }),
    html: { ...failed, outcome: 'notStored', next: 'usual' },
    huge: { ...failed, outcome: 'notUnderstood', next: 'usual' },
    ...garbled(works),
    ...odd(works),
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    tokenDead: { ...works, requests: 2 },
    sessionDead: { ...works, requests: 3 },
    refreshTwice: { ...failed, outcome: 'unreachable' },
    '401': { ...failed, outcome: 'serverError', requests: 3 },
    '403': { ...failed, outcome: 'refused unclear' },
    '404': { ...failed, outcome: 'notSupported' },
    '409': { ...failed, outcome: 'refused notNow' },
    '429': { ...failed, outcome: 'rateLimited' },
  };
}

export function command(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'usual',
    command: 'confirmed',
    recovers: true,
  } as const;
  const failed = {
    shown: 'current',
    requests: 1,
    next: 'usual',
    command: 'failed',
    recovers: true,
  } as const;
  return {
    ...offline({ ...failed, outcome: 'unreachable' }),
    ...lost({ ...failed, outcome: 'unsure', command: 'confirmed' }),
    ...silent({ ...failed, outcome: 'unsure', command: 'confirmed' }),
    ...sentAway({ ...failed, outcome: 'rateLimited' }),
    ...inTrouble({ ...failed, outcome: 'unsure', command: 'notConfirmed' }),
    ...stranger({ ...failed, outcome: 'notUnderstood' }),
    html: { ...works, command: 'notConfirmed' },
    huge: { ...failed, outcome: 'unsure', command: 'notConfirmed' },
    ...garbled({ ...failed, outcome: 'unsure', command: 'confirmed' }),
    empty: works,
    cutJson: works,
    deep: works,
    ...odd(works),
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    tokenDead: { ...works, requests: 3 },
    sessionDead: { ...works, requests: 4 },
    refreshTwice: { ...failed, outcome: 'unreachable', requests: 2 },
    '401': { ...failed, outcome: 'serverError', requests: 3 },
    '403': { ...failed, outcome: 'refused unclear' },
    '404': { ...failed, outcome: 'notSupported' },
    '409': { ...failed, outcome: 'refused notNow' },
    '429': { ...failed, outcome: 'rateLimited' },
  };
}

/** Its answer has no body: what only spoils a text finds none, and what is slow is over at once. */
export function solarMode(): Whole {
  const { trickle: _slow, latin1: _text, empty: works, ...rest } = command();
  return { ...rest, empty: works, trickle: works, latin1: works };
}

/** A restart takes a minute and a half, and a reading that has to wait for its turn comes too late. */
export function reboot(): Whole {
  const rest = command();
  const missed = { command: 'notConfirmed' } as const;
  return {
    ...rest,
    clockFast: { ...rest.clockFast, ...missed },
    tokenDead: { ...rest.tokenDead, ...missed },
    sessionDead: { ...rest.sessionDead, ...missed },
  };
}
