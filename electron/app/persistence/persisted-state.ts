import { z } from 'zod';
import type { MemoryTrouble } from '../../../shared/domain/app/app-state.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { commandProgressSchema } from '../../../shared/schema/charger/command.ts';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';
import { eachOf, instant, key, whenTrue } from '../../../shared/schema/sound.ts';
import { type ChargerRecord, chargerRecordSchema } from '../../charging/record.ts';
import type { PersistedCommand } from '../../commands/persisted-command.ts';
import type { Spent } from '../../integrations/adapter.ts';
import { noticeSchema, tellingSchema } from '../../notifications/notice.ts';
import type { PersistedNotices } from '../../notifications/notifier.ts';
import { recentEndSchema } from '../../notifications/session-ends.ts';
import { type PlanMemory, planMemorySchema } from '../../plans/plan-memory.ts';
import type { KeptFile } from '../../ports/kept-file.ts';
import type { Log } from '../../ports/log.ts';
import { isContent } from '../../settings/kept-found.ts';
import type { Preferences } from '../../settings/preferences.ts';
import type { PersistedPrices } from '../../tariffs/tariff-book.ts';
import { type UpdateMemory, updateMemorySchema } from '../../updates/update-memory.ts';
import { fromFile, toFile } from './file-names.ts';
import { understood } from './persisted-chargers.ts';

/** What survives a restart: the last of every charger, and what is still to be told. */
export interface PersistedState extends PersistedNotices {
  readonly chargers: readonly ChargerRecord[];
  /** Accounts whose need of a sign-in was told, so that a restart does not tell it again. */
  readonly signInTold: readonly string[];
  /** So that a session that ends with the first reading after a start is told with its cost. */
  readonly prices: readonly PersistedPrices[];
  /** Commands that may be on their way to a charger. */
  readonly commands: readonly PersistedCommand[];
  /** How far plans have come, so that nothing is sent or told twice. */
  readonly plans: readonly PlanMemory[];
  /** Absent where the app has not run since it remembers it. */
  readonly updates?: UpdateMemory;
  /** So that a restart does not ask anybody more than they bear. */
  readonly spent?: Readonly<Record<string, Spent>>;
}

const commandSchema = z.object({
  chargerId: key,
  progress: commandProgressSchema,
  superseded: whenTrue,
});

const spentSchema = z.object({ paidAt: instant, writtenAt: eachOf(instant) });

const fileSchema = z.object({
  version: z.literal(1),
  chargers: z.array(z.unknown()).catch([]),
  outbox: z.array(z.unknown()).catch([]),
  telling: tellingSchema.optional().catch(undefined),
  recentEnds: z.array(recentEndSchema).optional().catch(undefined),
  signInTold: eachOf(key).catch([]),
  prices: z.array(z.unknown()).catch([]),
  commands: z.array(z.unknown()).catch([]),
  plans: z.array(z.unknown()).catch([]),
  updates: updateMemorySchema.optional().catch(undefined),
  spent: z.record(key, spentSchema).optional().catch(undefined),
});

const pricesSchema = z.object({ charger: key, entries: z.array(priceEntrySchema) });

/** What was read, and whether its owner has to hear that there was more. */
export interface FoundState extends PersistedState {
  readonly trouble?: MemoryTrouble;
}

type ReadFile = Pick<KeptFile, 'read'> & Partial<Pick<KeptFile, 'keepAside'>>;

/**
 * Reads what was kept. An entry that is not understood costs that entry only. A file of which not all
 * is understood may be that of a later version: it is kept aside where the file can do that.
 */
export function readPersisted(file: ReadFile, log: Log): FoundState {
  const { value, keptAside: broken } = file.read();
  const parsed = fileSchema.safeParse(fromFile(value));
  if (!parsed.success) {
    const keptAside = value === undefined || broken ? broken : file.keepAside?.();
    if (value !== undefined && !broken) {
      log.warn('memory file is not understood, starting anew', { keptAside });
    }
    const nothing = {
      chargers: [],
      outbox: [],
      signInTold: [],
      prices: [],
      commands: [],
      plans: [],
    };
    return { ...nothing, ...troubleOf(value, keptAside) };
  }
  const chargers = understood(chargerRecordSchema, parsed.data.chargers);
  const outbox = understood(noticeSchema, parsed.data.outbox);
  const prices = understood(pricesSchema, parsed.data.prices);
  const commands = understood(commandSchema, parsed.data.commands);
  const plans = understood(planMemorySchema, parsed.data.plans);
  const entries = { chargers, outbox, prices, commands, plans };
  const lost = entriesIn(parsed.data) - entriesIn(entries) + laterKeys(value).length;
  const keptAside = lost > 0 ? file.keepAside?.() : undefined;
  if (lost > 0) log.warn('memory entries were not understood', { lost, keptAside });
  const { signInTold, telling, recentEnds, updates, spent } = parsed.data;
  const lasting = omitUndefined({ telling, recentEnds, updates, spent });
  return { ...entries, signInTold, ...lasting, ...troubleOf(value, keptAside) };
}

/** What a later version has given the file. */
function laterKeys(value: unknown): readonly string[] {
  const found = fromFile(value);
  return isContent(found) ? Object.keys(found).filter((key) => !(key in fileSchema.shape)) : [];
}

function troubleOf(value: unknown, keptAside: string | undefined): Pick<FoundState, 'trouble'> {
  if (keptAside === undefined) return {};
  const version = isContent(value) ? Number(value.version) : 0;
  return { trouble: { keptAside, isNewer: version > 1 || laterKeys(value).length > 0 } };
}

/**
 * Without those whose account is gone: they go from the file with the next write. Where the settings
 * could not be read, their owner has not done that, and they are kept aside.
 */
export function ofAccounts(
  chargers: PersistedState['chargers'],
  preferences: Pick<Preferences, 'records' | 'trouble'>,
  file: Pick<KeptFile, 'keepAside'>,
): PersistedState['chargers'] {
  const accounts = new Set(preferences.records().map(({ id }) => id));
  const known = chargers.filter(({ accountId }) => accounts.has(accountId));
  if (known.length < chargers.length && preferences.trouble()) file.keepAside();
  return known;
}

/** Durable once it resolves. Rejects when the disk refuses. */
export function writePersisted(file: KeptFile, state: PersistedState): Promise<void> {
  return file.write(toFile({ version: 1, ...state }));
}

type Entries = Record<'chargers' | 'outbox' | 'prices' | 'commands' | 'plans', readonly unknown[]>;

function entriesIn({ chargers, outbox, prices, commands, plans }: Entries): number {
  return [chargers, outbox, prices, commands, plans].reduce((sum, { length }) => sum + length, 0);
}
