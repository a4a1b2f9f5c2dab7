import type { PlanResult } from './plan.ts';

/** What is to be charged, and by when. */
export interface CheapestTimeOrder {
  readonly wh: number;
  /** What the charger gives this car. */
  readonly powerW: number;
  /** Minutes after midnight, today or tomorrow: whichever comes next. */
  readonly readyBy: number;
  readonly inOneGo: boolean;
}

/** The blocks that cost least. Amounts are at the prices of the market, in its currency. */
export interface CheapestTime extends PlanResult {
  /** What they cost less than to charge at once; absent while a price of either is unknown. */
  readonly saved?: number;
}
