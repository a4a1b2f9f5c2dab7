import type { Command } from '../../shared/domain/charger/command.ts';
import { isPossible, permission } from '../../shared/domain/charger/permission.ts';
import { lastObservation, type Reading } from '../../shared/domain/charger/reading.ts';
import type { CommandFailure } from '../../shared/ipc/contract.ts';

/** What is known to be refused is not even sent. */
export function refusedBefore(
  reading: Reading | undefined,
  command: Command,
): CommandFailure | undefined {
  if (!reading) return { kind: 'blocked', why: 'neverRead' };
  const may = permission(reading, command.kind);
  if (may.kind === 'absent') return { kind: 'notSupported' };
  if (may.kind === 'blocked') return { kind: 'blocked', why: may.why };
  const abilities = lastObservation(reading)?.abilities;
  return abilities && isPossible(command, abilities) ? undefined : { kind: 'notSupported' };
}
