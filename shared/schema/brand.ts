import { z } from 'zod';
import type { Brand } from '../domain/brand.ts';
import { schemaFor } from './schema-for.ts';

export const brandSchema = schemaFor<Brand>()(z.enum(['wallbox', 'fcsp']));
