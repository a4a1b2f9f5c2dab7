import { z } from 'zod';
import type { MarketChoice, MarketTold } from '../../../shared/domain/price/market.ts';
import type { PriceSlot } from '../../../shared/domain/price/slot.ts';
import { priceSourceIds } from '../../../shared/domain/price/source.ts';
import { instant, line } from '../../../shared/schema/sound.ts';

/** A slot as the file holds it: from, until, price. Names would take half of the file. */
const slot = z
  .tuple([instant, instant, z.string().regex(/^-?\d{1,9}(\.\d{1,12})?$/)])
  .refine(([from, until]) => from < until)
  .transform(([from, until, perKwh]): PriceSlot => ({ from, until, perKwh }));

/** Ten days of five minutes each, and the next two. */
export const mostSlots = 3500;

/** What a new start need not ask for again. Epoch ms. */
export interface KeptMarket {
  readonly choice: MarketChoice;
  /** When the source was last reached. */
  readonly triedAt?: number | undefined;
  /** It does not want to be asked before. */
  readonly notBefore?: number | undefined;
  readonly told?: MarketTold | undefined;
  readonly slots: readonly PriceSlot[];
}

const keptMarketSchema = z.object({
  choice: z.object({ source: z.enum(priceSourceIds), area: line, address: line.optional() }),
  triedAt: instant.optional(),
  notBefore: instant.optional(),
  told: z
    .object({
      at: instant,
      by: line,
      currency: z.string().regex(/^[A-Z]{3}$/),
      vatIncluded: z.boolean(),
      attribution: line.optional(),
    })
    .optional(),
  slots: z.array(slot).max(mostSlots),
});

/** Undefined where the file holds no prices that can be used. */
export function readKeptMarket(value: unknown): KeptMarket | undefined {
  return keptMarketSchema.safeParse(value).data;
}

/** What `readKeptMarket` reads again. */
export function toKeep({ slots, ...market }: KeptMarket): unknown {
  return { ...market, slots: slots.map(({ from, until, perKwh }) => [from, until, perKwh]) };
}
