import type { Command, CommandKind } from './command.ts';
import type { Abilities, Observation } from './observation.ts';
import type { Reading } from './reading.ts';
import type { ChargerStateName } from './status.ts';

/** Why something cannot be asked now. Each has its sentence in the text catalogue. */
export type BlockedReason =
  | 'neverRead'
  | 'signInNeeded'
  | 'offline'
  | 'updating'
  | 'locked'
  | 'foreignControl'
  | 'noRight'
  | 'nothingToPause'
  | 'nothingToResume'
  | 'noCar'
  | 'onSchedule'
  | 'alreadyLocked'
  | 'alreadyUnlocked'
  | 'noUpdate'
  | 'busyCharging'
  | 'fault'
  | 'unrecognised';

/** Whether a command may be asked now. `absent`: this charger cannot do it at all; offer nothing. */
export type Permission =
  | { readonly kind: 'absent' }
  | { readonly kind: 'allowed' }
  | { readonly kind: 'blocked'; readonly why: BlockedReason };

/**
 * Whether a charger with these abilities can carry out a command at all, whatever it does now: the
 * one place that judges a limit. Asked before a command is sent, and once more when its turn comes.
 */
export function isPossible(command: Command, abilities: Abilities): boolean {
  if (!able(abilities, command.kind)) return false;
  if (command.kind !== 'setLimit') return true;
  const { minA = 0, maxA = 0 } = abilities.limit ?? {};
  return command.limitA >= minA && command.limitA <= maxA;
}

const absent: Permission = { kind: 'absent' };
const allowed: Permission = { kind: 'allowed' };

/**
 * Decides once, for tray and window alike, what may be asked now. A command whose chances the sources
 * dispute is allowed: a refusal becomes a sentence, a hidden button helps nobody.
 */
export function permission(reading: Reading, kind: CommandKind): Permission {
  if (reading.certainty === 'never') return blocked('neverRead');
  const observation = reading.observation;
  if (!observation) return blocked('signInNeeded');
  if (!able(observation.abilities, kind)) return absent;
  if (reading.certainty === 'signInNeeded') return blocked('signInNeeded');
  return generalBlock(observation, kind) ?? specific[kind](observation);
}

/** Whether the charger's own schedules may be changed now. Who may only look may read them. */
export function schedulesPermission(reading: Reading): Permission {
  if (reading.certainty === 'never') return blocked('neverRead');
  const { observation } = reading;
  if (!observation) return blocked('signInNeeded');
  if (!observation.abilities.ownSchedules) return absent;
  if (reading.certainty === 'signInNeeded') return blocked('signInNeeded');
  const { state } = observation.status;
  if (state === 'updating') return blocked('updating');
  if (observation.mayCommand === false) return blocked('noRight');
  // What is written then is taken without a word, and never reaches the charger.
  if (state === 'offline') return blocked('offline');
  return observation.foreignControl ? blocked('foreignControl') : allowed;
}

function able(can: Abilities, kind: CommandKind): boolean {
  const needed: Record<CommandKind, unknown> = {
    pause: can.pause,
    resume: can.pause,
    backToSchedule: can.schedule,
    lock: can.lock,
    unlock: can.lock,
    setLimit: can.limit,
    setSolarMode: can.solarMode,
    setPrice: can.price,
    reboot: can.reboot,
    updateSoftware: can.reboot,
  };
  return needed[kind] !== undefined;
}

function generalBlock(observation: Observation, kind: CommandKind): Permission | undefined {
  const state = observation.status.state;
  if (state === 'updating') return blocked('updating');
  if (observation.mayCommand === false) return blocked('noRight');
  if (state === 'offline') return blocked('offline');
  // A restart is the one thing known to help a charger in error.
  if (state === 'error' && kind !== 'reboot') return blocked('fault');
  if (state === 'unknown') return blocked('unrecognised');
  return undefined;
}

const specific: Record<CommandKind, (observation: Observation) => Permission> = {
  pause: (observation) => steer(observation) ?? oneOf(observation, pausable, 'nothingToPause'),
  resume: (observation) => steer(observation) ?? oneOf(observation, resumable, 'nothingToResume'),
  backToSchedule: (observation) => {
    const stop = steer(observation);
    if (stop) return stop;
    if (observation.status.state === 'scheduled') return blocked('onSchedule');
    return observation.status.state === 'available' ? blocked('noCar') : allowed;
  },
  lock: (observation) => (isLocked(observation) ? blocked('alreadyLocked') : allowed),
  unlock: (observation) => {
    if (!isLocked(observation)) return blocked('alreadyUnlocked');
    // Accepted without effect in OCPP mode: better to say so before than after.
    return observation.foreignControl ? blocked('foreignControl') : allowed;
  },
  setLimit: () => allowed,
  setSolarMode: () => allowed,
  setPrice: () => allowed,
  reboot: (observation) => (busy.has(observation.status.state) ? blocked('busyCharging') : allowed),
  updateSoftware: (observation) => {
    if (!observation.abilities.update) return blocked('noUpdate');
    return busy.has(observation.status.state) ? blocked('busyCharging') : allowed;
  },
};

const busy = states('charging', 'discharging', 'transferring');
const pausable = states(
  'charging',
  'discharging',
  'transferring',
  'waiting',
  'queued',
  'scheduled',
);
/** Where a charge can be started. A full car takes power again by itself when it wants some. */
export const resumable = states('paused', 'scheduled', 'waiting', 'queued');

function steer(observation: Observation): Permission | undefined {
  if (observation.foreignControl) return blocked('foreignControl');
  return isLocked(observation) ? blocked('locked') : undefined;
}

/** The state wins over the flag: the flag can lag behind, the state is what the charger does. */
export function isLocked(observation: Observation): boolean {
  const state = observation.status.state;
  return state === 'locked' || state === 'lockedCar' || observation.locked === true;
}

function oneOf(
  observation: Observation,
  set: ReadonlySet<ChargerStateName>,
  why: BlockedReason,
): Permission {
  return set.has(observation.status.state) ? allowed : blocked(why);
}

function states(...names: ChargerStateName[]): ReadonlySet<ChargerStateName> {
  return new Set(names);
}

function blocked(why: BlockedReason): Permission {
  return { kind: 'blocked', why };
}
