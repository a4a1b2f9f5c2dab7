import type { PriceSlot } from './slot.ts';
import type { PriceFailure, PriceSourceId } from './source.ts';

/** Whose prices, and of which part of the market, as its owner has chosen. */
export interface MarketChoice {
  readonly source: PriceSourceId;
  /** As the source names it: `DE-LU`. */
  readonly area: string;
  /** Where the owner's own list is: an http(s) address, or the path of a file. */
  readonly address?: string | undefined;
}

/** What is known of the prices of a market. */
export interface MarketView {
  readonly choice: MarketChoice;
  /** From the begin of yesterday on, in the order of time. */
  readonly slots: readonly PriceSlot[];
  /** Of the slots; absent while there are none. */
  readonly told?: MarketTold;
  /** Why the last question came to nothing; the slots may be older then. */
  readonly failure?: PriceFailure;
}

export interface MarketTold {
  /** Epoch ms. */
  readonly at: number;
  /** Who told them: another source where that one stepped in. */
  readonly by: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly vatIncluded: boolean;
  readonly attribution?: string | undefined;
}

/** Its code, and who is asked about it where that is another host than the source's. */
export interface OfferedArea {
  readonly code: string;
  readonly host?: string;
}

/** A source that can be chosen, as the window offers it. */
export interface OfferedSource {
  readonly id: PriceSourceId;
  readonly areas: readonly OfferedArea[];
  /** It is asked with a token that its owner has to enter. */
  readonly wantsToken?: true;
  /** The host that is asked then; absent where the owner says whom to ask. */
  readonly host?: string;
}
