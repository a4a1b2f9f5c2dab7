/** What is always there of `T`, and what may be absent, without what is undefined. */
type Defined<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** The same object without what is undefined: an absent value is absent, also as a key. */
export function omitUndefined<T extends object>(values: T): Defined<T> {
  const there: { [Key in keyof T]?: Exclude<T[Key], undefined> } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) there[key] = value as Exclude<T[typeof key], undefined>;
  }
  // The compiler does not see that only what is undefined is left out.
  return there as Defined<T>;
}
