import { describe, expect, it } from 'vitest';
import { confirms } from '../../../electron/commands/confirms.ts';
import type { Command } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { anObservation } from '../../fixtures/observations.ts';

const states: readonly ChargerStateName[] = [
  'charging',
  'discharging',
  'transferring',
  'waiting',
  'queued',
  'scheduled',
  'paused',
  'complete',
  'locked',
  'lockedCar',
  'available',
  'updating',
  'error',
  'offline',
  'unknown',
];

function confirmingStates(command: Command, more: Partial<Observation> = {}): string {
  return states.filter((state) => confirms(command, anObservation(state, more))).join(' ');
}

describe('which states confirm a wish', () => {
  const update = { from: '5.0', to: '5.1' };
  const table: { command: Command; more?: Partial<Observation>; by: string }[] = [
    { command: { kind: 'pause' }, by: 'paused' },
    {
      command: { kind: 'resume' },
      by: 'charging discharging transferring waiting queued complete',
    },
    {
      command: { kind: 'backToSchedule' },
      by: 'charging discharging transferring waiting queued scheduled complete available',
    },
    { command: { kind: 'lock' }, by: 'locked lockedCar' },
    {
      command: { kind: 'unlock' },
      by:
        'charging discharging transferring waiting queued scheduled paused complete ' +
        'available updating error',
    },
    { command: { kind: 'reboot' }, by: 'updating offline' },
    {
      command: { kind: 'updateSoftware' },
      more: { abilities: { reboot: true, update } },
      by: 'updating',
    },
  ];

  it.each(table)('$wish.kind: $by', ({ command, more, by }) => {
    expect(confirmingStates(command, more)).toBe(by);
  });
});

describe('which values confirm a wish', () => {
  const price = (perKwh: number) => ({ price: { perKwh, currency: 'EUR' } });
  const table: { command: Command; more: Partial<Observation>; is: boolean; why: string }[] = [
    { why: 'the flag says so', command: { kind: 'lock' }, more: { locked: true }, is: true },
    { why: 'still locked', command: { kind: 'unlock' }, more: { locked: true }, is: false },
    {
      why: 'the limit is set',
      command: { kind: 'setLimit', limitA: 16 },
      more: { limitA: 16 },
      is: true,
    },
    {
      why: 'another limit',
      command: { kind: 'setLimit', limitA: 16 },
      more: { limitA: 32 },
      is: false,
    },
    { why: 'no limit is known', command: { kind: 'setLimit', limitA: 16 }, more: {}, is: false },
    {
      why: 'the mode is set',
      command: { kind: 'setSolarMode', mode: 'eco' },
      more: { solarMode: 'eco' },
      is: true,
    },
    {
      why: 'another mode',
      command: { kind: 'setSolarMode', mode: 'eco' },
      more: { solarMode: 'off' },
      is: false,
    },
    {
      why: 'no mode is known',
      command: { kind: 'setSolarMode', mode: 'off' },
      more: {},
      is: false,
    },
    {
      why: 'the price, as it travels',
      command: { kind: 'setPrice', perKwh: 0.1 + 0.2 },
      more: price(0.3),
      is: true,
    },
    {
      why: 'a tenth of a cent off',
      command: { kind: 'setPrice', perKwh: 0.3 },
      more: price(0.301),
      is: false,
    },
    {
      why: 'the price before, which differs by less than a tenth of a cent',
      command: { kind: 'setPrice', perKwh: 0.2874 },
      more: price(0.2871),
      is: false,
    },
    {
      why: 'another price by the last digit that can be typed',
      command: { kind: 'setPrice', perKwh: 0.12345678 },
      more: price(0.12345679),
      is: false,
    },
    { why: 'no price is known', command: { kind: 'setPrice', perKwh: 0 }, more: {}, is: false },
    {
      why: 'no update is offered any more',
      command: { kind: 'updateSoftware' },
      more: {},
      is: true,
    },
  ];

  it.each(table)('$wish.kind: $why', ({ command, more, is }) => {
    expect(confirms(command, anObservation('waiting', more))).toBe(is);
    // A charger that is away repeats what it last said; that is no proof.
    expect(confirms(command, anObservation('offline', more))).toBe(false);
  });
});
