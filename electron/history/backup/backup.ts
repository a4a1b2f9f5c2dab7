import { z } from 'zod';
import type { Settings } from '../../../shared/domain/app/settings.ts';
import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { brandSchema } from '../../../shared/schema/brand.ts';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';
import { instant, key, line, longKey } from '../../../shared/schema/sound.ts';
import { jsonOf } from '../../integrations/kit/json-of.ts';
import { accountRecordSchema, readSettings } from '../../settings/kept-settings.ts';
import type { Chunk } from '../export/export-file.ts';
import { editsSchema, sampleSchema, sessionSchema, slotDaySchema } from './backup-rows.ts';

/**
 * Version 1 had less in a sample: who knows only that would leave out each one of today. Version 2
 * knew nothing of what an owner says of a session, and would bring back what was deleted. Version 3
 * knew no hourly prices, and would go on with the price before; nor plans, and would leave out what
 * they have charged and when they had the charger rest.
 */
const version = 4;
const format = 'chargetray-backup';

const chargerSchema: z.ZodType<HistoryCharger> = z.object({
  key,
  brand: brandSchema,
  name: line,
  model: z.exactOptional(line),
  serial: z.exactOptional(line),
});

/** As the settings file is read: a key that is bad, or younger than the backup, costs itself. */
const settingsSchema = z.looseObject({}).transform((settings): Settings => {
  return readSettings({ read: () => ({ value: { settings } }) }).settings;
});

/**
 * One thing of a backup, a line each. An account is its record in the settings file, which never
 * holds a secret; whatever a schema does not name is left out on the way in and on the way out.
 */
const itemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settings'), settings: settingsSchema }),
  z.object({ kind: z.literal('account'), account: accountRecordSchema }),
  z.object({ kind: z.literal('charger'), charger: chargerSchema }),
  z.object({ kind: z.literal('price'), charger: key, entry: priceEntrySchema }),
  z.object({
    kind: z.literal('session'),
    session: sessionSchema,
    edits: z.exactOptional(editsSchema),
    /** The cloud's sessions in it. */
    cloudIds: z.array(longKey).max(1000),
  }),
  z.object({ kind: z.literal('sample'), charger: key, sample: sampleSchema }),
  z.object({ kind: z.literal('slots'), day: slotDaySchema }),
]);

const headSchema = z.object({
  kind: z.literal(format),
  version: z.int().min(1),
  createdAt: instant,
});

const endSchema = z.object({ kind: z.literal('end'), items: z.int().min(0) });

export type BackupItem = z.infer<typeof itemSchema>;

/** What the history holds of a backup; the rest of one are settings and accounts. */
export type KeptItem = Exclude<BackupItem, { kind: 'settings' | 'account' }>;

/**
 * A backup as lines of JSON: a head with a version, a line for each thing, and a last one that says
 * how many there are. Lines rather than one document, because a year of samples need not be held in
 * memory, and because a bad line costs only itself. Whatever is not as it should be is left out.
 */
export async function* backupChunks(
  batches: AsyncIterable<readonly BackupItem[]>,
  createdAt: number,
): AsyncGenerator<Chunk> {
  yield { text: lineOf({ kind: format, version, createdAt }), rows: 0 };
  let items = 0;
  for await (const batch of batches) {
    const sound = batch.flatMap((item) => {
      const parsed = itemSchema.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    });
    items += sound.length;
    yield { text: sound.map(lineOf).join(''), rows: sound.length };
  }
  yield { text: lineOf({ kind: 'end', items }), rows: 0 };
}

/** A backup to read: parts of its text, cut anywhere. `take` may be asked to do nothing, to check. */
export interface BackupSource {
  readonly chunks: AsyncIterable<string>;
  readonly signal: AbortSignal;
  readonly take: (item: BackupItem) => void | Promise<void>;
  /** How much text it may be; absent, decades of samples. */
  readonly mostCharacters?: number;
}

/** What was in a backup. */
export interface BackupRead {
  readonly createdAt: number;
  readonly taken: number;
  /** Lines that made no sense. */
  readonly skipped: number;
  /** Nothing is missing at its end. */
  readonly isWhole: boolean;
}

export type BackupFailure =
  /** It is something else, or no longer whole. */
  | { readonly kind: 'notOurs' }
  /** Written by a later version of the app. */
  | { readonly kind: 'tooNew' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'cancelled' };

/**
 * Reads a backup and hands out what is in it, strictly checked. Where it fails for its size, what
 * came before has been handed out already.
 */
export async function readBackup(source: BackupSource): Promise<Result<BackupRead, BackupFailure>> {
  const counts = { taken: 0, skipped: 0, promised: -1 };
  let head: z.infer<typeof headSchema> | undefined;
  for await (const line of linesOf(source)) {
    if (source.signal.aborted) return failed({ kind: 'cancelled' });
    if (line === tooMuch) return failed({ kind: 'tooLarge' });
    if (!head) {
      head = headSchema.safeParse(jsonOf(line)).data;
      if (!head) return failed({ kind: 'notOurs' });
      if (head.version > version) return failed({ kind: 'tooNew' });
      continue;
    }
    const raw = jsonOf(line);
    const item = itemSchema.safeParse(raw);
    const end = endSchema.safeParse(raw);
    if (item.success) {
      await source.take(item.data);
      counts.taken += 1;
    } else if (end.success) counts.promised = end.data.items;
    else counts.skipped += 1;
  }
  if (!head) return failed({ kind: 'notOurs' });
  const { taken, skipped, promised } = counts;
  const isWhole = promised === taken + skipped;
  return success({ createdAt: head.createdAt, taken, skipped, isWhole });
}

const tooMuch = Symbol('tooMuch');

/** A line is about 200 characters; one beyond this is none of ours. */
const longestLine = 65_536;
const mostCharacters = 2_000_000_000;

/**
 * Lines without their ends, those that are too long as `tooLong`, as soon as they are: a file of
 * another kind may have no second one. Empty ones do not come.
 */
async function* linesOf({
  chunks,
  mostCharacters: most = mostCharacters,
}: BackupSource): AsyncGenerator<string | typeof tooMuch> {
  let rest = '';
  let isTooLong = false;
  let characters = 0;
  for await (const chunk of chunks) {
    characters += chunk.length;
    if (characters > most) {
      yield tooMuch;
      return;
    }
    const [first = '', ...others] = chunk.split('\n');
    const last = others.pop();
    if (!isTooLong) rest += first;
    if (rest.length > longestLine) {
      yield tooLong;
      isTooLong = true;
      rest = '';
    }
    if (last === undefined) continue;
    yield* said([rest, ...others]);
    isTooLong = false;
    rest = last;
  }
  yield* said([rest]);
}

/** No JSON, so that it counts as a line that makes no sense. */
const tooLong = '-';

function* said(lines: readonly string[]): Generator<string> {
  for (const line of lines) {
    const trimmed = line.length > longestLine ? tooLong : line.trim();
    if (trimmed !== '') yield trimmed;
  }
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
