import type { Chapter, Figure, Goal } from '../figures.ts';
import { median } from './median.ts';

/** What became of a goal; `value` is what was held against it. */
export type Verdict =
  | { readonly kind: 'reached'; readonly value: number }
  | { readonly kind: 'missed'; readonly value: number }
  | { readonly kind: 'notMeasured' };

/** A goal, whose it is, and what became of it. */
export interface Judged {
  readonly figure: Figure;
  readonly goal: Goal;
  readonly verdict: Verdict;
}

/** Median of ours over median of the floor; absent where there is nothing to compare with. */
export function ratioOf({ ours, floor }: Figure): number | undefined {
  if (!floor) return undefined;
  const least = median(floor.values);
  const ratio = median(ours) / least;
  return least > 0 && Number.isFinite(ratio) ? ratio : undefined;
}

/** Holds a figure against one of its goals. */
export function judge(goal: Goal, figure: Figure): Verdict {
  const value = goal.kind === 'value' ? median(figure.ours) : ratioOf(figure);
  if (value === undefined || Number.isNaN(value)) return { kind: 'notMeasured' };
  return { kind: isReached(goal, value) ? 'reached' : 'missed', value };
}

/** Every goal of every figure, in their order. */
export function judgeAll(chapters: readonly Chapter[]): readonly Judged[] {
  return chapters
    .flatMap(({ figures }) => figures)
    .flatMap((figure) =>
      figure.goals.map((goal) => ({ figure, goal, verdict: judge(goal, figure) })),
    );
}

function isReached(goal: Goal, value: number): boolean {
  return value <= goal.atMost;
}
