/** The car at the plug. */
export interface CarAtPlug {
  /** Charging time that is left, in ms, as of `since`. `Infinity` for a car that never is full. */
  readonly leftMs: number;
  /** Epoch ms since which it has been charging; null while it is not allowed to. */
  readonly since: number | null;
}

/** A power cut. */
export interface PowerCut {
  /** Epoch ms from which on the car feeds the house. */
  readonly feedsFrom: number;
  /** Whether the car goes on charging afterwards. */
  readonly charged: boolean;
}

/** Everything that moves by itself or by hand. */
export interface GarageState {
  readonly car: CarAtPlug | null;
  readonly cut: PowerCut | null;
  /** Code of a fault, e.g. `CF01`. */
  readonly fault: string | null;
}

export const EMPTY_GARAGE: GarageState = { car: null, cut: null, fault: null };

/** The charger's code: no car, car without power, power in either direction (FCA, FCX). */
export function stateCode(garage: GarageState, now: number): string {
  if (garage.fault !== null) return garage.fault;
  if (garage.car === null) return 'CS00';
  return garage.cut !== null || isCharging(garage.car, now) ? 'CS02' : 'CS01';
}

/** The inverter's code: 0 grid there, 1 getting ready, 5 feeding the house (FCX, LF). */
export function inverterCode({ car, cut }: GarageState, now: number): number {
  if (cut === null) return 0;
  return car !== null && now >= cut.feedsFrom ? 5 : 1;
}

/** True until the car is full or stopped. */
export function isCharging(car: CarAtPlug, now: number): boolean {
  return car.since !== null && now - car.since < car.leftMs;
}

/** The car as it stands when charging ends now. */
export function halted(car: CarAtPlug, now: number): CarAtPlug {
  const passed = car.since === null ? 0 : now - car.since;
  return { leftMs: Math.max(0, car.leftMs - passed), since: null };
}
