import { z } from 'zod';
import type { HistoryQuery, SessionEnd, SessionTag } from '../../domain/session/history.ts';
import { schemaFor } from '../schema-for.ts';
import { key, required, whenTrue } from '../sound.ts';

export const sessionEndSchema = schemaFor<SessionEnd>()(
  z.enum(['complete', 'paused', 'locked', 'unplugged', 'unseen', 'notSaid', 'reversed']),
);

export const sessionTagSchema = schemaFor<SessionTag>()(z.enum(['business', 'private']));

export const historyQuerySchema = schemaFor<HistoryQuery>()(
  z.strictObject({
    charger: key.optional(),
    from: required.date,
    to: required.date,
    energyOnly: whenTrue,
  }),
);
