import { describe, expect, it } from 'vitest';
import type { CommandKind } from '../../../shared/domain/charger/command.ts';
import type { Abilities, Observation } from '../../../shared/domain/charger/observation.ts';
import { permission, schedulesPermission } from '../../../shared/domain/charger/permission.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { anObservation } from '../../fixtures/observations.ts';

const able: Abilities = {
  pause: true,
  schedule: true,
  lock: true,
  limit: { minA: 6, maxA: 32 },
  solarMode: true,
  price: true,
  reboot: true,
  update: { from: '5.0', to: '5.1' },
};

const columns = [
  'pause',
  'resume',
  'backToSchedule',
  'lock',
  'unlock',
  'setLimit',
  'setSolarMode',
  'setPrice',
  'reboot',
  'updateSoftware',
] as const satisfies readonly CommandKind[];

function now(state: ChargerStateName, more: Partial<Observation> = {}): Reading {
  return {
    certainty: 'current',
    at: 1,
    observation: anObservation(state, { abilities: able, ...more }),
  };
}

/** `yes`, `absent`, or why not. */
function verdict(reading: Reading, kind: CommandKind): string {
  const may = permission(reading, kind);
  if (may.kind === 'blocked') return may.why;
  return may.kind === 'allowed' ? 'yes' : may.kind;
}

const verdicts = (reading: Reading) => columns.map((kind) => verdict(reading, kind)).join(' ');
const always = (why: string) => columns.map(() => why).join(' ');

describe('what may be asked in which state', () => {
  // One column for each command, in the order of `columns`.
  const table: Record<ChargerStateName, string> = {
    charging: 'yes nothingToResume yes yes alreadyUnlocked yes yes yes busyCharging busyCharging',
    discharging:
      'yes nothingToResume yes yes alreadyUnlocked yes yes yes busyCharging busyCharging',
    transferring:
      'yes nothingToResume yes yes alreadyUnlocked yes yes yes busyCharging busyCharging',
    paused: 'nothingToPause yes yes yes alreadyUnlocked yes yes yes yes yes',
    scheduled: 'yes yes onSchedule yes alreadyUnlocked yes yes yes yes yes',
    waiting: 'yes yes yes yes alreadyUnlocked yes yes yes yes yes',
    queued: 'yes yes yes yes alreadyUnlocked yes yes yes yes yes',
    complete: 'nothingToPause nothingToResume yes yes alreadyUnlocked yes yes yes yes yes',
    available: 'nothingToPause nothingToResume noCar yes alreadyUnlocked yes yes yes yes yes',
    locked: 'locked locked locked alreadyLocked yes yes yes yes yes yes',
    lockedCar: 'locked locked locked alreadyLocked yes yes yes yes yes yes',
    updating: always('updating'),
    offline: always('offline'),
    unknown: always('unrecognised'),
    error: 'fault fault fault fault fault fault fault fault yes fault',
  };

  it.each(Object.entries(table))('%s', (state, expected) => {
    expect(verdicts(now(state as ChargerStateName))).toBe(expected);
  });
});

describe('what stands above the state', () => {
  const ocpp = 'foreignControl foreignControl foreignControl';
  const table: Record<string, { reading: Reading; expected: string }> = {
    'another system controls it while it charges': {
      reading: now('charging', { foreignControl: true }),
      expected: `${ocpp} yes alreadyUnlocked yes yes yes busyCharging busyCharging`,
    },
    'another system controls it, and it is locked: unlocking would have no effect': {
      reading: now('lockedCar', { foreignControl: true }),
      expected: `${ocpp} alreadyLocked foreignControl yes yes yes yes yes`,
    },
    'this account may only look': {
      reading: now('charging', { mayCommand: false }),
      expected: always('noRight'),
    },
    'an update matters more than the right': {
      reading: now('updating', { mayCommand: false }),
      expected: always('updating'),
    },
    'nobody knows yet whether this account may command': {
      reading: now('paused'),
      expected: 'nothingToPause yes yes yes alreadyUnlocked yes yes yes yes yes',
    },
    'the lock flag is set while the state does not say so': {
      reading: now('waiting', { locked: true }),
      expected: 'locked locked locked alreadyLocked yes yes yes yes yes yes',
    },
    'the state says locked and the flag lags behind': {
      reading: now('locked', { locked: false }),
      expected: 'locked locked locked alreadyLocked yes yes yes yes yes yes',
    },
    'never read': { reading: { certainty: 'never' }, expected: always('neverRead') },
    'sign-in needed, with something seen before': {
      reading: {
        certainty: 'signInNeeded',
        at: 1,
        observation: anObservation('charging', { abilities: able }),
      },
      expected: always('signInNeeded'),
    },
    'sign-in needed and nothing ever seen': {
      reading: { certainty: 'signInNeeded' },
      expected: always('signInNeeded'),
    },
    'an outdated reading is still tried': {
      reading: {
        certainty: 'outdated',
        at: 1,
        since: 1,
        observation: anObservation('paused', { abilities: able }),
      },
      expected: 'nothingToPause yes yes yes alreadyUnlocked yes yes yes yes yes',
    },
  };

  it.each(Object.entries(table))('%s', (_name, { reading, expected }) => {
    expect(verdicts(reading)).toBe(expected);
  });
});

describe('what a charger cannot do', () => {
  const table: { kinds: readonly CommandKind[]; without: keyof Abilities }[] = [
    { without: 'pause', kinds: ['pause', 'resume'] },
    { without: 'schedule', kinds: ['backToSchedule'] },
    { without: 'lock', kinds: ['lock', 'unlock'] },
    { without: 'limit', kinds: ['setLimit'] },
    { without: 'solarMode', kinds: ['setSolarMode'] },
    { without: 'price', kinds: ['setPrice'] },
    { without: 'reboot', kinds: ['reboot', 'updateSoftware'] },
  ];

  it.each(table)('without $without it offers no $kinds', ({ without, kinds }) => {
    const { [without]: _none, ...abilities } = able;
    const missing = (reading: Reading) =>
      columns.filter((kind) => permission(reading, kind).kind === 'absent');
    expect(missing(now('waiting', { abilities }))).toEqual(kinds);
    // Whatever else stands in the way: what it cannot do is not offered.
    expect(missing(now('offline', { abilities, mayCommand: false }))).toEqual(kinds);
  });

  it('says that the software is up to date while no update is offered', () => {
    const { update: _none, ...abilities } = able;
    expect(verdict(now('waiting', { abilities }), 'updateSoftware')).toBe('noUpdate');
    expect(verdict(now('charging', { abilities }), 'updateSoftware')).toBe('noUpdate');
  });
});

describe('the charger’s own schedules', () => {
  const ofSchedules = (reading: Reading) => {
    const may = schedulesPermission(reading);
    return may.kind === 'blocked' ? may.why : may.kind;
  };
  const keeps = { abilities: { ownSchedules: true } } as const;

  it.each<[string, Reading]>([
    ['allowed', now('charging', keeps)],
    ['allowed', now('error', keeps)],
    ['allowed', now('locked', { ...keeps, locked: true })],
    ['absent', now('charging', { abilities: { schedule: true } })],
    ['updating', now('updating', keeps)],
    ['offline', now('offline', keeps)],
    ['noRight', now('charging', { ...keeps, mayCommand: false })],
    ['foreignControl', now('charging', { ...keeps, foreignControl: true })],
    ['neverRead', { certainty: 'never' }],
  ])('%s', (verdictOf, reading) => {
    expect(ofSchedules(reading)).toBe(verdictOf);
  });
});
