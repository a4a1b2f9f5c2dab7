/**
 * Passes on the first few of each kind. What repeats without end, such as a process that crashes at
 * every start, would push everything else out of the log.
 */
export function fewTimes<T>(most: number, kindOf: (what: T) => string, tell: (what: T) => void) {
  const counts = new Map<string, number>();
  return (what: T): void => {
    const count = (counts.get(kindOf(what)) ?? 0) + 1;
    counts.set(kindOf(what), count);
    if (count <= most) tell(what);
  };
}
