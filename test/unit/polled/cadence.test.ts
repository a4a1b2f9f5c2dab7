import { describe, expect, it } from 'vitest';
import { type Circumstances, nextPollMs } from '../../../electron/integrations/polled/cadence.ts';
import type { Failure } from '../../../shared/domain/failure.ts';

const second = 1000;
const minute = 60 * second;

const usual: Circumstances = {
  pollSeconds: 120,
  floorSeconds: 60,
  chargers: 1,
  isForeground: false,
  plugged: 'yes',
  failures: 0,
  now: 1_000_000,
  random: 0,
};

const unreachable: Failure = { kind: 'unreachable' };
const serverError: Failure = { kind: 'serverError' };

const changed: Failure = {
  kind: 'certificateChanged',
  offered: { fingerprint: 'AA:BB', subject: 'CN=station', validFrom: 1, validTo: 2 },
};

function failing(failures: number, failure: Failure): Partial<Circumstances> {
  return { failures, failure };
}

describe('when to look next', () => {
  const table: Record<string, { given: Partial<Circumstances>; seconds: number | undefined }> = {
    'the owner’s choice': { given: {}, seconds: 120 },
    'each charger has its turn': { given: { chargers: 3 }, seconds: 360 },
    'never below the floor': { given: { pollSeconds: 5 }, seconds: 60 },
    'the floor too is for each charger': { given: { pollSeconds: 5, chargers: 3 }, seconds: 180 },
    'somebody watches': { given: { isForeground: true }, seconds: 60 },
    'somebody watches several': { given: { isForeground: true, chargers: 4 }, seconds: 240 },
    'somebody watches and had chosen a slow pace': {
      given: { isForeground: true, pollSeconds: 600 },
      seconds: 60,
    },
    'nothing is plugged in': { given: { plugged: 'no' }, seconds: 300 },
    'nobody knows whether something is plugged in': { given: { plugged: 'unknown' }, seconds: 120 },
    'nothing is plugged in, but somebody watches': {
      given: { plugged: 'no', isForeground: true },
      seconds: 60,
    },
    'a second look has to agree': { given: { needsConfirmation: true }, seconds: 60 },
    'a second look has to agree, out of turn': {
      given: { needsConfirmation: true, chargers: 3 },
      seconds: 60,
    },
    'another pace replaces everything, for one charger': {
      given: { paceSeconds: 0.5, plugged: 'no' },
      seconds: 0.5,
    },
    'and gives each of several its turn': {
      given: { paceSeconds: 0.5, chargers: 3, plugged: 'no' },
      seconds: 1.5,
    },
    'the first failure changes nothing': { given: failing(1, serverError), seconds: 120 },
    'who failed to look does not know that nothing is plugged in': {
      given: { plugged: 'no', ...failing(1, unreachable) },
      seconds: 120,
    },
    'the second doubles': { given: failing(2, serverError), seconds: 240 },
    'the third doubles again': { given: failing(3, serverError), seconds: 480 },
    'a far end in trouble is left alone for 15 minutes at most': {
      given: failing(9, serverError),
      seconds: 15 * 60,
    },
    'no connection is tried at least every 5 minutes': {
      given: failing(9, unreachable),
      seconds: 5 * 60,
    },
    'nor does silence take longer': { given: failing(9, { kind: 'timedOut' }), seconds: 5 * 60 },
    'a slow pace is not made faster by failing': {
      given: { ...failing(9, unreachable), pollSeconds: 1800 },
      seconds: 1800,
    },
    'failures without number stay within the cap': {
      given: failing(100_000, serverError),
      seconds: 15 * 60,
    },
    'another pace doubles in its own measure': {
      given: { paceSeconds: 2, ...failing(3, serverError) },
      seconds: 8,
    },
    'and has its own cap': { given: { paceSeconds: 2, ...failing(20, serverError) }, seconds: 30 },
    'asked to wait longer than usual': {
      given: failing(1, { kind: 'rateLimited', until: usual.now + 50 * minute }),
      seconds: 50 * 60,
    },
    'asked to wait less than usual': {
      given: failing(1, { kind: 'rateLimited', until: usual.now + second }),
      seconds: 120,
    },
    'a wait that was asked for is not doubled': {
      given: failing(9, { kind: 'rateLimited', until: usual.now + 3 * minute }),
      seconds: 180,
    },
    'a far end that is left alone for a while': {
      given: failing(9, { kind: 'serverError', until: usual.now + 3 * minute }),
      seconds: 180,
    },
    'the wait that was asked for is over': {
      given: failing(1, { kind: 'rateLimited', until: usual.now - minute }),
      seconds: 120,
    },
    'another pace does not shorten a wait that was asked for': {
      given: {
        paceSeconds: 1,
        ...failing(1, { kind: 'rateLimited', until: usual.now + 90 * second }),
      },
      seconds: 90,
    },
    'refused credentials stop it': {
      given: failing(1, { kind: 'signInNeeded', cause: 'refused' }),
      seconds: undefined,
    },
    'refused credentials that are worth another try later': {
      given: failing(1, {
        kind: 'signInNeeded',
        cause: 'refused',
        until: usual.now + 50 * minute,
      }),
      seconds: 50 * 60,
    },
    'and then no sooner than usual': {
      given: failing(3, { kind: 'signInNeeded', cause: 'refused', until: usual.now - minute }),
      seconds: 120,
    },
    'another certificate doubles like trouble does': {
      given: failing(3, changed),
      seconds: 480,
    },
    'and is looked at again within 15 minutes': { given: failing(9, changed), seconds: 15 * 60 },
    'so is another charger': {
      given: failing(9, { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' }),
      seconds: 15 * 60,
    },
    'so do missing ones, at any pace': {
      given: { paceSeconds: 1, ...failing(1, { kind: 'signInNeeded', cause: 'noSecret' }) },
      seconds: undefined,
    },
  };

  it.each(Object.entries(table))('%s', (_name, { given, seconds }) => {
    const expected = seconds === undefined ? undefined : seconds * second;
    expect(nextPollMs({ ...usual, ...given })).toBe(expected);
  });
});

describe('three failed looks in a row, a minute apart by custom', () => {
  it.each([
    { plugged: 'yes', least: 4, most: 4.5 },
    { plugged: 'no', least: 5, most: 6 },
  ] as const)('take but a few minutes: plugged $plugged', ({ plugged, least, most }) => {
    for (const random of [0, 0.99]) {
      const local = { ...usual, pollSeconds: 60, floorSeconds: 30, plugged, random };
      const waits = [0, 1, 2].map(
        (failures) =>
          nextPollMs({ ...local, ...(failures ? failing(failures, unreachable) : {}) }) ?? 0,
      );
      const minutes = waits.reduce((sum, wait) => sum + wait, 0) / minute;
      expect(minutes).toBeGreaterThanOrEqual(least);
      expect(minutes).toBeLessThanOrEqual(most);
    }
  });
});

describe('jitter', () => {
  const cases: Partial<Circumstances>[] = [
    {},
    { isForeground: true, chargers: 2 },
    { plugged: 'no' },
    { paceSeconds: 1 },
    failing(3, serverError),
  ];

  it.each(cases)('only ever makes a look later, and by little: %o', (given) => {
    const exact = nextPollMs({ ...usual, ...given }) ?? Number.NaN;
    for (const random of [0.01, 0.5, 0.99]) {
      const wait = nextPollMs({ ...usual, ...given, random }) ?? Number.NaN;
      expect(wait).toBeGreaterThan(exact);
      expect(wait).toBeLessThanOrEqual(exact * 1.05);
    }
  });
});
