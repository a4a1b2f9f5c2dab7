import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { ChargerRecord, OwnersWord } from '../../charging/record.ts';
import type { Log } from '../../ports/log.ts';
import type { KnownSession } from '../merge/merged-session.ts';
import { chargerKeyOf, type History } from '../store/history.ts';
import { fieldsOf, told } from './edits.ts';

/** The last charges of all chargers. Card and tray show them without asking the history. */
export interface LastSessions {
  records(): readonly ChargerRecord[];
  /** Hears what its owner says of the one that began then (whole epoch ms); nothing: as measured. */
  say(chargerId: string, startedAt: number, ownersWord: OwnersWord | undefined): void;
}

/** Has the last charges be told with the numbers of the history. */
export async function followOwner(
  history: Pick<History, 'sure'>,
  last: LastSessions,
  log: Log,
): Promise<void> {
  for (const { brand, id, session } of last.records()) {
    if (session?.endedAt === undefined) continue;
    const startedAt = Math.round(session.startedAt);
    try {
      const known = await history.sure.seenSession(chargerKeyOf(brand, id), startedAt);
      last.say(id, startedAt, ownersWordOf(known));
    } catch (error) {
      // What was said of it before stays: the history tells of its trouble itself.
      log.warn('last session not compared', { why: String(error) });
    }
  }
}

/** Pure. */
export function ownersWordOf(known: KnownSession | undefined): OwnersWord | undefined {
  const { session, edits } = known ?? {};
  if (edits?.deletedAt !== undefined) return { kind: 'deleted' };
  if (!session || fieldsOf(edits?.corrected).length === 0) return undefined;
  const { startedAt, endedAt, energyWh, greenEnergyWh, cost } = told(session, edits);
  if (endedAt === undefined) return undefined;
  const { amount, currency, estimated } = cost ?? {};
  const bill = amount !== undefined && currency !== undefined ? { amount, currency } : undefined;
  return {
    kind: 'corrected',
    startedAt,
    endedAt,
    ...omitUndefined({ energyWh, greenEnergyWh }),
    ...(bill ? { cost: { ...bill, ...omitUndefined({ estimated }) } } : {}),
  };
}
