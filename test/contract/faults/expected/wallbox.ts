import type { WholeFault } from '../faults.ts';
import type { Expectation } from './expectation.ts';
import {
  clocks,
  garbled,
  inTrouble,
  lost,
  odd,
  offline,
  sentAway,
  silent,
  stranger,
  tokens,
} from './groups.ts';

type Whole = Readonly<Record<WholeFault, Expectation>>;

export function signIn(): Whole {
  const works = {
    outcome: 'works',
    shown: 'nothing',
    requests: 1,
    next: 'never',
    recovers: true,
  } as const;
  const failed = { shown: 'nothing', requests: 1, next: 'never', recovers: true } as const;
  return {
    ...offline({ ...failed, outcome: 'unreachable' }),
    ...lost({ ...failed, outcome: 'unreachable' }),
    ...silent({ ...failed, outcome: 'timedOut' }),
    ...sentAway({ ...failed, outcome: 'rateLimited' }),
    ...inTrouble({ ...failed, outcome: 'serverError' }),
    ...stranger({ ...failed, outcome: 'wrongDevice' }),
    ...garbled({ ...failed, outcome: 'wrongDevice' }),
    ...odd(works),
    ...clocks(works),
    ...tokens(works),
    '401': { ...failed, outcome: 'signInNeeded' },
    '403': { ...failed, outcome: 'signInNeeded' },
    '404': { ...failed, outcome: 'wrongDevice' },
    '409': { ...failed, outcome: 'wrongDevice' },
    '429': { ...failed, outcome: 'rateLimited' },
  };
}

export function refresh(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'later',
    recovers: true,
  } as const;
  const failed = {
    shown: 'outdated',
    requests: 1,
    next: 'later',
    hour: 'less',
    recovers: true,
  } as const;
  return {
    ...offline({ ...failed, outcome: 'unreachable' }),
    ...lost({ ...failed, outcome: 'unreachable' }),
    ...silent({ ...failed, outcome: 'timedOut' }),
    ...sentAway({ ...failed, outcome: 'rateLimited', next: 'asked' }),
    ...inTrouble({ ...failed, outcome: 'serverError' }),
    ...stranger({ ...failed, outcome: 'notUnderstood' }),
    ...garbled({ ...failed, outcome: 'notUnderstood' }),
    deep: { ...failed, outcome: 'notUnderstood', hour: 'usual' },
    latin1: { ...failed, outcome: 'notUnderstood', hour: 'usual' },
    gzipBomb: { ...failed, outcome: 'notUnderstood', hour: 'usual' },
    badGzip: { ...failed, outcome: 'notUnderstood', hour: 'usual' },
    ...odd(works),
    ...clocks(works),
    tokenDead: works,
    sessionDead: { ...works, requests: 2 },
    refreshTwice: { ...failed, outcome: 'unreachable', hour: 'usual' },
    '401': { ...works, requests: 2 },
    '403': { ...works, requests: 2 },
    '404': { ...failed, outcome: 'notUnderstood' },
    '409': { ...failed, outcome: 'notUnderstood' },
    '429': { ...failed, outcome: 'rateLimited' },
  };
}

export function list(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'usual',
    recovers: true,
  } as const;
  const failed = {
    shown: 'nothing',
    requests: 1,
    next: 'usual',
    hour: 'less',
    recovers: true,
  } as const;
  return {
    ...offline({ ...failed, outcome: 'unreachable' }),
    ...lost({ ...failed, outcome: 'unreachable' }),
    ...silent({ ...failed, outcome: 'timedOut' }),
    ...sentAway({ ...failed, outcome: 'rateLimited', next: 'asked' }),
    ...inTrouble({ ...failed, outcome: 'serverError' }),
    ...stranger({ ...failed, outcome: 'notUnderstood' }),
    ...garbled({ ...failed, outcome: 'notUnderstood' }),
    ...odd(works),
    '1e308': { ...failed, outcome: 'notUnderstood' },
    clockFast: { ...works, requests: 2, next: 'later' },
    clockSlow: works,
    tokenDead: { ...works, requests: 3 },
    sessionDead: { ...works, requests: 4 },
    refreshTwice: { ...failed, outcome: 'unreachable', requests: 2, hour: 'usual' },
    '401': { ...failed, outcome: 'serverError', requests: 3, next: 'later', recovers: false },
    '403': { ...failed, outcome: 'rateLimited' },
    '404': { ...failed, outcome: 'notUnderstood' },
    '409': { ...failed, outcome: 'notUnderstood' },
    '429': { ...failed, outcome: 'rateLimited' },
  };
}

export function status(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'usual',
    recovers: true,
  } as const;
  const failed = {
    shown: 'outdated',
    requests: 1,
    next: 'usual',
    hour: 'less',
    recovers: true,
  } as const;
  return {
    ...offline({ ...failed, outcome: 'unreachable' }),
    ...lost({ ...failed, outcome: 'unreachable' }),
    ...silent({ ...failed, outcome: 'timedOut' }),
    ...sentAway({ ...failed, outcome: 'rateLimited', next: 'asked' }),
    ...inTrouble({ ...failed, outcome: 'serverError' }),
    ...stranger({ ...failed, outcome: 'notUnderstood' }),
    ...garbled({ ...failed, outcome: 'notUnderstood' }),
    ...odd(works),
    clockFast: { ...works, requests: 2, next: 'later' },
    clockSlow: works,
    tokenDead: { ...works, requests: 3, next: 'later' },
    sessionDead: { ...works, requests: 4, next: 'later' },
    refreshTwice: { ...failed, outcome: 'unreachable', requests: 2, next: 'later', hour: 'usual' },
    '401': { ...failed, outcome: 'serverError', requests: 3, next: 'later', recovers: false },
    '403': { ...failed, outcome: 'rateLimited' },
    '404': { ...failed, outcome: 'notFound' },
    '409': { ...failed, outcome: 'notUnderstood' },
    '429': { ...failed, outcome: 'rateLimited' },
  };
}
