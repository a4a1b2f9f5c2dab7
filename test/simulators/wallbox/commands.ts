import type { ChargerState } from './charger-state.ts';
import { deviceCode } from './status-code.ts';
import type { ChargerSpec, EcoSmart } from './types.ts';

/** What becomes of a command: a new state, or a refusal with its HTTP status. */
export type Outcome =
  | { readonly kind: 'done'; readonly state: ChargerState }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 | 409; readonly reason: string };

const REBOOT_MS = 90_000;
const QUEUES: readonly number[] = [183, 184, 185, 186, 187, 188, 189];

function done(state: ChargerState): Outcome {
  return { kind: 'done', state };
}

function refused(status: 400 | 403 | 404 | 409, reason: string): Outcome {
  return { kind: 'refused', status, reason };
}

/**
 * Refusals that hold for every command. An unreachable charger refuses nothing: the cloud takes the
 * order and nobody carries it out.
 */
export function standingRefusal(state: ChargerState): Outcome | undefined {
  if (state.updateUntil !== null) return refused(409, 'Charger is updating');
  if (state.fault !== null) return refused(409, 'Charger has an error');
  return undefined;
}

/** Action 1. 409 with nothing paused, or while locked (PRE). */
export function resume(spec: ChargerSpec, state: ChargerState): Outcome {
  if (state.ocpp) return refused(403, 'Charger is controlled by OCPP');
  if (state.locked || state.car === null) return refused(409, 'Action not applicable');
  if (state.manual === 'paused') return done({ ...state, manual: 'resumed' });
  const code = deviceCode(spec, state);
  if (code === 177 || code === 179) {
    return done(spec.resumeWhenScheduled === 'ignored' ? state : { ...state, manual: 'resumed' });
  }
  if (code === 189) return done({ ...state, manual: 'resumed' });
  // Here the car or the mains decide: accepted, and nothing comes of it.
  if (QUEUES.includes(code) || [164, 180, 181].includes(code)) return done(state);
  return refused(409, 'Action not applicable');
}

/** Action 2. Only works once charging has begun; 403 while locked, also for an admin (PRE). */
export function pause(spec: ChargerSpec, state: ChargerState): Outcome {
  if (state.ocpp) return refused(403, 'Charger is controlled by OCPP');
  if (state.locked) return refused(403, 'Charger is locked');
  const code = deviceCode(spec, state);
  const flowing = code >= 193 && code <= 196;
  const interrupted = QUEUES.includes(code) && state.session.energyWh > 0;
  if (!flowing && !interrupted) return refused(409, 'Action not applicable');
  return done({ ...state, manual: 'paused' });
}

/** Action 9: schedule and Eco-Smart decide again. */
export function backToSchedule(state: ChargerState): Outcome {
  if (state.ocpp) return refused(403, 'Charger is controlled by OCPP');
  if (state.locked || state.car === null || state.manual === 'none') {
    return refused(409, 'Action not applicable');
  }
  return done({ ...state, manual: 'none' });
}

/** Action 3. The only command that is taken in an error, which it clears. */
export function reboot(state: ChargerState): Outcome {
  if (state.updateUntil !== null) return refused(409, 'Charger is updating');
  return done({ ...state, fault: null, rebootUntil: state.at + REBOOT_MS });
}

/** Action 5. `updateMs` is how long the firmware takes. */
export function update(state: ChargerState, updateMs: number): Outcome {
  if (state.software.current === state.software.latest) return refused(409, 'Nothing to install');
  return done({ ...state, updateUntil: state.at + updateMs });
}

/** Locks, or unlocks: a waiting car then charges unless a schedule holds it (HAD#32608). */
export function setLocked(state: ChargerState, locked: boolean): Outcome {
  // An OCPP backend overrules an unlock that the cloud has already confirmed.
  if (state.ocpp && !locked) return done(state);
  const relockAt = locked || state.autoLockS === null ? null : state.at + state.autoLockS * 1_000;
  return done({ ...state, locked, relockAt });
}

/** Sets the limit in whole amps: 6 up to the rating, and the same below zero for a Quasar. */
export function setLimit(spec: ChargerSpec, state: ChargerState, amps: number): Outcome {
  const size = spec.model === 'Quasar' ? Math.abs(amps) : amps;
  if (!Number.isInteger(amps) || size < 6 || size > (spec.maxAvailableA ?? 32)) {
    return refused(400, 'Invalid charging current');
  }
  return done({ ...state, limitA: amps });
}

/** Sets Eco-Smart; switched off means mode 0. */
export function setEcoSmart(state: ChargerState, command: EcoSmart): Outcome {
  if (state.ecoSmart === null) return refused(404, 'Not supported by this charger');
  return done({ ...state, ecoSmart: command.enabled ? command : { enabled: false, mode: 0 } });
}

/** Sets the mains limit of Power Boost. Refused without a meter. */
export function setIcp(state: ChargerState, amps: number): Outcome {
  if (state.icpMaxA === 0) return refused(400, 'No power meter installed');
  if (!Number.isInteger(amps) || Math.abs(amps) > 255) return refused(400, 'Invalid current');
  return done({ ...state, icpMaxA: Math.abs(amps), homeSharing: amps > 0 });
}
