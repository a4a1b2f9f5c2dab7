import { z } from 'zod';
import { quietChoices } from '../../shared/domain/app/quiet.ts';
import type { Command } from '../../shared/domain/charger/command.ts';
import { planChoices } from '../../shared/domain/price/charge-plan.ts';
import { commandSchema } from '../../shared/schema/charger/command.ts';
import { key } from '../../shared/schema/sound.ts';

/** What an entry of the menu does. Entry ids carry it as JSON, so that a press needs no table. */
const menuActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('execute'), chargerId: key, command: commandSchema }),
  z.object({ do: z.literal('refresh') }),
  z.object({ do: z.literal('quiet'), quiet: z.enum(quietChoices) }),
  z.object({
    do: z.literal('open'),
    view: z.enum(['chargers', 'history', 'settings', 'updates', 'add']),
    chargerId: key.optional(),
  }),
  z.object({ do: z.literal('plan'), chargerId: key, choice: z.enum(planChoices) }),
  z.object({ do: z.literal('tryKeychain') }),
  z.object({ do: z.literal('quit') }),
]);

export type MenuAction = z.infer<typeof menuActionSchema>;

export function entryId(act: MenuAction): string {
  return JSON.stringify(act);
}

export function askId(chargerId: string, command: Command): string {
  return entryId({ do: 'execute', chargerId, command });
}

/** The act of a pressed entry; undefined for an id that is none of ours. */
export function menuActionOf(id: string): MenuAction | undefined {
  try {
    return menuActionSchema.safeParse(JSON.parse(id)).data;
  } catch {
    return undefined;
  }
}
