import type { PlanEntries } from '../../../shared/domain/charger/schedule.ts';
import type { FailureKind, NotStored } from '../../../shared/domain/failure.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { KeptEntries, StoredPlan } from './kept-entries.ts';
import {
  type Block,
  blocksAhead,
  clockChange,
  isSamePlan,
  type WantedPlan,
  windowsOf,
} from './windows.ts';

/** Why a plan is not in its charger: in the words of whoever carries it out instead. */
export type WhyNotStored =
  | NotStored
  | Exclude<FailureKind, 'notStored'>
  /** More blocks than the list takes, or days that would open other windows too. */
  | 'unsuitable'
  /** Stored by now, it would open once too early. */
  | 'tooEarly';

export type EntriesState =
  /** There is nothing of a plan in the charger. */
  | { readonly kind: 'none' }
  /** On its way into it, or out of it. */
  | { readonly kind: 'storing' }
  /** It was read back; `besideOwn`: with entries of the owner's own that are on. */
  | { readonly kind: 'stored'; readonly besideOwn?: true }
  /** It is tried again by itself; until then this computer has to do it. */
  | { readonly kind: 'notStored'; readonly why: WhyNotStored };

/** Everything that decides what is to be done with a charger's list. Times are epoch ms. */
export interface Situation {
  readonly now: number;
  /** Null: nothing is to be there. Undefined: nobody has said so far. */
  readonly wanted: WantedPlan | null | undefined;
  /** Nothing new is sent before: what is wanted may still change. */
  readonly settledAt: number;
  readonly kept: KeptEntries;
  readonly trouble: { readonly why: WhyNotStored; readonly until: number } | undefined;
}

/** A list to be written, and what it holds then; without, the plan's entries are taken away. */
export interface Writing {
  readonly entries: PlanEntries;
  readonly plan?: Omit<StoredPlan, 'at' | 'besideOwn'>;
}

export interface NextStep {
  readonly state: EntriesState;
  /** Not before `at`, where that lies ahead. */
  readonly write?: Writing;
  /** When to look again at the latest; absent: not before something happens. */
  readonly at?: number;
}

const hourMs = 3_600_000;
/** A computer that wakes for a moment takes away then what would open again within the day. */
const clearedBeforeMs = 12 * hourMs;
/** Where another plan waits to take the place: with nothing enabled, the car would charge at once. */
const clearedAtLastMs = hourMs;

const nothing: Writing = { entries: [] };

/** What is to be done with a charger's list, and what is to be said of it until then. Pure. */
export function nextStep(situation: Situation): NextStep {
  const { wanted, kept, now } = situation;
  if (wanted === null) return kept.remembered.length === 0 ? none : toClear(situation);
  const ahead = blocksAhead(wanted?.blocks ?? [], now);
  if (!wanted || ahead.length === 0) return toHold(situation);
  const { stored } = kept;
  if (stored && isSamePlan(stored, wanted, now)) return toConfirm(situation, stored);
  return toStore(situation, { ...wanted, blocks: ahead });
}

const none: NextStep = { state: { kind: 'none' } };

function toClear({ trouble, settledAt }: Situation): NextStep {
  return {
    state: trouble ? { kind: 'notStored', why: trouble.why } : { kind: 'storing' },
    write: nothing,
    at: Math.max(settledAt, trouble?.until ?? settledAt),
  };
}

/** All windows are over: they keep the car from charging at any price, until they would open again. */
function toHold({ wanted, kept, now, trouble }: Situation): NextStep {
  const { stored, remembered } = kept;
  if (remembered.length === 0) return none;
  // Sent, never read back, and its time is over: nobody knows when it opens again.
  const unread = wanted ? now : undefined;
  const clearAt = stored ? clearFrom(stored, clearedBeforeMs) : unread;
  const state = { kind: stored ? 'stored' : 'storing' } as const;
  if (clearAt === undefined) return { state };
  return { state, write: nothing, at: Math.max(clearAt, trouble?.until ?? clearAt) };
}

function clearFrom({ blocks, removeBy }: StoredPlan, beforeMs: number): number {
  return Math.max(removeBy - beforeMs, ...blocks.map(({ until }) => until));
}

/** A charger may count in hours of its own, which another season shifts: it is read once more then. */
function toConfirm(
  { trouble }: Situation,
  { at: readAt, besideOwn, ...plan }: StoredPlan,
): NextStep {
  const state = { kind: 'stored', ...omitUndefined({ besideOwn }) } as const;
  const until = Math.max(...plan.blocks.map((block) => block.until));
  const changeAt = clockChange(plan.zone, { from: readAt, until });
  const windows = windowsOf(plan);
  if (changeAt === undefined || !windows) return { state, at: until };
  const write = { entries: windows.entries, plan };
  return { state, write, at: Math.max(changeAt, trouble?.until ?? changeAt) };
}

function toStore(situation: Situation, plan: WantedPlan): NextStep {
  const { now, trouble, settledAt } = situation;
  const windows = windowsOf(plan);
  if (!windows) return whileOther(situation, 'unsuitable', endOf(plan.blocks));
  const { entries, notBefore, removeBy } = windows;
  if (now < notBefore) return whileOther(situation, 'tooEarly', notBefore);
  return {
    state: trouble ? { kind: 'notStored', why: trouble.why } : { kind: 'storing' },
    write: { entries, plan: { ...plan, removeBy } },
    at: Math.max(settledAt, trouble?.until ?? settledAt),
  };
}

/** What stands there from a plan before must not open again before it is replaced. */
function whileOther(
  { kept: { stored }, trouble }: Situation,
  why: WhyNotStored,
  at: number,
): NextStep {
  const state = { kind: 'notStored', why } as const;
  const clearAt = stored && clearFrom(stored, clearedAtLastMs);
  if (clearAt === undefined || clearAt > at) return { state, at };
  return { state, write: nothing, at: Math.max(clearAt, trouble?.until ?? clearAt) };
}

function endOf(blocks: readonly Block[]): number {
  return Math.max(...blocks.map(({ until }) => until));
}
