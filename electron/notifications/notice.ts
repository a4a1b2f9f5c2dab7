import { z } from 'zod';
import { noticeKinds } from '../../shared/domain/app/settings.ts';
import { orderly } from '../../shared/domain/session/session-span.ts';
import { schemaFor } from '../../shared/schema/schema-for.ts';
import { instant, key, line, lines, longKey, quantity } from '../../shared/schema/sound.ts';
import { type Notice, noticeUrgencies } from '../ports/notice.ts';

export const noticeSchema = schemaFor<Notice>()(
  z.object({
    id: longKey,
    kind: z.enum(noticeKinds),
    title: line,
    body: lines,
    topic: longKey.optional(),
    urgency: z.enum(noticeUrgencies).optional(),
    category: key.optional(),
    happenedAt: instant,
    heldUntil: quantity.instant,
    chargerId: key.optional(),
    ended: z
      .object({
        who: line,
        startedAt: instant,
        endedAt: instant,
        energyWh: quantity.energyWh,
      })
      .transform(orderly)
      .optional(),
    accountId: key.optional(),
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
  covers: z.array(longKey).readonly(),
  /** Who gets it. */
  to: key,
});

export type Telling = z.infer<typeof tellingSchema>;
