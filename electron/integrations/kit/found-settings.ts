import type { Brand } from '../../../shared/domain/brand.ts';
import { harmless } from '../../../shared/domain/harmless.ts';
import type { Found, Sources } from '../adapter.ts';
import { adapters } from '../registry.ts';

/** What another program for this make has left on this computer, if there is such a program. */
export async function findSettings(brand: Brand, sources: Sources): Promise<Found | undefined> {
  const found = await adapters[brand].findSettings?.(sources);
  if (!found) return undefined;
  const { fields, from, secretFields, skipped } = found.shown;
  const clean = Object.entries(fields).map(([name, value]) => [name, harmless(value)]);
  const shown = {
    from: harmless(from),
    fields: Object.fromEntries(clean),
    secretFields,
    skipped: skipped.map((path) => harmless(path)),
  };
  return { ...found, shown };
}

/** Puts found secrets into the fields that a person has left empty. */
export async function withFound<Form extends { readonly fields: Readonly<Record<string, string>> }>(
  brand: Brand,
  sources: Sources,
  form: Form,
): Promise<Form> {
  const found = await findSettings(brand, sources);
  const secrets = found?.secrets ?? {};
  return { ...form, fields: { ...secrets, ...form.fields } };
}
