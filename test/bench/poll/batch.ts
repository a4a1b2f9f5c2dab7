/** A batch of polls, at the pace that was set before. */
export interface BatchOrder {
  readonly polls: number;
  /** Polls before them that do not count. */
  readonly warmUp: number;
}

/** What it took. */
export interface Batch {
  readonly cpuMs: number;
  readonly tookMs: number;
  /** What was made of the last answer: proof that something was. */
  readonly shows: string;
}
