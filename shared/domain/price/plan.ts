/** A price that its owner pays in a span of time, or what it is taken to be. Epoch ms. */
export interface PlanSlot {
  readonly from: number;
  readonly until: number;
  /** Per kWh, all included. A number: it is compared here, and amounts are reckoned elsewhere. */
  readonly perKwh: number;
}

/** When the plan charges, as its owner wants it. */
export type PlanMode =
  /** The cheapest time, in as many blocks as pay, or in one go. */
  | { readonly kind: 'cheapest'; readonly inOneGo: boolean }
  /** Whenever a kWh costs no more than this, unless it is soon to be cheaper. */
  | { readonly kind: 'below'; readonly perKwh: number };

/** How much is to be charged. */
export type PlanGoal =
  | { readonly kind: 'energy'; readonly wh: number }
  | { readonly kind: 'time'; readonly ms: number }
  /** Until the car takes no more. No charger says how much that is: an estimate, to plan with. */
  | { readonly kind: 'full'; readonly estimateWh: number };

export interface PlanConstraints {
  readonly mode: PlanMode;
  readonly goal: PlanGoal;
  /** Epoch ms by which it has to be done; absent: whenever it is cheap. */
  readonly readyBy?: number;
  /** Epoch ms before which nothing is charged. */
  readonly notBefore?: number;
  /** Charged at once, whatever it costs: a reserve, and part of the goal. */
  readonly atOnceWh?: number;
  /** A kWh that costs more is not charged, even if the goal is missed. */
  readonly highestPerKwh?: number;
  /** What the charger gives this car. */
  readonly powerW: number;
  /** Blocks of a plan at most; absent: 4. */
  readonly mostBlocks?: number;
  /** The least length of a block, in steps of five minutes; absent: half an hour. */
  readonly leastBlockMs?: number;
}

/** A span of time in which power is to flow. Epoch ms. */
export interface PlanBlock {
  readonly from: number;
  readonly until: number;
  /** Its prices are not known yet: it may move once they are. */
  readonly isForecast?: true;
}

/** Why a plan is as it is, where that is not simply the price. */
export type PlanReason =
  /** Not all of it can be charged in time: at most so much. */
  | { readonly kind: 'tooLittleTime'; readonly possibleWh: number }
  /** The rest would cost more than is allowed. */
  | { readonly kind: 'tooDear'; readonly possibleWh: number }
  /** Nobody knows prices: it charges as late as it can. */
  | { readonly kind: 'noPrices' }
  /** The time to be ready by is over. */
  | { readonly kind: 'deadlinePassed' };

/** In the order of time; two blocks touch only where known prices end or begin. */
export interface PlanResult {
  readonly blocks: readonly PlanBlock[];
  /** What the blocks with known prices hold, in Wh, and what that costs; absent where none is. */
  readonly wh?: number;
  readonly cost?: number;
  readonly reasons: readonly PlanReason[];
}
