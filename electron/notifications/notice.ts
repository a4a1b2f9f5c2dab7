import { z } from 'zod';
import { noticeKinds } from '../../shared/domain/app/settings.ts';
import { bounds } from '../../shared/domain/bounds.ts';
import { schemaFor } from '../../shared/schema/schema-for.ts';
import { instant, line, lines, quantity } from '../../shared/schema/sound.ts';
import { type Notice, noticeUrgencies } from '../ports/notice.ts';

export const noticeSchema = schemaFor<Notice>()(
  z.object({
    id: z.string(),
    kind: z.enum(noticeKinds),
    title: line,
    body: lines,
    topic: z.string().optional(),
    urgency: z.enum(noticeUrgencies).optional(),
    category: z.string().optional(),
    happenedAt: instant,
    heldUntil: quantity(bounds.instant),
    chargerId: z.string().optional(),
    ended: z
      .object({
        who: line,
        startedAt: instant,
        endedAt: instant,
        energyWh: quantity(bounds.energyWh),
      })
      .optional(),
    accountId: z.string().optional(),
    action: z.object({ command: z.literal('unlock'), label: line }).optional(),
  }),
);

/**
 * A notice that is being handed to the desktop. It is written down before, so that whoever is killed
 * meanwhile knows at the next start what may have been shown.
 */
export const tellingSchema = z.object({
  /** One of the outbox, or the summary of several. */
  notice: noticeSchema,
  /** Ids of those in the outbox that it tells. */
  covers: z.array(z.string()).readonly(),
  /** Who gets it. */
  to: z.string(),
});

export type Telling = z.infer<typeof tellingSchema>;
