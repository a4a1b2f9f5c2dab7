import type { Place } from '../place.ts';
import { begin, type Running, type Subject } from '../subject.ts';

/** What is compared on the desktop: ours, and the least apps of its kind. */
export interface Subjects {
  /** Has a tray icon, three chargers, and no window. */
  readonly ourTray: Subject;
  /** The same with its window from the start. */
  readonly ourWindow: Subject;
  readonly bareTray: Subject;
  /** Can open a window with a static page. */
  readonly bareWindow: Subject;
}

/** Has an app run while something is measured. */
export async function withApp<T>(
  { desktop }: Place,
  subject: Subject,
  measure: (app: Running) => Promise<T>,
): Promise<T> {
  const app = begin(subject, desktop);
  try {
    return await measure(app);
  } finally {
    await app.stop();
  }
}

/** A B A B …: whatever changes on this computer meanwhile changes for all alike. */
export async function inTurns<T>(
  rounds: number,
  measures: readonly (() => Promise<T>)[],
): Promise<readonly (readonly T[])[]> {
  const results: T[][] = measures.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, measure] of measures.entries()) results[at]?.push(await measure());
  }
  return results;
}
