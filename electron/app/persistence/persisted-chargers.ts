import { z } from 'zod';
import { type ChargerRecord, chargerRecordSchema } from '../../charging/record.ts';
import { fromFile } from './file-names.ts';

const fileSchema = z.object({
  version: z.literal(1),
  chargers: z.array(z.unknown()).catch([]),
});

/** The chargers of a state file alone, for whoever wants nothing else of it; none of another version. */
export function chargersIn(value: unknown): readonly ChargerRecord[] {
  const parsed = fileSchema.safeParse(fromFile(value));
  return parsed.success ? understood(chargerRecordSchema, parsed.data.chargers) : [];
}

/** Those that are understood; the others cost only themselves. */
export function understood<T>(schema: z.ZodType<T>, entries: readonly unknown[]): readonly T[] {
  return entries.flatMap((entry) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}
