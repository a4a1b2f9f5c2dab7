import type { WholeFault } from '../faults.ts';
import type { Expectation } from './expectation.ts';
import { garbled, inTrouble, lost, odd, offline, sentAway, silent, stranger } from './groups.ts';

type Whole = Readonly<Record<WholeFault, Expectation>>;

export function details(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'later',
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
    ...lost({ ...failed, outcome: 'unreachable' }),
    ...silent({ ...failed, outcome: 'timedOut' }),
    ...sentAway({ ...failed, outcome: 'rateLimited', next: 'asked', hour: 'less' }),
    ...inTrouble({ ...failed, outcome: 'serverError' }),
    ...stranger({ ...failed, outcome: 'notUnderstood' }),
    ...garbled({ ...failed, outcome: 'notUnderstood' }),
    ...odd(works),
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    tokenDead: { ...works, requests: 3 },
    sessionDead: { ...works, requests: 4 },
    refreshTwice: { ...failed, outcome: 'unreachable', requests: 2 },
    '401': { ...failed, outcome: 'serverError', requests: 3 },
    '403': { ...failed, outcome: 'rateLimited' },
    '404': { ...failed, outcome: 'notFound' },
    '409': { ...failed, outcome: 'notUnderstood' },
    '429': { ...failed, outcome: 'rateLimited' },
  };
}

export function history(): Whole {
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
    next: 'usual',
    hour: 'usual',
    recovers: true,
  } as const;
  return {
    ...offline({ ...failed, outcome: 'unreachable' }),
    ...lost({ ...failed, outcome: 'unreachable' }),
    ...silent({ ...failed, outcome: 'timedOut' }),
    ...sentAway({ ...failed, outcome: 'rateLimited', next: 'asked', hour: 'less' }),
    ...inTrouble({ ...failed, outcome: 'serverError', next: 'later' }),
    ...stranger({ ...failed, outcome: 'notUnderstood' }),
    ...garbled({ ...failed, outcome: 'notUnderstood' }),
    ...odd(works),
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    tokenDead: { ...works, requests: 2 },
    sessionDead: { ...works, requests: 3 },
    refreshTwice: { ...works, requests: 4 },
    '401': { ...failed, outcome: 'serverError', requests: 3, next: 'later' },
    '403': { ...failed, outcome: 'rateLimited', next: 'later' },
    '404': { ...failed, outcome: 'notSupported' },
    '409': { ...failed, outcome: 'notUnderstood' },
    '429': { ...failed, outcome: 'rateLimited', next: 'later' },
  };
}

export function schedules(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'later',
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
    ...lost({ ...failed, outcome: 'unreachable' }),
    ...silent({ ...failed, outcome: 'timedOut' }),
    ...sentAway({ ...failed, outcome: 'rateLimited', next: 'asked', hour: 'less' }),
    ...inTrouble({ ...failed, outcome: 'serverError' }),
    ...stranger({ ...failed, outcome: 'notUnderstood' }),
    ...garbled({ ...failed, outcome: 'notUnderstood' }),
    ...odd(works),
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    tokenDead: { ...works, requests: 3 },
    sessionDead: { ...works, requests: 4 },
    refreshTwice: { ...failed, outcome: 'unreachable', requests: 2 },
    '401': { ...failed, outcome: 'serverError', requests: 3 },
    '403': { ...failed, outcome: 'rateLimited' },
    '404': { ...failed, outcome: 'notSupported' },
    '409': { ...failed, outcome: 'notUnderstood' },
    '429': { ...failed, outcome: 'rateLimited' },
  };
}

/** Asked with the details of a charger whose status lacks it; they are shown without it, too. */
export function config(): Whole {
  const works = {
    outcome: 'works',
    shown: 'current',
    requests: 1,
    next: 'usual',
    recovers: true,
  } as const;
  // A reading was due meanwhile, and nothing may be asked.
  const heldUp = { ...works, shown: 'outdated' } as const;
  return {
    ...offline(works),
    ...lost(works),
    ...silent(works),
    ...sentAway({ ...heldUp, next: 'asked' }),
    ...inTrouble(heldUp),
    ...stranger(works),
    ...garbled(works),
    ...odd(works),
    clockFast: { ...works, requests: 2 },
    clockSlow: works,
    tokenDead: { ...works, requests: 2 },
    sessionDead: { ...works, requests: 3 },
    refreshTwice: {
      outcome: 'unreachable',
      shown: 'current',
      requests: 1,
      next: 'later',
      hour: 'usual',
      recovers: true,
    },
    '401': { ...heldUp, requests: 3, next: 'later' },
    '403': heldUp,
    '404': works,
    '409': works,
    '429': heldUp,
  };
}
