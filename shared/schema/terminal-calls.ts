import { z } from 'zod';
import { planChoices } from '../domain/price/charge-plan.ts';
import {
  type TerminalCalls,
  type TerminalCommand,
  type TerminalLine,
  terminalRefusals,
  terminalVersion,
} from '../ipc/terminal-calls.ts';
import { schemaFor, schemasFor } from './schema-for.ts';
import { key } from './sound.ts';

const nothing = z.undefined();
const version = z.literal(terminalVersion);
/** Nobody waits longer at a terminal; what comes later is in the window. */
const longestWaitMs = 24 * 3_600_000;
const wanted = {
  chargerId: key,
  waitMs: z.int().min(0).max(longestWaitMs).optional(),
};

const terminalCommandSchema = schemaFor<TerminalCommand>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pause') }),
    z.strictObject({ kind: z.literal('resume') }),
    z.strictObject({ kind: z.literal('backToSchedule') }),
    z.strictObject({ kind: z.literal('lock') }),
    z.strictObject({ kind: z.literal('unlock') }),
    z.strictObject({
      kind: z.literal('setLimit'),
      limitA: z.union([z.int().min(1).max(80), z.int().min(-80).max(-1)]),
    }),
  ]),
);

/** What each call of a command line may send. A request that is anything else is refused. */
export const terminalSchemas = schemasFor<{
  [Name in keyof TerminalCalls]: TerminalCalls[Name]['request'];
}>()({
  chargers: nothing,
  watch: nothing,
  execute: z.strictObject({ ...wanted, command: terminalCommandSchema }),
  choosePlan: z.strictObject({ ...wanted, choice: z.enum(planChoices) }),
  showPlan: z.strictObject({ chargerId: wanted.chargerId }),
  refresh: nothing,
  settleHistory: nothing,
});

/** A line as such, before anybody knows what it asks. */
export const terminalRequestSchema = z.strictObject({
  v: version,
  call: z.enum(Object.keys(terminalSchemas) as (keyof TerminalCalls)[]),
  request: z.unknown().optional(),
});

export const terminalLineSchema = schemaFor<TerminalLine>()(
  z.union([
    z.object({ v: version, ok: z.literal(true), value: z.unknown() }),
    z.object({
      v: version,
      ok: z.literal(false),
      refusal: z.enum(terminalRefusals),
      say: z.string().max(1000),
    }),
    z.object({ v: version, more: z.unknown() }),
  ]),
);
