import type { Money } from './price.ts';

/** One charge on a statement. Exact decimals as text; what is not known is absent. */
export interface StatementRow {
  readonly startedAt: number;
  readonly endedAt?: number;
  /** kWh, such as `10.987`. */
  readonly energyKwh?: string;
  /** Per kWh, where one price held throughout. */
  readonly perKwh?: string;
  readonly cost?: Money;
  /** The cost is an estimate: see `SessionCost`. */
  readonly estimated?: true;
}

/** A month of one charger, to be handed in to an employer, a landlord or the tax office. */
export interface Statement {
  /** `2026-11`, in the zone (IANA name) by whose clock it is told. */
  readonly month: string;
  readonly zone: string;
  readonly charger: { readonly name: string; readonly model?: string; readonly serial?: string };
  readonly rows: readonly StatementRow[];
  /** Absent where the energy of none is known. */
  readonly totalKwh?: string;
  readonly totalCosts: readonly Money[];
  /** Charges whose energy or cost is not known and therefore missing from the totals. */
  readonly withoutEnergy: number;
  readonly withoutCost: number;
}
