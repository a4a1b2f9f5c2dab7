import type { Listed } from '../../shared/domain/charger/known-as.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { type ChargerRecord, listedSchema } from './record.ts';

/** The same memory when its list says nothing new. A name that is no longer said is still its name. */
export function relisted(record: ChargerRecord, said: Listed): ChargerRecord {
  const { unlistedSince, ...known } = record;
  const listed = { ...record.listed, ...omitUndefined(listedSchema.parse(said)) };
  const isSame = Object.entries(listed).every(
    ([key, value]) => record.listed?.[key as keyof Listed] === value,
  );
  if (!isSame) return { ...known, listed };
  return unlistedSince === undefined ? record : known;
}
