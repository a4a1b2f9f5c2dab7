import type { Listed } from '../../shared/domain/charger/known-as.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { type ChargerMemory, listedSchema } from './memory.ts';

/** The same memory when its list says nothing new. A name that is no longer said is still its name. */
export function relisted(memory: ChargerMemory, said: Listed): ChargerMemory {
  const { unlistedSince, ...known } = memory;
  const listed = { ...memory.listed, ...omitUndefined(listedSchema.parse(said)) };
  const isSame = Object.entries(listed).every(
    ([key, value]) => memory.listed?.[key as keyof Listed] === value,
  );
  if (!isSame) return { ...known, listed };
  return unlistedSince === undefined ? memory : known;
}
