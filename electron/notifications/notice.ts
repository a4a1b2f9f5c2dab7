import { z } from 'zod';
import { noticeKinds } from '../../shared/domain/app/settings.ts';
import { bounds } from '../../shared/domain/bounds.ts';
import { instant, line, lines, quantity } from '../../shared/schema/sound.ts';

/** A notification, ready to be shown. `id` is stable over restarts, so that none is told twice. */
export const noticeSchema = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  title: line,
  body: lines,
  /** When what it tells of happened, epoch ms. */
  happenedAt: instant,
  /** Not told before, epoch ms: the next one of its kind and charger takes its place until then. */
  heldUntil: quantity(bounds.instant),
  chargerId: z.string().optional(),
  accountId: z.string().optional(),
  /** A button, where the platform has buttons: what it asks, and its label. */
  action: z.object({ command: z.literal('unlock'), label: line }).optional(),
});

export type Notice = z.infer<typeof noticeSchema>;

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
