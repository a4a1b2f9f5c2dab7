import type { Money } from '../../../shared/domain/session/price.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import { allPaid, summed } from '../../tariffs/cost.ts';

type Running = Pick<ChargerRecord, 'session' | 'unlistedSince'>;

/**
 * Costs of past sessions with what those cost so far that run and began in a range (epoch ms, `to`
 * excluded): an exact sum by currency. The history prices a session when it is over. Pure.
 */
export function withRunning(
  past: readonly Money[],
  records: readonly Running[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Money[] {
  const running = records.flatMap(({ session, unlistedSince }) => {
    if (!session?.cost || session.endedAt !== undefined || unlistedSince !== undefined) return [];
    const isMeant = session.startedAt >= from && session.startedAt < to;
    return isMeant ? [session.cost] : [];
  });
  // What is past is a sum of coins already.
  return summed([...past, ...allPaid(running)]);
}
