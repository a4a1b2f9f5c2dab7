import { harmless } from '../../../shared/domain/harmless.ts';
import type { Sources } from '../../ports/sources.ts';
import type { Adapter, Found } from '../adapter.ts';

type Finder = Pick<Adapter, 'findSettings'>;

/** What another program for this make has left on this computer, if there is such a program. */
export async function findSettings(adapter: Finder, sources: Sources): Promise<Found | undefined> {
  const found = await adapter.findSettings?.(sources);
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
  adapter: Finder,
  sources: Sources,
  form: Form,
): Promise<Form> {
  const found = await findSettings(adapter, sources);
  const secrets = found?.secrets ?? {};
  return { ...form, fields: { ...secrets, ...form.fields } };
}
