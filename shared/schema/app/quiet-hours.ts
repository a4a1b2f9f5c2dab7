import { z } from 'zod';
import { mostSpans, type QuietHours, type QuietSpan } from '../../domain/app/quiet-hours.ts';
import { schemaFor } from '../schema-for.ts';

const minute = z.int().min(0).max(1439);

const quietSpanSchema = schemaFor<QuietSpan>()(
  z.strictObject({
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    from: minute,
    to: minute,
  }),
);

export const quietHoursSchema = schemaFor<QuietHours>()(
  z.strictObject({
    on: z.boolean(),
    critical: z.boolean(),
    spans: z.array(quietSpanSchema).max(mostSpans),
  }),
);
