import { z } from 'zod';
import type { Licence } from '../../domain/app/licence.ts';
import { schemaFor } from '../schema-for.ts';

export const licenceSchema = schemaFor<Licence>()(
  z.object({
    name: z.string().min(1),
    version: z.string().optional(),
    terms: z.string().optional(),
    text: z.string().min(1),
  }),
);
