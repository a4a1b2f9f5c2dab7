import type { CostField } from './cost-field.ts';
import { cheapestBlock } from './one-block.ts';
import { lengthOf, mergedSpans, type Span } from './spans.ts';
import { type BlockTask, offerWays } from './table/block-grid.ts';

/**
 * Chooses blocks that cost least. What is asked for has to be possible, see `mostPossible`. Of
 * plans that cost the same it takes the one with the fewest blocks, then the latest.
 */
export function chooseBlocks(task: BlockTask): readonly Span[] {
  const choices = new Choices(task);
  const { field, mostBlocks, leastMs, firstUntil } = task;
  const { first, free, leftMs } = choices;
  if (leftMs <= 0) return first;
  const cheapest = field.cheapest(free, leftMs);
  choices.offerSimple();
  if (choices.reaches(cheapest.cost) && choices.isOneBlock()) return choices.best();
  choices.offer(cheapest.spans);
  if (cheapest.isOnly && choices.reaches(cheapest.cost)) return choices.best();
  const hasOthers = firstUntil === undefined ? leftMs >= 2 * leastMs : leftMs > leastMs;
  if (hasOthers && mostBlocks > 1) {
    offerWays(
      task,
      () => choices.worth(),
      (spans) => choices.offer(spans),
    );
  }
  return choices.best();
}

/** A plan to be compared. */
interface Choice {
  readonly spans: readonly Span[];
  readonly cost: number;
  /** Its mean moment, ms after the begin of all. */
  readonly middle: number;
}

/** Plans that keep to the task, and the best of them so far. */
class Choices {
  /** What is charged whatever it costs. */
  readonly first: readonly Span[];
  /** The time after it. */
  readonly free: Span;
  readonly leftMs: number;
  readonly #task: BlockTask;
  readonly #tolerance: number;
  #best: Choice | undefined;

  constructor(task: BlockTask) {
    const { field, ms, firstUntil } = task;
    this.#task = task;
    this.first = firstUntil === undefined ? [] : [{ from: field.from, until: firstUntil }];
    this.free = { from: firstUntil ?? field.from, until: field.until };
    this.leftMs = ms - lengthOf(this.first);
    this.#tolerance = 1e-9 * field.scale * this.leftMs;
  }

  best(): readonly Span[] {
    return this.#best?.spans ?? this.first;
  }

  reaches(cost: number): boolean {
    return this.#best !== undefined && this.#best.cost <= cost + this.#tolerance;
  }

  /** What a better plan may cost; hints of what is better at the same cost are no more than this. */
  worth(): number {
    return this.#best ? this.#best.cost + 10 * this.#tolerance : Number.POSITIVE_INFINITY;
  }

  isOneBlock(): boolean {
    return this.#best?.spans.length === 1;
  }

  /** One block more than what is charged first, or one at each end of the time. */
  offerSimple(): void {
    const { field, leastMs, firstUntil } = this.#task;
    const { free, leftMs } = this;
    const alone = cheapestBlock(field, free, leftMs);
    if (alone) this.offer([alone]);
    if (firstUntil !== undefined) this.offer([{ from: free.from, until: free.from + leftMs }]);
    const atBegin = firstUntil === undefined ? leastMs : 0;
    const atEnd = { from: free.until - (leftMs - atBegin), until: free.until };
    this.offer([{ from: free.from, until: free.from + atBegin }, atEnd]);
  }

  /** Takes a plan, besides what is charged first, if it is allowed and better. */
  offer(others: readonly Span[]): void {
    const { field, mostBlocks, leastMs, ms, firstUntil } = this.#task;
    const spans = mergedSpans([...this.first, ...others]);
    const isShort = spans.some(({ from, until }) => {
      const isFirst = firstUntil !== undefined && from === field.from;
      return until - from < leastMs && !isFirst;
    });
    const isOutside = spans.some(({ from, until }) => from < field.from || until > field.until);
    if (isShort || isOutside || spans.length > mostBlocks || lengthOf(spans) !== ms) return;
    const choice = { spans, cost: this.#costOf(spans), middle: middleOf(spans, field) };
    if (choice.cost < Number.POSITIVE_INFINITY && this.#isBetter(choice)) this.#best = choice;
  }

  #costOf(spans: readonly Span[]): number {
    const { field } = this.#task;
    return spans.reduce((sum, { from, until }) => {
      return sum + field.costOf({ from: Math.max(from, this.free.from), until });
    }, 0);
  }

  #isBetter({ spans, cost, middle }: Choice): boolean {
    if (!this.#best || cost < this.#best.cost - this.#tolerance) return true;
    if (this.#best.cost < cost - this.#tolerance) return false;
    const fewer = this.#best.spans.length - spans.length;
    return fewer > 0 || (fewer === 0 && middle > this.#best.middle);
  }
}

function middleOf(spans: readonly Span[], { from: begin }: CostField): number {
  const moments = spans.reduce((sum, { from, until }) => {
    return sum + (until - from) * ((from + until) / 2 - begin);
  }, 0);
  return moments / lengthOf(spans);
}
