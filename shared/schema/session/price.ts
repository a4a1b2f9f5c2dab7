import { z } from 'zod';
import { type Bounds, bounds, within } from '../../domain/bounds.ts';
import { harmless } from '../../domain/harmless.ts';
import { priceSourceIds } from '../../domain/price/source.ts';
import type { MarketArea, PriceBand, PriceEntry, Tariff } from '../../domain/session/price.ts';
import { schemaFor } from '../schema-for.ts';
import { currency, instant, zone } from '../sound.ts';

/** A price per kWh as an exact decimal. */
const decimalSchema = z.string().regex(/^-?\d{1,6}(\.\d{1,8})?$/);

const priceBandSchema = schemaFor<PriceBand>()(
  z.strictObject({
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    from: z.int().min(0).max(1439),
    to: z.int().min(0).max(1440),
    perKwh: decimalSchema,
  }),
);

export const marketAreaSchema = schemaFor<MarketArea>()(
  z.strictObject({
    source: z.enum(priceSourceIds),
    area: z
      .string()
      .min(1)
      .max(40)
      .refine((area) => harmless(area) === area),
  }),
);

const bandPrices = {
  bands: z.array(priceBandSchema).min(1).max(24),
  otherwise: decimalSchema,
};

const decimalWithin = (kind: Bounds) =>
  decimalSchema.refine((text) => within(kind, Number(text)) !== undefined);

const tariffSchema = schemaFor<Tariff>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('flat'), perKwh: decimalSchema }),
    z.strictObject({ kind: z.literal('bands'), ...bandPrices }),
    z.strictObject({
      kind: z.literal('hourly'),
      market: marketAreaSchema,
      factor: decimalWithin(bounds.priceFactor),
      surcharge: decimalSchema,
      vatPercent: decimalWithin(bounds.percent),
      gridFee: z.exactOptional(z.strictObject(bandPrices)),
    }),
  ]),
);

export const priceEntrySchema: z.ZodType<PriceEntry, PriceEntry> = schemaFor<PriceEntry>()(
  z.strictObject({
    from: instant,
    currency,
    zone,
    tariff: tariffSchema,
    origin: z.enum(['own', 'charger']),
  }),
);
