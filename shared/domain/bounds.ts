/** The least and the most that a number of one kind can be, both included. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * What a number can be at all, whichever charger, file or window tells it. Beyond its bounds it is
 * no extreme reading but a fault of who tells it, and absent. The bounds are wide: they leave out
 * what nobody can own, not what is unusual. Where both directions exist, out of the car is negative.
 */
export const bounds = {
  /** W. The largest plugs for cars give 400 kW; a megawatt is for lorries. */
  powerW: { least: -1e6, most: 1e6 },
  /** Wh, of a session or a month. A month at the full power of a charger at home is 16 MWh. */
  energyWh: { least: 0, most: 1e8 },
  /** Wh. Where a counter of energy stood when something began: below zero once it has begun anew. */
  counterWh: { least: -1e8, most: 1e8 },
  /** ms. Cars stay plugged in for months; ten years are longer than a charger runs. */
  durationMs: { least: 0, most: 3650 * 86_400_000 },
  /** ms, of a session. A year: what lasts longer is priced day by day for minutes, and is none. */
  sessionMs: { least: 0, most: 366 * 86_400_000 },
  /** A, of a fuse. What cooled cables for direct current bear. */
  currentA: { least: -1000, most: 1000 },
  /** A. The most that a charger for alternating current is built for, in North America. */
  limitA: { least: -80, most: 80 },
  /** Per kWh, in any currency: as many digits as `decimalSchema` has. */
  pricePerKwh: { least: -999_999, most: 999_999 },
  /** By what a market's price is multiplied before anything is added. Ten times it is sold nowhere. */
  priceFactor: { least: 1e-8, most: 10 },
  /** In any currency. A year of sessions in the smallest of coins. */
  money: { least: -1e12, most: 1e12 },
  percent: { least: 0, most: 100 },
  /** dBm. Below the noise of any receiver, and above what a station may send with. */
  signalDbm: { least: -150, most: 30 },
  /** Of things that are counted: sessions, readings. */
  count: { least: 0, most: 1e9 },
  /** Epoch ms of something that was or will be seen: to the end of the century. */
  instant: { least: 0, most: Date.UTC(2100, 0, 1) },
  /** Epoch ms of any date, such as the end of a certificate: all that a calendar can name. */
  date: { least: -8.64e15, most: 8.64e15 },
} as const satisfies Record<string, Bounds>;

/** The number where it is within its bounds; else it is absent. NaN is within none. */
export function within({ least, most }: Bounds, value: number | undefined): number | undefined {
  // Of a file or a brand nobody knows what it is: a date compares like a number.
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}
