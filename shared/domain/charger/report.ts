/** One thing that was asked for a report. */
export interface ReportPart {
  /** The endpoint, as the maker writes it. */
  readonly path: string;
  /** HTTP status, or the kind of failure; absent where it was not asked. */
  readonly outcome?: string;
  /** How long it took, ms; when, epoch ms. */
  readonly tookMs?: number;
  readonly at?: number;
  /** The answer as indented JSON with everything private taken out; or a word why there is none. */
  readonly body?: string;
}

/** A read-only report on what a charger answers, fit to be published. */
export interface Report {
  readonly at: number;
  readonly parts: readonly ReportPart[];
}
