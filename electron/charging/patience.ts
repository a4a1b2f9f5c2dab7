/** When a charger that does not answer counts as lost: once both are over. */
export interface Patience {
  /** Since the first reading that failed. */
  readonly ms: number;
  /** Readings that failed in a row. Who speaks by itself is not polled: there only the time counts. */
  readonly reads: number;
  /** Nobody is in between: it is the charger itself that does not answer, and it is shown so. */
  readonly direct?: true;
}

/** The same where one number takes the place of the minute, for tests and the demo. */
export function patienceAt(patience: Patience, paceSeconds: number | undefined): Patience {
  if (paceSeconds === undefined) return patience;
  return { ...patience, ms: (patience.ms * paceSeconds) / 60 };
}
