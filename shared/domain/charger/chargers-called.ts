import { nameKnown } from './known-as.ts';

type Called = Parameters<typeof nameKnown>[0] & { readonly id: string };

/**
 * Those that somebody calls so: by its id, as a whole or the brand's part of it, else by its name,
 * however it is capitalised. Several where they share a name.
 */
export function chargersCalled<Charger extends Called>(
  chargers: readonly Charger[],
  wanted: string,
): readonly Charger[] {
  const byId = chargers.filter(({ id }) => id === wanted || id.endsWith(`/${wanted}`));
  if (byId.length > 0) return byId;
  const name = plain(wanted);
  return chargers.filter((charger) => plain(nameKnown(charger) ?? '') === name);
}

function plain(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
