/** Passes on the first of each kind: a bug that repeats at each reading is known by then. */
export function onceEach<T>(kindOf: (what: T) => string, tell: (what: T) => void) {
  const told = new Set<string>();
  return (what: T): void => {
    const kind = kindOf(what);
    if (told.has(kind)) return;
    told.add(kind);
    tell(what);
  };
}
