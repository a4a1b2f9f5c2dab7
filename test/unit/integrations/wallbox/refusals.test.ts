import { describe, expect, it } from 'vitest';
import {
  blockedReasonOf,
  schedulesBlocked,
  whyRefused,
} from '../../../../electron/integrations/wallbox/refusals.ts';
import type { Command } from '../../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../../shared/domain/charger/status.ts';

const pause: Command = { kind: 'pause' };
const updating: ChargerStatus = { state: 'updating' };

function observed(change: Partial<Observation> = {}): Observation {
  return {
    name: 'Carport',
    status: { state: 'charging' },
    vendorCode: '194',
    plugged: 'yes',
    abilities: {
      pause: true,
      schedule: true,
      lock: true,
      price: true,
      reboot: true,
      limit: { minA: 6, maxA: 16 },
      solarMode: true,
    },
    ...change,
  };
}

describe('a refusal', () => {
  it.each([
    [403, 'locked', observed({ locked: true })],
    [409, 'locked', observed({ status: { state: 'lockedCar' } })],
    [403, 'foreignControl', observed({ foreignControl: true })],
    [409, 'foreignControl', observed({ foreignControl: true })],
    [403, 'updating', observed({ status: updating })],
    [403, 'unclear', observed()],
    [409, 'notNow', observed()],
    [403, 'unclear', undefined],
    [409, 'notNow', undefined],
  ] as const)('%d means %s', (status, why, observation) => {
    const failure = whyRefused(status, { observation, mayCommand: undefined }, pause);
    expect(failure).toEqual({ kind: 'refused', why });
  });

  it.each(['lock', 'unlock'] as const)('of %s never says to unlock first', (kind) => {
    const known = { observation: observed({ locked: true }), mayCommand: undefined };
    expect(whyRefused(403, known, { kind })).toEqual({ kind: 'refused', why: 'unclear' });
  });

  it('is no matter of rights for one whom the cloud lists as admin', () => {
    const known = { observation: observed(), mayCommand: true };
    expect(whyRefused(403, known, pause)).toEqual({ kind: 'refused', why: 'noReason' });
  });

  it('is one of rights for one whom the cloud lists as mere user', () => {
    const known = { observation: observed(), mayCommand: false };
    expect(whyRefused(403, known, pause)).toEqual({ kind: 'refused', why: 'noRight' });
  });
});

describe('a wish that is not even sent', () => {
  const blockedReason = (command: Command, observation?: Observation) =>
    blockedReasonOf({ command, observation, mayCommand: true });
  const commands: readonly Command[] = [
    pause,
    { kind: 'resume' },
    { kind: 'backToSchedule' },
    { kind: 'lock' },
    { kind: 'unlock' },
    { kind: 'setLimit', limitA: 10 },
    { kind: 'setSolarMode', mode: 'eco' },
    { kind: 'setPrice', perKwh: 0.3 },
    { kind: 'reboot' },
    { kind: 'updateSoftware' },
  ];

  it.each(commands)('$kind while software is installed', (command) => {
    const failure = { kind: 'refused', why: 'updating' };
    expect(blockedReason(command, observed({ status: updating }))).toEqual(failure);
    expect(blockedReason(command, observed())).toBeUndefined();
  });

  it.each(['reboot', 'updateSoftware'] as const)('%s before any look', (kind) => {
    expect(blockedReason({ kind })).toEqual({ kind: 'refused', why: 'notNow' });
  });

  it.each([
    ['below the least', 5, observed()],
    ['above the most', 17, observed()],
    ['where there is none', 10, observed({ abilities: {} })],
    ['below the least before any look', 5, undefined],
  ])('a limit %s', (_, limitA, observation) => {
    expect(blockedReason({ kind: 'setLimit', limitA }, observation)).toEqual({
      kind: 'notSupported',
    });
  });

  it.each([6, 16])('not: a limit of %d A, which is in bounds', (limitA) => {
    expect(blockedReason({ kind: 'setLimit', limitA }, observed())).toBeUndefined();
  });

  it('Eco-Smart on a charger without', () => {
    const command: Command = { kind: 'setSolarMode', mode: 'solar' };
    expect(blockedReason(command, observed({ abilities: {} }))).toEqual({ kind: 'notSupported' });
  });
});

describe('schedules are not sent', () => {
  it.each([
    ['updating', observed({ status: updating }), true],
    ['foreignControl', observed({ foreignControl: true }), true],
    ['noRight', observed(), false],
    [undefined, observed({ locked: true }), undefined],
    [undefined, undefined, undefined],
  ] as const)('for %s', (why, observation, mayCommand) => {
    const failure = why && { kind: 'refused', why };
    expect(schedulesBlocked({ observation, mayCommand })).toEqual(failure);
  });
});
