/**
 * How numbers and times of day are written in one region and zone, as plain parts. The window writes
 * with them what it shows first: to load the language's own tables takes longer than to render it.
 */
export interface FormatTables {
  readonly decimalSign: string;
  /** By ISO 4217 code: what stands around an amount, and how many decimals it has. */
  readonly currencies: Readonly<Record<string, CurrencyTable>>;
  /** What stands around the minutes, for each of the 24 hours: `2:` and ` PM`. */
  readonly hours: readonly (readonly [before: string, after: string])[];
  readonly offset: ZoneOffset;
}

export interface CurrencyTable {
  readonly before: string;
  readonly after: string;
  /** In some regions another than that of plain numbers. */
  readonly decimalSign: string;
  readonly digits: number;
}

/** How far the zone's clock is ahead of UTC in the ms from `from` to before `until` (epoch ms). */
export interface ZoneOffset {
  readonly ms: number;
  readonly from: number;
  readonly until: number;
}
