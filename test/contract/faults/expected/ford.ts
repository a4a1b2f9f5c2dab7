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

export function access(): Whole {
  const works = {
    outcome: 'works',
    shown: 'nothing',
    requests: 2,
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
    next: 'usual',
    recovers: true,
  } as const;
  const failed = {
    shown: 'outdated',
    requests: 1,
    next: 'usual',
    hour: 'usual',
    recovers: true,
  } as const;
  return {
    ...offline({ ...failed, outcome: 'unreachable', hour: 'less' }),
    ...lost({ ...failed, outcome: 'unreachable', hour: 'less' }),
    ...silent({ ...failed, outcome: 'timedOut', hour: 'less' }),
    ...sentAway({ ...failed, outcome: 'rateLimited', next: 'asked', hour: 'less' }),
    ...inTrouble({ ...failed, outcome: 'serverError' }),
    ...stranger({ ...failed, outcome: 'notUnderstood' }),
    ...garbled({ ...failed, outcome: 'notUnderstood' }),
    ...odd(works),
    ...clocks(works),
    ...tokens({ ...works, requests: 2 }),
    tokenDead: works,
    '401': { ...works, requests: 2 },
    '403': { ...works, requests: 2 },
    '404': { ...failed, outcome: 'notUnderstood' },
    '409': { ...failed, outcome: 'notUnderstood' },
    '429': { ...failed, outcome: 'rateLimited', next: 'later', hour: 'less' },
  };
}

export function chargerInfo(): Whole {
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
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    ...tokens({ ...works, requests: 4 }),
    tokenDead: { ...works, requests: 3 },
    '401': {
      ...failed,
      outcome: 'signInNeeded',
      shown: 'signInNeeded',
      requests: 5,
      next: 'later',
    },
    '403': {
      ...failed,
      outcome: 'signInNeeded',
      shown: 'signInNeeded',
      requests: 5,
      next: 'later',
    },
    '404': { ...failed, outcome: 'notUnderstood' },
    '409': { ...failed, outcome: 'notUnderstood' },
    '429': { ...failed, outcome: 'rateLimited', next: 'later' },
  };
}

export function inverterInfo(): Whole {
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
    ...sentAway({ ...works, next: 'asked' }),
    ...inTrouble(works),
    ...stranger(works),
    ...garbled(works),
    ...odd(works),
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    ...tokens({ ...works, requests: 3 }),
    tokenDead: { ...works, requests: 2 },
    '401': works,
    '403': works,
    '404': works,
    '409': works,
    '429': { ...works, next: 'later' },
  };
}

export function configStatus(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'usual',
    recovers: true,
  } as const;
  return {
    ...offline(works),
    ...lost(works),
    ...silent(works),
    ...sentAway({ ...works, next: 'asked' }),
    ...inTrouble(works),
    ...stranger(works),
    ...garbled(works),
    ...odd(works),
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    ...tokens({ ...works, requests: 4 }),
    tokenDead: { ...works, requests: 3 },
    '401': { ...works, requests: 3 },
    '403': works,
    '404': works,
    '409': works,
    '429': { ...works, next: 'later' },
  };
}

export function networkInfo(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'usual',
    recovers: true,
  } as const;
  return {
    ...offline(works),
    ...lost(works),
    ...silent(works),
    ...sentAway({ ...works, next: 'asked' }),
    ...inTrouble(works),
    ...stranger(works),
    ...garbled(works),
    ...odd(works),
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    ...tokens({ ...works, requests: 3 }),
    tokenDead: { ...works, requests: 2 },
    '401': { ...works, requests: 3 },
    '403': works,
    '404': works,
    '409': works,
    '429': { ...works, next: 'later' },
  };
}
