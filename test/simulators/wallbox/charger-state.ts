import type { ScheduleEntry, Timetable } from './schedule.ts';
import type { HoldCode } from './status-code.ts';
import type { CarSpec, ChargerSpec, EcoSmart } from './types.ts';

/** A car at the cable. Energies in Wh since it was plugged in. */
export interface CarState {
  readonly wantsWh: number;
  readonly missingWh: number;
  readonly maxA: number;
  readonly phases: 1 | 3;
  /** Epoch ms from which it draws. */
  readonly readyAt: number;
  /** Epoch ms at which it was full, or null. */
  readonly fullAt: number | null;
  readonly discharging: boolean;
}

/** The counters of the present or, after unplugging, of the last session: they stay (HZ). */
export interface SessionCounters {
  readonly startAt: number | null;
  readonly endAt: number | null;
  readonly energyWh: number;
  readonly greenWh: number;
  readonly dischargedWh: number;
  readonly chargingMs: number;
}

/** Everything a charger is at one instant. Immutable, so that an old one can stand for a late report. */
export interface ChargerState {
  /** Epoch ms up to which the physics is worked out. */
  readonly at: number;
  readonly name: string;
  readonly limitA: number;
  readonly locked: boolean;
  readonly autoLockS: number | null;
  readonly relockAt: number | null;
  /** A pause or start by hand outranks schedule and Eco-Smart until action 9. */
  readonly manual: 'none' | 'paused' | 'resumed';
  readonly car: CarState | null;
  readonly session: SessionCounters;
  readonly hold: { readonly code: HoldCode; readonly until: number } | null;
  readonly rebootUntil: number | null;
  readonly updateUntil: number | null;
  readonly fault: 14 | 15 | null;
  readonly online: boolean;
  /** After a factory reset: gone from the cloud for good. */
  readonly bricked: boolean;
  readonly ecoSmart: EcoSmart | null;
  readonly sunW: number;
  readonly schedules: readonly ScheduleEntry[];
  /** Names the days of schedules; null: they are those of UTC. */
  readonly scheduleZone: string | null;
  /** Epoch s at which schedules were written last; null: the cloud says the present. */
  readonly lastSchedule: number | null;
  readonly ocpp: boolean;
  readonly energyPrice: number;
  readonly currencyId: number;
  readonly icpMaxA: number;
  readonly homeSharing: boolean;
  readonly software: { readonly current: string; readonly latest: string };
  /** All energy that ever went into cars, Wh. */
  readonly totalWh: number;
}

/** Counters of a session that begins at `startAt`, or of none yet. */
export function freshSession(startAt: number | null): SessionCounters {
  return { startAt, endAt: null, energyWh: 0, greenWh: 0, dischargedWh: 0, chargingMs: 0 };
}

/** A car as it is plugged in at `at`. */
export function pluggedCar(car: CarSpec, at: number): CarState {
  const wantsWh = car.wantsWh ?? 20_000;
  return {
    wantsWh,
    missingWh: wantsWh,
    maxA: car.maxA ?? 32,
    phases: car.phases ?? 3,
    readyAt: at + (car.connectMs ?? 0),
    fullAt: null,
    discharging: car.discharging ?? false,
  };
}

/** A charger fresh from its box, at `at`. */
export function initialState(spec: ChargerSpec, at: number): ChargerState {
  return {
    at,
    name: spec.name ?? `${spec.model ?? 'PulsarPlus'} SN ${spec.id}`,
    limitA: spec.limitA ?? 16,
    locked: spec.locked ?? false,
    autoLockS: spec.autoLockS ?? null,
    relockAt: null,
    manual: 'none',
    car: spec.car === undefined ? null : pluggedCar(spec.car, at),
    session: freshSession(spec.car === undefined ? null : at),
    hold: null,
    rebootUntil: null,
    updateUntil: null,
    fault: null,
    online: true,
    bricked: false,
    ecoSmart: spec.ecoSmart === undefined ? { enabled: false, mode: 0 } : spec.ecoSmart,
    sunW: spec.sunW ?? 0,
    schedules: spec.schedules ?? [],
    scheduleZone: spec.scheduleZone ?? null,
    lastSchedule: null,
    ocpp: spec.ocpp ?? false,
    energyPrice: spec.energyPrice ?? 0.31,
    currencyId: 1,
    icpMaxA: spec.icpMaxA ?? 0,
    homeSharing: (spec.icpMaxA ?? 0) > 0,
    software: spec.software ?? { current: '6.7.36', latest: '6.7.36' },
    totalWh: 0,
  };
}

/** The schedules with what names their days. */
export function timetable({ schedules, scheduleZone }: ChargerState): Timetable {
  return { schedules, zone: scheduleZone };
}
