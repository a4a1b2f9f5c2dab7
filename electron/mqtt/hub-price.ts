import type { KnownSlots } from '../tariffs/hourly.ts';

/** The price of the market that holds now. */
export interface HubPrice {
  readonly currency: string;
  /** Per kWh; null in a gap. */
  readonly perKwh: number | null;
  readonly vatIncluded: boolean;
  /** When it is another one, epoch ms; absent where nothing is known of later. */
  readonly until?: number;
}

/** `now` is epoch ms. Undefined where nobody's prices are read. Pure. */
export function hubPrice(known: KnownSlots | undefined, now: number): HubPrice | undefined {
  if (!known) return undefined;
  const { currency, slots, vatIncluded } = known.series;
  const slot = slots.find(({ until }) => until > now);
  if (!slot) return { currency, vatIncluded, perKwh: null };
  const holds = slot.from <= now;
  return {
    currency,
    vatIncluded,
    perKwh: holds ? Number(slot.perKwh) : null,
    until: holds ? slot.until : slot.from,
  };
}
