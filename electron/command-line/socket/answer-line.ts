import {
  type TerminalCallName,
  type TerminalLine,
  type TerminalRefusal,
  terminalVersion,
} from '../../../shared/ipc/terminal-calls.ts';
import { terminalRequestSchema, terminalSchemas } from '../../../shared/schema/terminal-calls.ts';
import { jsonOf } from '../../integrations/kit/json-of.ts';
import type { Log } from '../../ports/log.ts';
import { type Answered, refusal } from './conversation.ts';
import type { TerminalHandlers } from './terminal-handlers.ts';

export interface AnswerTools extends Answered {
  readonly handlers: TerminalHandlers;
  readonly log: Pick<Log, 'error'>;
}

interface Asked {
  readonly call: TerminalCallName;
  readonly request: unknown;
}

/**
 * Answers one line of a command line: its form is checked before a handler hears of it. Never
 * rejects, and logs no word of what was asked.
 */
export async function answerLine(
  line: Uint8Array,
  { handlers, log, ...how }: AnswerTools,
): Promise<TerminalLine> {
  const asked = understood(line);
  if (typeof asked === 'string') return refusal(asked);
  try {
    // The schema that was just passed is the one this handler's request is derived from.
    const handler = handlers[asked.call] as (request: unknown, how: Answered) => unknown;
    const value = await handler(asked.request, how);
    return { v: terminalVersion, ok: true, value: value ?? null };
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    log.error('command line: call crashed', { call: asked.call, kind });
    return refusal('crashed');
  }
}

function understood(line: Uint8Array): Asked | TerminalRefusal {
  const found = jsonIn(line);
  if (isOfOtherVersion(found)) return 'otherVersion';
  const asked = terminalRequestSchema.safeParse(found);
  if (!asked.success) return 'badRequest';
  const { call, request } = asked.data;
  const parsed = terminalSchemas[call].safeParse(request);
  return parsed.success ? { call, request: parsed.data } : 'badRequest';
}

function jsonIn(line: Uint8Array): unknown {
  try {
    return jsonOf(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch {
    return undefined;
  }
}

function isOfOtherVersion(found: unknown): boolean {
  if (typeof found !== 'object' || found === null || !('v' in found)) return false;
  return Number.isInteger(found.v) && found.v !== terminalVersion;
}
