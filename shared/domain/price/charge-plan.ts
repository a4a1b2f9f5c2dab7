import type { NotStored } from '../failure.ts';
import type { Money } from '../session/price.ts';
import type { PlanBlock, PlanMode, PlanReason } from './plan.ts';

/** How much its owner wants in the car. */
export type PlanAmount =
  | { readonly kind: 'energy'; readonly wh: number }
  | { readonly kind: 'time'; readonly ms: number }
  /** Until the car takes no more; how much that is, is taken from what it took before. */
  | { readonly kind: 'full' };

/** A time of day on some days of the week, by the clock of the owner's zone. */
export interface WeeklyTime {
  /** ISO: 1 is Monday, 7 Sunday. */
  readonly days: readonly number[];
  /** Minutes after midnight. */
  readonly minute: number;
}

/** How a charger is to charge by price, as its owner has chosen it. */
export interface PlanSettings {
  /** Off: nothing is planned, and the rest is kept for the next time. */
  readonly isOn: boolean;
  readonly mode: PlanMode;
  readonly amount: PlanAmount;
  /** Absent: whenever it is cheap. */
  readonly readyBy?: WeeklyTime | undefined;
  /** Minutes after midnight before which nothing is charged in the night before the deadline. */
  readonly notBefore?: number | undefined;
  /** Charged as soon as the car is there, whatever it costs. */
  readonly atOnceWh?: number | undefined;
  /** Per kWh, in the currency of the prices. */
  readonly highestPerKwh?: number | undefined;
  /** Minutes after midnight at which a car that is not plugged in is worth a word. */
  readonly remindAt?: number | undefined;
}

/** Where a plan is kept: in the charger it outlives a sleeping computer. */
export type PlanKeeper = 'charger' | 'computer';

/** Why a plan cannot be carried out as things are. Each has its sentence in the text catalogue. */
export type PlanBlockedReason =
  | 'locked'
  | 'foreignControl'
  | 'noRight'
  /** The charger's own schedule keeps it from charging at the planned time. */
  | 'ownSchedule'
  /** It charges by the sun, and waits for it. */
  | 'solarMode'
  | 'signInNeeded'
  | 'offline'
  /** It was told what to do, twice, and does something else. */
  | 'notObeyed'
  /** The charger can neither be paused nor keep a schedule. */
  | 'notSupported';

/** How far a plan has come. */
export type PlanStatus =
  | { readonly kind: 'noCar' }
  | { readonly kind: 'noPrices' }
  /** On its way into the charger. */
  | { readonly kind: 'storing' }
  /**
   * All is set. `notStored`: the charger would keep schedules, but not this one; so this computer
   * carries it out. `besideOwn`: schedules of the owner's own are on in the charger too.
   */
  | {
      readonly kind: 'waiting';
      readonly keptBy: PlanKeeper;
      readonly notStored?: NotStored;
      readonly besideOwn?: true;
    }
  | { readonly kind: 'charging'; readonly keptBy: PlanKeeper }
  /** The car is full, or has what it was to have. */
  | { readonly kind: 'done' }
  /** Somebody has taken over; until the car is unplugged, or `until` (epoch ms). */
  | { readonly kind: 'suspended'; readonly until: number }
  | { readonly kind: 'blocked'; readonly why: PlanBlockedReason };

/** What is to be known of a plan that is on. */
export interface PlanView {
  readonly status: PlanStatus;
  /** Those that run or lie ahead, in the order of time. */
  readonly blocks: readonly PlanBlock[];
  readonly reasons: readonly PlanReason[];
  /** Epoch ms. */
  readonly readyBy?: number;
  /** What is still to be charged, as far as it is known. */
  readonly leftWh?: number;
  /** What the charger is taken to give this car, and from what that is known. */
  readonly powerW: number;
  readonly powerFrom: 'car' | 'limit' | 'usual';
  /** Of the blocks with known prices: what they cost, and less than to charge at once. */
  readonly cost?: Money;
  readonly saved?: Money;
  /** By whose prices: what the owner pays, or only those of the market. */
  readonly by: 'tariff' | 'market';
}

/** What the menu of the tray offers. */
export const planChoices = ['off', 'cheapest', 'below', 'now'] as const;

export type PlanChoice = (typeof planChoices)[number];

/** Before anybody has chosen. */
export const defaultPlan: PlanSettings = {
  isOn: false,
  mode: { kind: 'cheapest', inOneGo: false },
  amount: { kind: 'full' },
  readyBy: { days: [1, 2, 3, 4, 5, 6, 7], minute: 7 * 60 },
};
