/** One thing that was measured: a row of the report. */
export interface Figure {
  /** Names it for good, in files that are compared later: `start-to-tray`. */
  readonly id: string;
  /** What a reader of the table sees: `start to tray item`. */
  readonly what: string;
  readonly unit: Unit;
  /** One value for each time it was measured. */
  readonly ours: readonly number[];
  /** The least thing of its kind, measured in turn with ours at the same pace. */
  readonly floor?: { readonly name: string; readonly values: readonly number[] };
  readonly goals: readonly Goal[];
  /** How it was measured, where the name does not say it. */
  readonly how?: string;
}

/** Processor and waiting times in ms, memory in MiB or KiB, sizes of files in kB (1,000 bytes). */
export type Unit = 'ms' | 'MiB' | 'KiB' | 'kB' | 'count';

/** What the median should be: of ours over the floor, or of ours alone in the figure's unit. */
export interface Goal {
  readonly kind: 'ratio' | 'value';
  readonly atMost: number;
}

/** Figures that belong together and were measured alike. */
export interface Chapter {
  readonly title: string;
  /** How it was measured, and with which windows and paces. */
  readonly how: string;
  readonly figures: readonly Figure[];
}

/** What one round gave for a figure, and for what it is held against. */
export interface Pair<Found = number> {
  readonly floor: Found;
  readonly ours: Found;
}

/** A row before it is measured: its name, what it is held against, and what the name leaves out. */
export type Row = readonly [what: string, held: Held, how?: string];

/** `floor` names the least of its kind; ours is to be at most so many times it, or so much. */
export interface Held {
  /** Absent: milliseconds. */
  readonly unit?: Unit;
  readonly floor?: string;
  readonly ratio?: number;
  readonly atMost?: number;
}

/** Does everything in turns: whatever changes on this computer meanwhile changes for all alike. */
export async function repeat<Found>(
  times: number,
  round: (index: number) => Promise<Found>,
): Promise<readonly Found[]> {
  const rounds: Found[] = [];
  for (let index = 0; index < times; index += 1) rounds.push(await round(index));
  return rounds;
}

/** Measures the floor, then ours. */
export async function both<Subject, Found>(
  measure: (subject: Subject) => Promise<Found>,
  { floor, ours }: Pair<Subject>,
): Promise<Pair<Found>> {
  return { floor: await measure(floor), ours: await measure(ours) };
}

/** Makes rows from what each round gave, by id: ours alone, or with the floor. */
export function figures<Id extends string>(
  rounds: readonly Readonly<Record<Id, number | Pair>>[],
  rows: Readonly<Record<Id, Row>>,
): readonly Figure[] {
  return Object.entries<Row>(rows).map(
    ([id, [what, { unit = 'ms', floor, ratio, atMost }, how]]) => {
      const found: readonly (number | Pair)[] = rounds.map((round) => round[id as Id]);
      const ours = found.map((one) => (typeof one === 'number' ? one : one.ours));
      const least = found.map((one) => (typeof one === 'number' ? Number.NaN : one.floor));
      const goals: Goal[] = [];
      if (ratio !== undefined) goals.push({ kind: 'ratio', atMost: ratio });
      if (atMost !== undefined) goals.push({ kind: 'value', atMost });
      const named = floor === undefined ? {} : { floor: { name: floor, values: least } };
      return { id, what, unit, goals, ours, ...named, ...(how === undefined ? {} : { how }) };
    },
  );
}
