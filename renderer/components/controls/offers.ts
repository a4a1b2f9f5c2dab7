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

/** Reasons that nothing on the card explains. What is only not of use now is simply not there. */
const puzzling: ReadonlySet<BlockedReason> = new Set(['foreignControl', 'noRight']);

/** The big buttons, the one most people want now first. */
export function steeringOffers(reading: Reading): readonly Offer<PlainCommand>[] {
  const lock = lockOrUnlock(reading);
  const full = lastObservation(reading)?.status.state === 'complete';
  // Nobody wonders why a car that is full is neither paused nor started.
  const steering = full ? [] : startAndStop(reading);
  // Nothing else can be asked of a locked charger, so its key comes first.
  const offers = lock?.kind === 'unlock' ? [lock, ...steering] : [...steering, lock];
  return [...offers, scheduleOffer(reading)]
    .filter((offer) => offer !== undefined)
    .filter(({ why }) => why === undefined || puzzling.has(why));
}

/** Only where there is a schedule to go back to, and it is not followed already. */
function scheduleOffer(reading: Reading): Offer<PlainCommand> | undefined {
  const offer = offerOf(reading, 'backToSchedule');
  return lastObservation(reading)?.hasSchedule && !offer?.why ? offer : undefined;
}

/** Reasons that stand against everything at once. */
const general: ReadonlySet<BlockedReason> = new Set([
  'signInNeeded',
  'offline',
  'updating',
  'fault',
  'unrecognised',
  'noRight',
]);

/** Why nothing at all can be asked now, where one reason stands against all of it. */
export function blockedAltogether(reading: Reading): BlockedReason | undefined {
  const kinds = ['pause', 'lock', 'setLimit', 'setSolarMode'] as const;
  const offers = kinds.flatMap((kind) => offerOf(reading, kind) ?? []);
  const why = offers[0]?.why;
  if (why === undefined || !general.has(why)) return undefined;
  return offers.every((offer) => offer.why === why) ? why : undefined;
}

function startAndStop(reading: Reading): readonly Offer<PlainCommand>[] {
  return steering(reading).flatMap(({ kind }) => offerOf(reading, kind) ?? []);
}

function lockOrUnlock(reading: Reading): Offer<PlainCommand> | undefined {
  const lock = offerOf(reading, 'lock');
  return lock?.why === 'alreadyLocked' ? offerOf(reading, 'unlock') : lock;
}

/** Whether there is anything behind "More" beside the details. */
export function hasMore({ abilities }: Observation): boolean {
  const { ownSchedules, price, reboot, solarMode, update } = abilities;
  return [ownSchedules, price, reboot, solarMode, update].some((ability) => ability !== undefined);
}
