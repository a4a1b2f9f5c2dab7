import { z } from 'zod';
import { instant } from '../../schema/sound.ts';

/** A price per kWh as an exact decimal, such as `0.2875`. Negative ones exist. */
export const decimalSchema = z.string().regex(/^-?\d{1,6}(\.\d{1,8})?$/);

/** A part of the day with its own price, in the owner's local time. */
export const priceBandSchema = z.strictObject({
  /** 1 is Monday, 7 is Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** Minutes after midnight; `to` is excluded. A band over midnight has `to` ≤ `from`. */
  from: z.int().min(0).max(1439),
  to: z.int().min(0).max(1440),
  perKwh: decimalSchema,
});

export const tariffSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), perKwh: decimalSchema }),
  /** The first band that fits counts; `otherwise` where none does. */
  z.strictObject({
    kind: z.literal('bands'),
    bands: z.array(priceBandSchema).min(1).max(24),
    otherwise: decimalSchema,
  }),
]);

/** A price with the moment from which it counts (epoch ms), so that past charges keep theirs. */
export const priceEntrySchema = z.strictObject({
  from: instant,
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** IANA name of the zone whose clock the bands follow. */
  zone: z.string().min(1).max(60),
  tariff: tariffSchema,
  /** Whether the owner has set it here, or the charger's configuration said it. */
  origin: z.enum(['own', 'charger']),
});

export type PriceBand = z.infer<typeof priceBandSchema>;
export type Tariff = z.infer<typeof tariffSchema>;
export type PriceEntry = z.infer<typeof priceEntrySchema>;

/** An amount of money: exact decimal and ISO 4217 code. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}
