import { describe, expect, it } from 'vitest';
import { hindranceOf, whyRefused } from '../../../../electron/integrations/wallbox/refusals.ts';
import type { Command } from '../../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../../shared/domain/charger/status.ts';

const pause: Command = { kind: 'pause' };
const updating: ChargerStatus = { state: 'updating' };

function looked(change: Partial<Observation> = {}): Observation {
  return {
    name: 'Carport',
    status: { state: 'charging' },
    vendorCode: '194',
    plugged: 'yes',
    abilities: { limit: { minA: 6, maxA: 16 }, ecoSmart: true },
    ...change,
  };
}

describe('a refusal', () => {
  it.each([
    [403, 'locked', looked({ locked: true })],
    [409, 'locked', looked({ status: { state: 'lockedCar' } })],
    [403, 'foreignControl', looked({ foreignControl: true })],
    [409, 'foreignControl', looked({ foreignControl: true })],
    [403, 'updating', looked({ status: updating })],
    [403, 'unclear', looked()],
    [409, 'notNow', looked()],
    [403, 'unclear', undefined],
    [409, 'notNow', undefined],
  ] as const)('%d means %s', (status, why, seen) => {
    const failure = whyRefused(status, { command: pause, seen, mayCommand: undefined });
    expect(failure).toEqual({ kind: 'refused', why });
  });

  it.each(['lock', 'unlock'] as const)('of %s never says to unlock first', (kind) => {
    const known = { command: { kind }, seen: looked({ locked: true }), mayCommand: undefined };
    expect(whyRefused(403, known)).toEqual({ kind: 'refused', why: 'unclear' });
  });

  it('is no matter of rights for one whom the cloud lists as admin', () => {
    const known = { command: pause, seen: looked(), mayCommand: true };
    expect(whyRefused(403, known)).toEqual({ kind: 'refused', why: 'noReason' });
  });

  it('is one of rights for one whom the cloud lists as mere user', () => {
    const known = { command: pause, seen: looked(), mayCommand: false };
    expect(whyRefused(403, known)).toEqual({ kind: 'refused', why: 'noRight' });
  });
});

describe('a wish that is not even sent', () => {
  const hindrance = (command: Command, seen?: Observation) =>
    hindranceOf({ command, seen, mayCommand: true });
  const commands: readonly Command[] = [
    pause,
    { kind: 'resume' },
    { kind: 'backToSchedule' },
    { kind: 'lock' },
    { kind: 'unlock' },
    { kind: 'setLimit', limitA: 10 },
    { kind: 'setEcoSmart', mode: 'eco' },
    { kind: 'setPrice', perKwh: 0.3 },
    { kind: 'reboot' },
    { kind: 'updateSoftware' },
  ];

  it.each(commands)('$kind while software is installed', (command) => {
    const failure = { kind: 'refused', why: 'updating' };
    expect(hindrance(command, looked({ status: updating }))).toEqual(failure);
    expect(hindrance(command, looked())).toBeUndefined();
  });

  it.each(['reboot', 'updateSoftware'] as const)('%s before any look', (kind) => {
    expect(hindrance({ kind })).toEqual({ kind: 'refused', why: 'notNow' });
  });

  it.each([
    ['below the least', 5, looked()],
    ['above the most', 17, looked()],
    ['where there is none', 10, looked({ abilities: {} })],
    ['below the least before any look', 5, undefined],
  ])('a limit %s', (_, limitA, seen) => {
    expect(hindrance({ kind: 'setLimit', limitA }, seen)).toEqual({ kind: 'notSupported' });
  });

  it.each([6, 16])('not: a limit of %d A, which is in bounds', (limitA) => {
    expect(hindrance({ kind: 'setLimit', limitA }, looked())).toBeUndefined();
  });

  it('Eco-Smart on a charger without', () => {
    const command: Command = { kind: 'setEcoSmart', mode: 'solar' };
    expect(hindrance(command, looked({ abilities: {} }))).toEqual({ kind: 'notSupported' });
  });
});
