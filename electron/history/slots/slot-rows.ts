import { z } from 'zod';
import type { SlotSeries } from '../../../shared/domain/price/slot.ts';
import { marketAreaSchema } from '../../../shared/schema/session/price.ts';
import { currency } from '../../../shared/schema/sound.ts';
import type { Connection, Row } from '../store/engine.ts';
import {
  dayMs,
  latestDay,
  packedSlots,
  type SlotDay,
  type SlotQuery,
  unpacked,
  withMore,
} from './slot-day.ts';

/** Writes a day beside what is known of it already. To be called within a transaction. */
export function writeSlots(connection: Connection, day: SlotDay, isRestored: boolean): void {
  const series = seriesIdOf(connection, day);
  const known = 'SELECT slots FROM price_slots WHERE series = ? AND day = ?';
  const [row] = connection.all(known, series, day.day);
  const before = typeof row?.slots === 'string' ? row.slots : '';
  const text = isRestored ? withMore({ ...day, slots: before }, day.slots) : withMore(day, before);
  connection.run(
    'INSERT OR REPLACE INTO price_slots (series, day, slots) VALUES (?, ?, ?)',
    series,
    day.day,
    text,
  );
}

function seriesIdOf(connection: Connection, { market, currency, vatIncluded }: SlotDay): number {
  const values = [market.source, market.area, currency, vatIncluded ? 1 : 0] as const;
  const find = () =>
    connection.all(
      `SELECT id FROM price_series
       WHERE source = ? AND area = ? AND currency = ? AND vat_included = ?`,
      ...values,
    )[0]?.id;
  const known = find();
  if (typeof known === 'number') return known;
  connection.run(
    'INSERT INTO price_series (source, area, currency, vat_included) VALUES (?, ?, ?, ?)',
    ...values,
  );
  return Number(find());
}

const rowSchema = z.object({
  ...marketAreaSchema.shape,
  currency,
  vat_included: z.number(),
  day: z.int().min(0).max(latestDay),
  slots: packedSlots,
});

/** The columns of a day, and from where they come. */
export const slotColumns = 'source, area, currency, vat_included, day, slots';
export const fromSlots = 'FROM price_slots JOIN price_series ON price_series.id = series';

/** None for a row that only a later version could have written. */
export function slotDayOf(row: Row): readonly SlotDay[] {
  const { data } = rowSchema.safeParse(row);
  if (!data) return [];
  const { area, day, slots, source } = data;
  const series = { currency: data.currency, vatIncluded: data.vat_included === 1 };
  return [{ market: { source, area }, ...series, day, slots }];
}

/** What is known of a market's prices in a time, whole days of it. */
export function readSlots(
  connection: Connection,
  { market, from, to }: SlotQuery,
): readonly SlotSeries[] {
  const rows = connection.all(
    `SELECT ${slotColumns} ${fromSlots} WHERE source = ? AND area = ? AND day >= ? AND day <= ?
     ORDER BY series, day`,
    market.source,
    market.area,
    Math.floor(from / dayMs),
    Math.floor(to / dayMs),
  );
  const found = new Map<string, SlotSeries>();
  for (const { currency, vatIncluded, day, slots } of rows.flatMap(slotDayOf)) {
    const name = `${currency} ${vatIncluded}`;
    const before = found.get(name)?.slots ?? [];
    found.set(name, { currency, vatIncluded, slots: [...before, ...unpacked(slots, day)] });
  }
  return [...found.values()];
}
