import { type ChargerState, timetable } from './charger-state.ts';
import { isOpen, openEntries } from './schedule.ts';
import type { ChargerSpec } from './types.ts';

/** Reasons outside the car for not drawing: Power Sharing, Power Boost, certified meter. */
export type HoldCode = 183 | 184 | 185 | 186 | 187 | 188;

/** Where several numbers are known for one state, the one this firmware uses. */
export interface StatusCodes {
  readonly ready: 161 | 162;
  readonly rebooting: 163 | 0;
  readonly locked: 165 | 209;
  readonly scheduled: 177 | 179;
  readonly paused: 178 | 182;
  /** After a full charge: there is no finished code. `both` moves from 180 to 181 after a minute. */
  readonly carIsFull: 180 | 181 | 'both';
  readonly charging: 193 | 194 | 195;
}

const DEFAULT_CODES: StatusCodes = {
  ready: 161,
  rebooting: 163,
  locked: 209,
  scheduled: 179,
  paused: 182,
  carIsFull: 'both',
  charging: 194,
};

const MINUTE = 60_000;
const MIN_SOLAR_W = 6 * 230;

/** The code the cloud shows: what the charger does, or 0 when nobody hears from it. */
export function statusCode(spec: ChargerSpec, state: ChargerState): number {
  return state.online ? deviceCode(spec, state) : 0;
}

/** What the charger itself does; it goes on while the network is away. */
export function deviceCode(spec: ChargerSpec, state: ChargerState): number {
  const codes = { ...DEFAULT_CODES, ...spec.codes };
  if (state.bricked) return 0;
  if (state.fault !== null) return state.fault;
  if (state.updateUntil !== null) return 166;
  if (state.rebootUntil !== null) {
    // "Disconnected" for a minute and a half (PY): both numbers go by that name.
    return state.rebootUntil - state.at > 45_000 ? codes.rebooting : 0;
  }
  if (state.car === null) return state.locked ? codes.locked : codes.ready;
  return state.locked ? 210 : pluggedCode(codes, state, state.car);
}

function pluggedCode(
  codes: StatusCodes,
  state: ChargerState,
  car: NonNullable<ChargerState['car']>,
): number {
  if (state.manual === 'paused') return codes.paused;
  if (car.fullAt !== null) {
    if (codes.carIsFull !== 'both') return codes.carIsFull;
    return state.at - car.fullAt < MINUTE ? 180 : 181;
  }
  if (car.readyAt > state.at) return 164;
  if (state.manual === 'none' && !isOpen(timetable(state), state.at)) return codes.scheduled;
  if (isTargetReached(state)) return codes.carIsFull === 'both' ? 181 : codes.carIsFull;
  if (waitsForSun(state)) return 189;
  if (state.hold !== null) return state.hold.code;
  return car.discharging || state.limitA < 0 ? 196 : codes.charging;
}

/** Solar-only charging is on, was not outranked by hand, and the sun gives too little. */
export function waitsForSun(state: ChargerState): boolean {
  return chargesFromSunOnly(state) && state.sunW < MIN_SOLAR_W;
}

/** Solar-only charging decides about the power. */
export function chargesFromSunOnly(state: ChargerState): boolean {
  return state.manual === 'none' && state.ecoSmart?.enabled === true && state.ecoSmart.mode === 1;
}

/** Energy, in Wh of the session, at which the open windows end the charge; null: they do not. */
export function targetWh(state: ChargerState): number | null {
  const open = state.manual === 'none' ? openEntries(timetable(state), state.at) : [];
  const targets = open.map(({ target }) => (target?.type === 1 ? target.value : Infinity));
  const most = Math.max(...targets);
  return open.length > 0 && Number.isFinite(most) ? most : null;
}

function isTargetReached(state: ChargerState): boolean {
  const target = targetWh(state);
  return target !== null && state.session.energyWh >= target - 1e-6;
}

/** What the open windows leave of the current, A. */
export function scheduleLimitA(state: ChargerState): number {
  const open = state.manual === 'none' ? openEntries(timetable(state), state.at) : [];
  const limits = open.map(({ max_current: limit = 0 }) =>
    limit > 1 && limit < 32 ? limit : Infinity,
  );
  return open.length === 0 ? Infinity : Math.max(...limits);
}
