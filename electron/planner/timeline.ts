import type { PlanSlot } from '../../shared/domain/price/plan.ts';
import type { Span } from './spans.ts';

/** A time throughout which a kWh costs the same, or is taken to. */
export interface Part extends Span {
  /** Infinity: nothing is charged in it. */
  readonly perKwh: number;
  readonly isKnown: boolean;
}

/** Slots begin and end at such steps, wherever prices are sold. */
export const stepMs = 5 * 60_000;

/** Slots in the order of time; of two that overlap, the earlier one keeps its time. */
export function soundSlots(slots: readonly PlanSlot[]): readonly PlanSlot[] {
  const sound: PlanSlot[] = [];
  const inOrder = slots
    .filter(({ from, until, perKwh }) => Number.isFinite(from + until) && Number.isFinite(perKwh))
    .toSorted((one, other) => one.from - other.from);
  for (const slot of inOrder) {
    const from = Math.max(inSteps(slot.from), sound.at(-1)?.until ?? Number.NEGATIVE_INFINITY);
    const until = inSteps(slot.until);
    if (from < until) sound.push({ from, until, perKwh: slot.perKwh });
  }
  return sound;
}

function inSteps(at: number): number {
  return Math.round(at / stepMs) * stepMs;
}

/** What time without a known price is taken to cost, per kWh. */
export interface Assumed {
  /** After the last known price. */
  readonly later: number;
  /** Between known prices; absent: the highest of them. */
  readonly gap?: number;
  /** Whether a known price is not too high. */
  readonly isAllowed: (perKwh: number) => boolean;
}

/** A time in parts without a hole, from sound slots. */
export function partsOf(
  slots: readonly PlanSlot[],
  { from, until }: Span,
  { later, isAllowed, gap }: Assumed,
): readonly Part[] {
  const inside = slots.filter((slot) => slot.until > from && slot.from < until);
  const known = inside.map(({ perKwh }) => perKwh);
  const dearest = gap ?? known.reduce((most, one) => Math.max(most, one), 0);
  const horizon = slots.at(-1)?.until ?? Number.NEGATIVE_INFINITY;
  const parts: Part[] = [];
  let at = from;
  const add = (end: number, perKwh: number, isKnown: boolean) => {
    const upTo = Math.min(end, until);
    if (upTo <= at) return;
    const last = parts.at(-1);
    if (last && last.perKwh === perKwh && last.isKnown === isKnown) {
      parts[parts.length - 1] = { ...last, until: upTo };
    } else parts.push({ from: at, until: upTo, perKwh, isKnown });
    at = upTo;
  };
  for (const slot of inside) {
    add(slot.from, dearest, false);
    add(slot.until, isAllowed(slot.perKwh) ? slot.perKwh : Number.POSITIVE_INFINITY, true);
  }
  if (horizon > at) add(horizon, dearest, false);
  add(until, later, false);
  return parts;
}
