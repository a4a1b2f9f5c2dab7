import type { CommandKind } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { type BlockedReason, permission } from '../../../shared/domain/charger/permission.ts';
import { lastObservation, type Reading } from '../../../shared/domain/charger/reading.ts';
import { steering } from '../../../shared/domain/charger/steering.ts';

/** Something a person may ask of a charger, and why not now where that is so. */
export interface Offer<Kind extends CommandKind = CommandKind> {
  readonly kind: Kind;
  readonly why?: BlockedReason;
}

/** A command that consists of nothing but its kind. */
export type PlainCommand = Exclude<CommandKind, 'setLimit' | 'setSolarMode' | 'setPrice'>;

/** The offer for a command; undefined where the charger cannot do it at all. */
export function offerOf<Kind extends CommandKind>(
  reading: Reading,
  kind: Kind,
): Offer<Kind> | undefined {
  const may = permission(reading, kind);
  if (may.kind === 'absent') return undefined;
  return may.kind === 'allowed' ? { kind } : { kind, why: may.why };
}

/** The big buttons, the one most people want now first. */
export function steeringOffers(reading: Reading): readonly Offer<PlainCommand>[] {
  const lock = lockOrUnlock(reading);
  const full = lastObservation(reading)?.status.state === 'complete';
  // Nobody wonders why a car that is full is neither paused nor started.
  const steering = full ? [] : startAndStop(reading);
  // Nothing else can be asked of a locked charger, so its key comes first.
  const offers = lock?.kind === 'unlock' ? [lock, ...steering] : [...steering, lock];
  return [...offers, offerOf(reading, 'backToSchedule')].filter((offer) => offer !== undefined);
}

function startAndStop(reading: Reading): readonly Offer<PlainCommand>[] {
  return steering(reading).flatMap(({ kind }) => offerOf(reading, kind) ?? []);
}

function lockOrUnlock(reading: Reading): Offer<PlainCommand> | undefined {
  const lock = offerOf(reading, 'lock');
  return lock?.why === 'alreadyLocked' ? offerOf(reading, 'unlock') : lock;
}

/** Whether there is anything behind "More". */
export function hasMore(observation: Observation): boolean {
  const { price, reboot, update } = observation.abilities;
  return price !== undefined || reboot !== undefined || update !== undefined;
}
