import type { PlanSettings } from '../../../shared/domain/price/charge-plan.ts';
import type { PlanGoal, PlanReason } from '../../../shared/domain/price/plan.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { blocksOf, costOf, savedAgainstNow } from '../../planner/blocks.ts';
import { calmPlan } from '../../planner/calm-plan.ts';
import { whIn } from '../../planner/demand.ts';
import { lengthOf, mergedSpans, type Span } from '../../planner/spans.ts';
import { soundSlots } from '../../planner/timeline.ts';
import type { Planned } from '../plan-memory.ts';
import { type Left, msFor } from './charged.ts';
import type { PlanPrices } from './prices.ts';

const minuteMs = 60_000;
/** So much less or more has been charged than was planned that the plan is another. */
const surpriseWh = 1500;
const surpriseShare = 0.1;
/** The same at the end of a block, which is when something can still be added. */
const endSurpriseWh = 300;
/** What is missing at the end of the last block and takes no longer is charged right then. */
const addedMs = 15 * minuteMs;
/** A car that is ready a little early is ready; one that takes a little longer is late. */
const reserveMs = { car: 5 * minuteMs, guess: 15 * minuteMs } as const;

export interface PlanTask {
  readonly now: number;
  readonly plan: PlanSettings;
  readonly prices: PlanPrices;
  /** By when it has to be done. */
  readonly readyBy: number | undefined;
  /** It is over, and the car is short: it is charged now, whatever that costs. */
  readonly isOverdue: boolean;
  readonly notBefore: number | undefined;
  readonly left: Left;
  readonly powerW: number;
  /** The power is what the car took before. */
  readonly isPowerKnown: boolean;
  readonly isThere: boolean;
  readonly flows: boolean;
  /** Besides one that runs. */
  readonly mostBlocks: number;
  /** With one that runs; absent: no matter. */
  readonly mostAtOnce: number | undefined;
}

/** The plan as it was, as long as nothing has happened that makes another one of it. */
export function plannedFor(before: Planned | undefined, task: PlanTask): Planned {
  const isSame = before?.wish === wishOf(task.plan) && before.frame === frameOf(task);
  if (before && isSame && !isOutdated(before, task)) return before;
  const running = isSame && task.flows ? runningAt(before, task.now) : undefined;
  return madeAnew(task, before && isSame ? withEnd(before, running, task) : undefined);
}

/** What its owner wants of a plan. */
export function wishOf({ mode, amount, atOnceWh, highestPerKwh }: PlanSettings): string {
  return JSON.stringify([mode, amount, atOnceWh, highestPerKwh]);
}

function frameOf({ plan: wishes, readyBy, notBefore, isThere, isOverdue }: PlanTask): string {
  // A car that comes in time makes no other plan, unless some of it is to be charged at once.
  const comesAtOnce = wishes.atOnceWh !== undefined && isThere;
  return JSON.stringify([readyBy, notBefore, comesAtOnce, isOverdue]);
}

function isOutdated(before: Planned, task: PlanTask): boolean {
  const { now, prices, powerW, left } = task;
  if (before.prices !== prices.key) return true;
  if (Math.abs(powerW / before.powerW - 1) > surpriseShare) return true;
  const isOver = before.blocks.length > 0 && before.blocks.every(({ until }) => until <= now);
  if (isOver && !left.isDone) return true;
  const past = within(before.blocks, { from: before.at, until: now });
  const expectedWh = Math.max(0, before.leftWh - whIn(lengthOf(past), before.powerW));
  const surprise = Math.abs(left.leftWh - expectedWh);
  // A block that passes without a car is missed when it is over, not minute by minute.
  if (!task.isThere && runningAt(before, now)) return false;
  const ends = before.blocks.some(({ until }) => until <= now && until > now - 2 * minuteMs);
  return surprise > (ends ? endSurpriseWh : Math.max(surpriseWh, before.leftWh * surpriseShare));
}

function within(spans: readonly Span[], { from, until }: Span): readonly Span[] {
  return spans.flatMap((span) => {
    const part = { from: Math.max(span.from, from), until: Math.min(span.until, until) };
    return part.until > part.from ? [part] : [];
  });
}

/** Times without a break in which it is to charge. */
export function runsOf({ blocks }: Pick<Planned, 'blocks'>): readonly Span[] {
  return mergedSpans(blocks);
}

/** The one that `now` lies in. */
export function runningAt(planned: Pick<Planned, 'blocks'>, now: number): Span | undefined {
  return runsOf(planned).find(({ from, until }) => from <= now && now < until);
}

/** What of a block that runs is kept: nobody wants a charge that stops and goes. */
function withEnd(before: Planned, running: Span | undefined, task: PlanTask): Span | undefined {
  const { now, left, powerW, flows } = task;
  if (running) return { from: now, until: running.until };
  const leftMs = msFor(left.leftWh, powerW);
  const runs = runsOf(before);
  const hasEnded = runs.at(-1)?.until !== undefined && (runs.at(-1)?.until ?? 0) <= now;
  const isLittle = hasEnded && flows && leftMs <= addedMs && !hasLimit(task.plan);
  return isLittle ? { from: now, until: now + leftMs } : undefined;
}

/** Dearer prices are not paid, even if the car is short. */
export function hasLimit({ mode, highestPerKwh }: PlanSettings): boolean {
  return mode.kind === 'below' || highestPerKwh !== undefined;
}

