import type { Money, PriceEntry } from './price.ts';

/** One session on a statement. Exact decimals as text; what is not known is absent. Epoch ms. */
export interface StatementRow {
  readonly id: number;
  readonly startedAt: number;
  readonly endedAt?: number;
  /** kWh, such as `10.987`. */
  readonly energyKwh?: string;
  /** Per kWh, where one price held throughout. */
  readonly perKwh?: string;
  /** Several prices held, see `prices` of the part. */
  readonly severalPrices?: true;
  readonly cost?: Money;
  /** The cost is an estimate: see `SessionCost`. */
  readonly estimated?: true;
  /** Its owner has corrected something of it, see `Session.correction`. */
  readonly corrected?: true;
}

/** Sums as they are printed: what the printed rows come to. */
export interface StatementSums {
  readonly sessions: number;
  /** Absent where the energy of none is known. */
  readonly totalKwh?: string;
  readonly totalCosts: readonly Money[];
  /** Sessions whose energy or cost is not known and therefore missing from the totals. */
  readonly withoutEnergy: number;
  readonly withoutCost: number;
}

/** What one charger has to do with it. */
/** Of the sessions that began while an hourly price held and of which both is known. */
export interface HourlyAverage {
  /** Epoch ms, as the price has it. */
  readonly from: number;
  /** Decimal, in the currency of the price. */
  readonly perKwh: string;
}

export interface StatementPart extends StatementSums {
  readonly charger: {
    readonly key: string;
    readonly name: string;
    readonly model?: string;
    readonly serial?: string;
  };
  readonly rows: readonly StatementRow[];
  /** Those that held at some time of the period, in order; the first may have begun before it. */
  readonly prices: readonly PriceEntry[];
  /** What a kWh came to by each hourly price of them: cost by energy of its printed rows. */
  readonly hourlyAverages?: readonly HourlyAverage[];
  /** Sessions that ended without energy; they are no rows. */
  readonly empty: number;
}

/** Which sessions a statement is to have. Days such as `2026-11-17`, both included. */
export interface StatementOrder {
  /** Keys of the history. */
  readonly chargers: readonly string[];
  readonly from: string;
  readonly to: string;
  /** IANA name of the zone by whose clock days are told: a session belongs to the day it began. */
  readonly zone: string;
  /** Only sessions with this tag. */
  readonly only?: 'business' | undefined;
}

/** Sessions of a period, to be handed in to an employer, a landlord or the tax office. */
export interface Statement extends Omit<StatementOrder, 'chargers'> {
  /** Epoch ms. */
  readonly issuedAt: number;
  /** One for each charger that was asked for and is known. */
  readonly parts: readonly StatementPart[];
  readonly sums: StatementSums;
}

/** What its owner wants to stand on it. Not secret; kept in the settings where its owner wants that. */
export interface StatementDetails {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly vehicle?: string | undefined;
  readonly plate?: string | undefined;
  readonly costCentre?: string | undefined;
  readonly signature?: true | undefined;
}
