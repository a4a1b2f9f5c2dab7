/** Everything that stands in the fields of a form. Empty ones are not there. */
export function typedIn(form: HTMLFormElement): Record<string, string> {
  const typed = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(typed);
}

export function focusField(form: HTMLFormElement | null, name: string): void {
  fieldIn(form, name)?.focus();
}

/** Writes these values into their fields, or empties the fields again. */
export function fillFields(
  form: HTMLFormElement | null,
  values: Readonly<Record<string, string>>,
  fill: boolean,
): void {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldIn(form, name);
    if (field) field.value = fill ? value : '';
  }
}

function fieldIn(form: HTMLFormElement | null, name: string): HTMLInputElement | undefined {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : undefined;
}
