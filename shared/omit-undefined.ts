/** The same object without what is undefined: an absent value is absent, also as a key. */
export function omitUndefined<T extends object>(
  values: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const there: { [Key in keyof T]?: Exclude<T[Key], undefined> } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) there[key] = value as Exclude<T[typeof key], undefined>;
  }
  return there;
}