function madeAnew(task: PlanTask, kept: Span | undefined): Planned {
  const { now, prices, left, powerW } = task;
  const { spans, reasons } = spansFor(task, kept);
  const blocks = blocksOf(spans, soundSlots(prices.slots));
  return {
    wish: wishOf(task.plan),
    frame: frameOf(task),
    prices: prices.key,
    at: now,
    leftWh: left.leftWh,
    powerW,
    blocks: blocks.map((block) => omitUndefined(block)),
    reasons: [...reasons],
    ...omitUndefined({
      cost: costOf(blocks, prices.slots, powerW)?.cost,
      saved: savedAgainstNow(blocks, prices.slots, { now, powerW }),
    }),
  };
}

interface Chosen {
  readonly spans: readonly Span[];
  readonly reasons: readonly PlanReason[];
}

function spansFor(task: PlanTask, kept: Span | undefined): Chosen {
  const { now, plan: wishes, prices, left, powerW, readyBy, isOverdue } = task;
  if (left.isDone) return { spans: [], reasons: [] };
  if (isOverdue) {
    const until = now + msFor(left.leftWh, powerW);
    return { spans: [{ from: now, until }], reasons: [{ kind: 'deadlinePassed' }] };
  }
  const isKnown = prices.slots.some(({ until }) => until > now);
  // Without a price and without a deadline any time would be a guess.
  if (!isKnown && readyBy === undefined) return { spans: [], reasons: [{ kind: 'noPrices' }] };
  const first = kept ?? atOnceOf(task);
  const begin = first?.until ?? now;
  const firstWh = whIn(begin - now, powerW);
  const restWh = left.leftWh - firstWh;
  if (first && restWh <= 0) return { spans: [first], reasons: [] };
  const allOfIt = allOfTime(task, { from: begin, restWh });
  if (allOfIt) {
    const possibleWh = firstWh + whIn(allOfIt.until - allOfIt.from, powerW);
    const spans = mergedSpans([...(first ? [first] : []), allOfIt]);
    return { spans, reasons: [{ kind: 'tooLittleTime', possibleWh }] };
  }
  const result = calmPlan(prices.slots, begin, {
    mode: wishes.mode,
    goal: goalOf(wishes, { ...left, leftWh: restWh }, powerW),
    powerW,
    ...omitUndefined({
      readyBy: withReserve(task, { from: begin, restWh }),
      notBefore: task.notBefore,
      highestPerKwh: wishes.highestPerKwh,
      mostBlocks: mostBlocksOf(task, first),
      atOnceWh: first ? undefined : atOnceWhOf(task),
    }),
  });
  const spans = mergedSpans([...(first ? [first] : []), ...result.blocks]);
  return { spans, reasons: result.reasons.map((reason) => withFirst(reason, firstWh)) };
}

function mostBlocksOf({ mostBlocks, mostAtOnce }: PlanTask, first: Span | undefined): number {
  if (mostAtOnce === undefined) return mostBlocks;
  return Math.max(1, Math.min(mostBlocks, mostAtOnce - (first ? 1 : 0)));
}

/** Somewhat before the time to be ready by, as long as there is time enough. */
function withReserve(
  { readyBy, notBefore = 0, powerW, isPowerKnown }: PlanTask,
  { from, restWh }: { readonly from: number; readonly restWh: number },
): number | undefined {
  if (readyBy === undefined) return undefined;
  const early = readyBy - (isPowerKnown ? reserveMs.car : reserveMs.guess);
  // What is to be full may take a tenth more.
  const neededMs = 1.1 * msFor(restWh, powerW);
  return Math.max(from, notBefore) + neededMs <= early ? early : readyBy;
}

/** Where the time is too short, all of it is charged in, however short that is. */
function allOfTime(
  { plan: wishes, readyBy, notBefore = 0, powerW }: PlanTask,
  { from, restWh }: { readonly from: number; readonly restWh: number },
): Span | undefined {
  if (readyBy === undefined || hasLimit(wishes) || wishes.amount.kind === 'full') return undefined;
  const begin = Math.max(from, notBefore);
  return msFor(restWh, powerW) > readyBy - begin
    ? { from: begin, until: Math.max(begin, readyBy) }
    : undefined;
}

function withFirst(reason: PlanReason, firstWh: number): PlanReason {
  return 'possibleWh' in reason ? { ...reason, possibleWh: reason.possibleWh + firstWh } : reason;
}

function goalOf({ amount }: PlanSettings, { leftWh }: Left, powerW: number): PlanGoal {
  switch (amount.kind) {
    case 'energy':
      return { kind: 'energy', wh: leftWh };
    case 'time':
      return { kind: 'time', ms: msFor(leftWh, powerW) };
    case 'full':
      return { kind: 'full', estimateWh: leftWh };
  }
}

/** What has to be charged at once of a car that is there. */
function atOnceWhOf({ plan: { atOnceWh }, left, isThere }: PlanTask): number | undefined {
  if (atOnceWh === undefined || !isThere) return undefined;
  const wh = Math.min(left.leftWh, atOnceWh - left.chargedWh);
  return wh > 0 ? wh : undefined;
}

/** The same as a block of its own, where nothing else may be charged yet. */
function atOnceOf(task: PlanTask): Span | undefined {
  const { now, notBefore = now, powerW } = task;
  const wh = atOnceWhOf(task);
  return wh === undefined || notBefore <= now
    ? undefined
    : { from: now, until: now + msFor(wh, powerW) };
}
