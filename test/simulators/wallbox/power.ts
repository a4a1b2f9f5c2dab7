/**
 * How a car draws: full power until `taperWh` are missing, then in proportion to what is missing,
 * and never under a floor. Closed formulas, so that one long look gives what many short ones give.
 */
export interface DrawCurve {
  readonly fullW: number;
  readonly taperWh: number;
}

/** Share of full power below which a car does not go before it stops. */
export const FLOOR = 0.15;

const HOUR_MS = 3_600_000;

/** Power in W while `missingWh` are missing. */
export function powerAt(missingWh: number, curve: DrawCurve): number {
  if (missingWh <= 0) return 0;
  return curve.fullW * Math.min(1, Math.max(FLOOR, missingWh / curve.taperWh));
}

/** What is still missing, in Wh, after `ms` of drawing. */
export function missingAfter(missingWh: number, curve: DrawCurve, ms: number): number {
  const { fullW, taperWh } = curve;
  if (fullW <= 0) return missingWh;
  const floorWh = FLOOR * taperWh;
  let missing = missingWh;
  let hours = ms / HOUR_MS;
  if (missing > taperWh) {
    const flat = (missing - taperWh) / fullW;
    if (hours <= flat) return missing - fullW * hours;
    hours -= flat;
    missing = taperWh;
  }
  if (missing > floorWh) {
    const bend = (taperWh / fullW) * Math.log(missing / floorWh);
    if (hours <= bend) return missing * Math.exp((-fullW * hours) / taperWh);
    hours -= bend;
    missing = floorWh;
  }
  return Math.max(0, missing - FLOOR * fullW * hours);
}

/** Time until nothing is missing, ms. */
export function msUntilFull(missingWh: number, curve: DrawCurve): number {
  const { fullW, taperWh } = curve;
  if (missingWh <= 0) return 0;
  if (fullW <= 0) return Number.POSITIVE_INFINITY;
  const floorWh = FLOOR * taperWh;
  const flat = Math.max(0, missingWh - taperWh) / fullW;
  const bend =
    missingWh > floorWh ? (taperWh / fullW) * Math.log(Math.min(missingWh, taperWh) / floorWh) : 0;
  const tail = Math.min(missingWh, floorWh) / (FLOOR * fullW);
  return (flat + bend + tail) * HOUR_MS;
}
