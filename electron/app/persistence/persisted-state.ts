import { z } from 'zod';
import { wishProgressSchema } from '../../../shared/schema/charger/wish.ts';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';
import { type ChargerRecord, chargerRecordSchema } from '../../charging/record.ts';
import type { KeptWish } from '../../commands/kept-wishes.ts';
import { noticeSchema, tellingSchema } from '../../notifications/notice.ts';
import type { KeptNotices } from '../../notifications/notifier.ts';
import type { KeptFile } from '../../ports/kept-file.ts';
import type { Log } from '../../ports/log.ts';
import type { KeptPrices } from '../../tariffs/tariff-book.ts';

/** What survives a restart: the last of every charger, and what is still to be told. */
export interface Kept extends KeptNotices {
  readonly chargers: readonly ChargerRecord[];
  /** Accounts whose need of a sign-in was told, so that a restart does not tell it again. */
  readonly signInTold: readonly string[];
  /** So that a charge that ends with the first look after a start is told with its cost. */
  readonly prices: readonly KeptPrices[];
  /** Wishes that may be on their way to a charger. */
  readonly wishes: readonly KeptWish[];
}

const wishSchema = z.object({
  chargerId: z.string(),
  progress: wishProgressSchema,
  superseded: z.literal(true).optional(),
});

const fileSchema = z.object({
  version: z.literal(1),
  chargers: z.array(z.unknown()).catch([]),
  outbox: z.array(z.unknown()).catch([]),
  telling: tellingSchema.optional().catch(undefined),
  signInTold: z.array(z.string()).catch([]),
  prices: z.array(z.unknown()).catch([]),
  wishes: z.array(z.unknown()).catch([]),
});

const pricesSchema = z.object({ charger: z.string(), entries: z.array(priceEntrySchema) });

/** Reads what was kept. An entry that is not understood costs that entry only. */
export function readKept(file: Pick<KeptFile, 'read'>, log: Log): Kept {
  const { value, keptAside } = file.read();
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    if (value !== undefined && !keptAside) log.warn('memory file is not understood, starting anew');
    return { chargers: [], outbox: [], signInTold: [], prices: [], wishes: [] };
  }
  const chargers = understood(chargerRecordSchema, parsed.data.chargers);
  const outbox = understood(noticeSchema, parsed.data.outbox);
  const prices = understood(pricesSchema, parsed.data.prices);
  const wishes = understood(wishSchema, parsed.data.wishes);
  const lost = entriesIn(parsed.data) - entriesIn({ chargers, outbox, prices, wishes });
  if (lost > 0) log.warn('memory entries were not understood', { lost });
  const { signInTold, telling } = parsed.data;
  return { chargers, outbox, signInTold, prices, wishes, ...(telling ? { telling } : {}) };
}

/** Durable once it resolves. Rejects when the disk refuses. */
export function writeKept(file: KeptFile, kept: Kept): Promise<void> {
  return file.write({ version: 1, ...kept });
}

type Entries = Record<'chargers' | 'outbox' | 'prices' | 'wishes', readonly unknown[]>;

function entriesIn({ chargers, outbox, prices, wishes }: Entries): number {
  return chargers.length + outbox.length + prices.length + wishes.length;
}

function understood<T>(schema: z.ZodType<T>, entries: readonly unknown[]): readonly T[] {
  return entries.flatMap((entry) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}
