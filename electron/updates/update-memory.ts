import { z } from 'zod';
import { instant, line, quantity } from '../../shared/schema/sound.ts';

/** What is remembered of updates, over restarts too. Epoch ms. */
export const updateMemorySchema = z.object({
  /** The first start of a version that remembers it. */
  firstUsedAt: quantity.instant,
  /** When it was last asked for newer versions, whatever came of it. */
  checkedAt: quantity.instant,
  /** The version that its owner has put off, and when. */
  postponed: z
    .object({ version: line.pipe(z.string().max(30)), at: instant })
    .optional()
    .catch(undefined),
});

export type UpdateMemory = z.infer<typeof updateMemorySchema>;
