import type { Envelope, Reply } from '../../shared/ipc/contract.ts';
import type { CallName } from '../../shared/ipc/names.ts';
import { requestSchemas } from '../../shared/schema/calls.ts';
import type { Log } from '../ports/log.ts';
import { uncrossable } from './crossing.ts';
import type { Handlers } from './handlers.ts';

/** Who calls, as the main process sees it and not as the caller says. */
export interface Sender {
  readonly pageId: number;
  readonly isMainFrame: boolean;
  readonly address: string;
}

export interface AnswerTools {
  readonly handlers: Handlers;
  readonly isOurs: (sender: Sender) => boolean;
  readonly log: Log;
  /** A reply holds something that no message can carry, at this place in it. */
  readonly tellUncrossable: (name: CallName, where: string) => void;
}

/** Longer than the longest request that the contract allows, written as JSON. */
const mostLetters = 500_000;
/** A picture is larger than anything else. */
const mostLettersOf: Partial<Record<CallName, number>> = { savePicture: 4_500_000 };

/**
 * Answers one call: sender, size and form are checked before the handler hears of it. Never
 * rejects, and logs no word of what was asked: it may be a password.
 */
export async function answer<Name extends CallName>(
  name: Name,
  asked: { readonly sender: Sender | undefined; readonly request: unknown },
  { handlers, isOurs, log, tellUncrossable }: AnswerTools,
): Promise<Envelope<Reply<Name>>> {
  if (!asked.sender || !isOurs(asked.sender)) {
    log.warn('call refused: not our window', { name });
    return { ok: false, failure: 'notOurs' };
  }
  const parsed = isShort(asked.request, mostLettersOf[name] ?? mostLetters)
    ? requestSchemas[name].safeParse(asked.request)
    : { success: false as const };
  if (!parsed.success) {
    log.warn('call refused: bad request', { name });
    return { ok: false, failure: 'badRequest' };
  }
  try {
    // The schema that was just passed is the one this handler's request is derived from.
    const handler = handlers[name] as (request: unknown) => Reply<Name> | Promise<Reply<Name>>;
    const value = await handler(parsed.data);
    const where = uncrossable(value);
    if (where === undefined) return { ok: true, value };
    tellUncrossable(name, where);
  } catch (error) {
    log.error('call crashed', { name, ...placeOf(error) });
  }
  return { ok: false, failure: 'crashed' };
}

function isShort(request: unknown, most: number): boolean {
  try {
    return (JSON.stringify(request) ?? '').length <= most;
  } catch {
    return false;
  }
}

/** Where it happened. The message is left out: it may quote what was asked. */
function placeOf(error: unknown): { kind?: string; at?: string } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const at = error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim();
  return { kind: error.name, ...(at === undefined ? {} : { at }) };
}
