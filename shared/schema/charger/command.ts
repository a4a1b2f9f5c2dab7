import { z } from 'zod';
import type { Command, CommandProgress } from '../../domain/charger/command.ts';
import { failureSchema } from '../failure.ts';
import { schemaFor } from '../schema-for.ts';
import { instant, whenTrue } from '../sound.ts';
import { solarModeSchema } from './observation.ts';
import { stateNameSchema } from './status.ts';

export const commandSchema = schemaFor<Command>()(
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
    z.strictObject({ kind: z.literal('setSolarMode'), mode: solarModeSchema }),
    z.strictObject({ kind: z.literal('setPrice'), perKwh: z.number().min(-5).max(5) }),
    z.strictObject({ kind: z.literal('reboot') }),
    z.strictObject({ kind: z.literal('updateSoftware') }),
  ]),
);

const asked = {
  command: commandSchema,
  at: instant,
  from: stateNameSchema.optional(),
  origin: z.enum(['plan', 'automation']).optional(),
};

export const commandProgressSchema = schemaFor<CommandProgress>()(
  z.discriminatedUnion('phase', [
    z.object({ phase: z.literal('sending'), ...asked }),
    z.object({
      phase: z.literal('sent'),
      ...asked,
      outcome: z.literal('unknown').optional(),
      contradicted: whenTrue,
    }),
    z.object({ phase: z.literal('confirmed'), ...asked }),
    z.object({
      phase: z.literal('notConfirmed'),
      ...asked,
      unread: whenTrue,
    }),
    z.object({ phase: z.literal('failed'), ...asked, why: failureSchema }),
  ]),
);
