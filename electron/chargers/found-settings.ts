import type { Brand } from '../../shared/domain/brand.ts';
import type { Found, Sources } from './charger.ts';
import { adapters } from './registry.ts';

/** What another program for this make has left on this computer, if there is such a program. */
export function findSettings(brand: Brand, sources: Sources): Found | undefined {
  return adapters[brand].findSettings?.(sources);
}

/** Puts found secrets into the fields that a person has left empty. */
export function withFound<Form extends { readonly fields: Readonly<Record<string, string>> }>(
  brand: Brand,
  sources: Sources,
  form: Form,
): Form {
  const secrets = findSettings(brand, sources)?.secrets ?? {};
  return { ...form, fields: { ...secrets, ...form.fields } };
}
