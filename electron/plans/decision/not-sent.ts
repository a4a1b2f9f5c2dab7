import type { Command } from '../../../shared/domain/charger/command.ts';
import type { CommandFailure } from '../../../shared/ipc/contract.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { PlanMemory } from '../plan-memory.ts';

const laterMs = 5 * 60_000;

/** Nobody was reached, or nobody may be asked now: the charger has refused nothing. */
const passing: ReadonlySet<CommandFailure['kind']> = new Set([
  'rateLimited',
  'unreachable',
  'timedOut',
  'serverError',
]);

/**
 * What is remembered of a plan whose command has not left this computer: it counts as no try, and is
 * sent later, as long as it is wanted. `now` is epoch ms. Pure.
 */
export function notSent(
  memory: PlanMemory,
  { kind }: Command,
  { failure, now }: { readonly failure: CommandFailure; readonly now: number },
): PlanMemory {
  const { phase, heldSince, ...rest } = memory;
  if (!phase || !passing.has(failure.kind)) return memory;
  const { triedAt: _tried, tries, ...open } = phase;
  const until = 'until' in failure ? failure.until : undefined;
  const retryAt = Math.max(until ?? now, now + laterMs);
  const held = kind === 'pause' ? undefined : heldSince;
  return {
    ...rest,
    ...omitUndefined({ heldSince: held }),
    phase: { ...open, tries: Math.max(0, tries - 1), retryAt },
  };
}
