/** One thing that was measured: ours, what it is held against, and what is hoped for. */
export interface Figure {
  /** Names it for good, in files that are compared later: `start-to-tray`. */
  readonly id: string;
  /** What a reader of the table sees: `start to tray item`. */
  readonly what: string;
  readonly unit: Unit;
  /** One value for each time it was measured. */
  readonly ours: readonly number[];
  /** The least thing of its kind, measured in turn with ours at the same pace. */
  readonly floor?: Floor;
  readonly goals: readonly Goal[];
  /** How it was measured, where the name does not say it. */
  readonly how?: string;
}

/** Processor and waiting times in ms, memory in MiB or KiB, sizes of files in kB (1,000 bytes). */
export type Unit = 'ms' | 'MiB' | 'KiB' | 'kB' | 'count' | 'percent';

/** The least thing of its kind. */
export interface Floor {
  /** `bare app with a tray item`. */
  readonly name: string;
  readonly values: readonly number[];
}

/** What a figure should be; judged by medians. */
export type Goal =
  /** Ours divided by the floor. */
  | { readonly kind: 'ratio'; readonly atMost: number }
  /** Ours alone, in the figure's unit. */
  | { readonly kind: 'value'; readonly atMost: number };

/** Figures that belong together and were measured alike. */
export interface Chapter {
  readonly title: string;
  /** How it was measured, and with which windows and paces. */
  readonly how: string;
  readonly figures: readonly Figure[];
}
