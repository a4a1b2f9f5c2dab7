import { type CarState, type ChargerState, timetable } from './charger-state.ts';
import { type DrawCurve, missingAfter, msUntilFull, powerAt } from './power.ts';
import { nextBoundary } from './schedule.ts';
import { chargesFromSunOnly, deviceCode, scheduleLimitA, targetWh } from './status-code.ts';
import type { ChargerSpec } from './types.ts';

const VOLTS = 230;
const HOUR_MS = 3_600_000;
const CHARGING: readonly number[] = [193, 194, 195];

/** Works the charger forward to `to` (epoch ms). Pure; each event on the way happens at its time. */
export function advance(spec: ChargerSpec, state: ChargerState, to: number): ChargerState {
  let current = settle(state);
  while (current.at < to) {
    current = settle(flow(spec, current, Math.min(to, nextEvent(spec, current))));
  }
  return current;
}

/** Power into the car in W; out of it for a discharging one. 0 when nothing flows. */
export function powerW(spec: ChargerSpec, state: ChargerState): number {
  if (state.car === null) return 0;
  const code = deviceCode(spec, state);
  if (code === 196) return fullPowerW(spec, state, state.car);
  if (!CHARGING.includes(code)) return 0;
  return powerAt(state.car.missingWh, curveOf(spec, state, state.car));
}

function fullPowerW(spec: ChargerSpec, state: ChargerState, car: CarState): number {
  const rating = Math.min(spec.maxAvailableA ?? 32, scheduleLimitA(state));
  const amps = Math.min(Math.abs(state.limitA), car.maxA, rating);
  const mainsW = VOLTS * Math.min(spec.phases ?? 3, car.phases) * amps;
  return chargesFromSunOnly(state) ? Math.min(mainsW, state.sunW) : mainsW;
}

function curveOf(spec: ChargerSpec, state: ChargerState, car: CarState): DrawCurve {
  return { fullW: fullPowerW(spec, state, car), taperWh: spec.taperWh ?? 2_000 };
}

/** The earliest instant after `state.at` at which something changes by itself. */
function nextEvent(spec: ChargerSpec, state: ChargerState): number {
  const { car } = state;
  const moments = [
    state.hold?.until,
    state.rebootUntil,
    state.updateUntil,
    state.relockAt,
    car?.readyAt,
    car === null ? undefined : nextBoundary(timetable(state), state.at),
    car !== null && CHARGING.includes(deviceCode(spec, state))
      ? state.at + msOfCharging(spec, state, car)
      : undefined,
  ];
  return Math.min(...moments.map((at) => (at == null || at <= state.at ? Infinity : at)));
}

/** Until the car is full or a target reached: whole milliseconds, rounded up, so that it is so then. */
function msOfCharging(spec: ChargerSpec, state: ChargerState, car: CarState): number {
  const curve = curveOf(spec, state, car);
  const ms = msUntilFull(car.missingWh, curve);
  const target = targetWh(state);
  const rest = target === null ? 0 : car.missingWh - (target - state.session.energyWh);
  return Math.ceil(rest <= 0 ? ms : ms - msUntilFull(rest, curve));
}

/** Lets energy flow until `to`, in which time nothing else changes. */
function flow(spec: ChargerSpec, state: ChargerState, to: number): ChargerState {
  const { car, session } = state;
  const moved = { ...state, at: to };
  const code = deviceCode(spec, state);
  if (car === null) return moved;
  const ms = to - state.at;
  if (code === 196) {
    const energyWh = (fullPowerW(spec, state, car) * ms) / HOUR_MS;
    return {
      ...moved,
      session: { ...session, dischargedWh: session.dischargedWh + energyWh },
    };
  }
  if (!CHARGING.includes(code)) return moved;
  const curve = curveOf(spec, state, car);
  const missingWh = missingAfter(car.missingWh, curve, ms);
  const energyWh = car.missingWh - missingWh;
  const sunShare = state.ecoSmart?.enabled === true ? Math.min(1, state.sunW / curve.fullW) : 0;
  return {
    ...moved,
    car: { ...car, missingWh },
    totalWh: state.totalWh + energyWh,
    session: {
      ...session,
      energyWh: session.energyWh + energyWh,
      greenWh: session.greenWh + energyWh * sunShare,
      chargingMs: session.chargingMs + ms,
    },
  };
}

/** Ends whatever is due. */
function settle(state: ChargerState): ChargerState {
  const due = (at: number | null) => at !== null && at <= state.at;
  const updated = due(state.updateUntil);
  const relock = due(state.relockAt);
  return {
    ...state,
    car: settleCar(state),
    hold: state.hold !== null && state.hold.until <= state.at ? null : state.hold,
    rebootUntil: due(state.rebootUntil) ? null : state.rebootUntil,
    updateUntil: updated ? null : state.updateUntil,
    software: updated
      ? { current: state.software.latest, latest: state.software.latest }
      : state.software,
    // A car that came in time keeps the charger open; unplugging it starts the wait again.
    locked: state.locked || (relock && state.car === null),
    relockAt: relock ? null : state.relockAt,
  };
}

function settleCar(state: ChargerState): CarState | null {
  const { car } = state;
  if (car === null || car.fullAt !== null || car.missingWh > 1e-6) return car;
  return { ...car, missingWh: 0, fullAt: state.at };
}
