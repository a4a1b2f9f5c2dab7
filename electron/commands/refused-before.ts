import type { Command } from '../../shared/domain/charger/command.ts';
import { permission } from '../../shared/domain/charger/permission.ts';
import { lastObservation, type Reading } from '../../shared/domain/charger/reading.ts';
import type { CommandFailure } from '../../shared/ipc/contract.ts';

/** What is known to be refused is not even sent. */
export function refusedBefore(
  reading: Reading | undefined,
  command: Command,
): CommandFailure | undefined {
  if (!reading) return { kind: 'hindered', why: 'neverRead' };
  const may = permission(reading, command.kind);
  if (may.kind === 'absent') return { kind: 'notSupported' };
  if (may.kind === 'hindered') return { kind: 'hindered', why: may.why };
  const limit = lastObservation(reading)?.abilities.limit;
  if (
    command.kind === 'setLimit' &&
    limit &&
    (command.limitA < limit.minA || command.limitA > limit.maxA)
  ) {
    return { kind: 'notSupported' };
  }
  return undefined;
}
