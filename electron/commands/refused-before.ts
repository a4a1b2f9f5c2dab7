import { permission } from '../../shared/domain/charger/permission.ts';
import { lastSeen, type Reading } from '../../shared/domain/charger/reading.ts';
import type { Wish } from '../../shared/domain/charger/wish.ts';
import type { AskFailure } from '../../shared/ipc/contract.ts';

/** What is known to be refused is not even sent. */
export function refusedBefore(reading: Reading | undefined, wish: Wish): AskFailure | undefined {
  if (!reading) return { kind: 'hindered', why: 'neverRead' };
  const may = permission(reading, wish.kind);
  if (may.kind === 'absent') return { kind: 'notSupported' };
  if (may.kind === 'hindered') return { kind: 'hindered', why: may.why };
  const limit = lastSeen(reading)?.abilities.limit;
  if (wish.kind === 'setLimit' && limit && (wish.limitA < limit.minA || wish.limitA > limit.maxA)) {
    return { kind: 'notSupported' };
  }
  return undefined;
}
