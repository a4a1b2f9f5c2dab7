import type { PlanStatus, PlanView } from '../domain/price/charge-plan.ts';
import type { PlanBlock, PlanReason } from '../domain/price/plan.ts';
import type { Money } from '../domain/session/price.ts';
import { exhaustive } from '../exhaustive.ts';
import { clockTime, type FormatOptions, listOf, money, plannedEnergy, power } from './format.ts';
import { messages } from './messages.ts';

/** Epoch ms and the owner's way of writing. */
export interface PlanTelling {
  readonly now: number;
  readonly formatOptions: FormatOptions;
  /** It is only thought about: nothing is stored anywhere. */
  readonly isPreview?: true;
}

/** What there is to say of a plan, in the order in which it matters. */
export interface PlanWords {
  /** What comes next, or what stands in the way. */
  readonly head: string;
  /** How much and by when, as its owner wants it. */
  readonly aims: readonly string[];
  /** What it costs, what it saves, where it is kept: a few words each. */
  readonly facts: readonly string[];
  /** Whole sentences: what must be seen to, and what cannot be. */
  readonly notes: readonly string[];
  /** Its owner has to do something, or it misses what they want. */
  readonly isInTrouble: boolean;
}

const words = () => messages.plans;
const dayMs = 86_400_000;
/** While it has no say, nobody asks what it would cost. */
const idle: ReadonlySet<PlanStatus['kind']> = new Set(['done', 'suspended', 'blocked']);
/** Less than that is not worth a word. */
const leastSaved = 0.01;

export function planWords(plan: PlanView, telling: PlanTelling): PlanWords {
  const { status } = plan;
  const isOver = idle.has(status.kind);
  // Without prices and without a time to begin at, there is nothing to give reasons for.
  const isWaiting = plan.blocks.length === 0;
  const reasons = isOver
    ? []
    : plan.reasons.filter(({ kind }) => kind !== 'noPrices' || !isWaiting);
  return {
    head: headOf(plan, telling),
    aims: isOver ? [] : aimsOf(plan, telling),
    facts: isOver || plan.blocks.length === 0 ? [] : factsOf(plan, telling),
    notes: [
      ...reasons.map((reason) => planReason(reason, plan, telling)),
      ...(isOver ? [] : [...computerNotes(plan, telling), ...chargerNotes(plan)]),
    ],
    isInTrouble: status.kind === 'blocked' || reasons.some(({ kind }) => isBad(kind)),
  };
}

/** `01:00–03:15, 04:30–05:00`: when it charges from now on; undefined while nobody knows. */
export function planTimes(plan: PlanView, telling: PlanTelling): string | undefined {
  if (idle.has(plan.status.kind)) return undefined;
  const ahead = plan.blocks.filter(({ until }) => until > telling.now);
  return ahead.length > 0 ? timesOf(ahead, telling) : undefined;
}

/** Within a day nobody mistakes a time for that of another one. */
export function soonTime(at: number, { now, formatOptions }: PlanTelling): string {
  return clockTime(at, at - now < dayMs ? at : now, formatOptions);
}

function planReason(
  reason: PlanReason,
  { leftWh, readyBy }: Pick<PlanView, 'leftWh' | 'readyBy'>,
  telling: PlanTelling,
): string {
  const { formatOptions } = telling;
  switch (reason.kind) {
    case 'tooLittleTime': {
      const possible = plannedEnergy(reason.possibleWh, formatOptions);
      if (leftWh === undefined || readyBy === undefined)
        return messages.market.cheapest.atMost(possible);
      const wanted = plannedEnergy(leftWh, formatOptions);
      return words().tooLittleTime({ wanted, possible, time: soonTime(readyBy, telling) });
    }
    case 'tooDear':
      return words().tooDear(plannedEnergy(reason.possibleWh, formatOptions));
    case 'noPrices':
      return words().noPrices;
    case 'deadlinePassed':
      return messages.market.cheapest.over;
    default:
      return exhaustive(reason);
  }
}

/** On what power it is based, and from what that is known. */
export function planPower({ powerW, powerFrom }: PlanView, formatOptions: FormatOptions): string {
  return words().power[powerFrom](power(powerW, formatOptions));
}

function headOf(plan: PlanView, telling: PlanTelling): string {
  const { blocks, status } = plan;
  const [first, ...others] = blocks;
  switch (status.kind) {
    case 'noCar':
      return first && first.from > telling.now
        ? words().plugInAt(soonTime(first.from, telling))
        : words().plugIn;
    case 'charging':
      if (!first) return words().done;
      return others.length > 0
        ? words().chargingThen({
            time: soonTime(first.until, telling),
            times: timesOf(others, telling),
          })
        : words().chargingUntil(soonTime(first.until, telling));
    case 'noPrices':
    case 'storing':
    case 'waiting':
      return first ? words().willCharge(timesOf(blocks, telling)) : waitsFor(plan);
    case 'done':
      return words().done;
    case 'suspended':
      return words().suspended(soonTime(status.until, telling));
    case 'blocked':
      return words().blocked[status.why];
    default:
      return exhaustive(status);
  }
}

function waitsFor({ reasons }: PlanView): string {
  const has = (wanted: PlanReason['kind']) => reasons.some(({ kind }) => kind === wanted);
  if (has('noPrices')) return words().waitingAnyPrices;
  return has('tooDear') ? words().waitingLower : words().waitingPrices;
}

function aimsOf({ leftWh, readyBy }: PlanView, telling: PlanTelling): readonly string[] {
  return [
    ...(leftWh === undefined ? [] : [plannedEnergy(leftWh, telling.formatOptions)]),
    ...(readyBy === undefined ? [] : [words().readyBy(soonTime(readyBy, telling))]),
  ];
}

function factsOf(plan: PlanView, telling: PlanTelling): readonly string[] {
  const { by, cost, saved, status } = plan;
  const amount = ({ amount, currency }: Money) => money(amount, currency, telling.formatOptions);
  const about = by === 'market' ? words().aboutAtMarket : words().about;
  return [
    ...(cost ? [about(amount(cost))] : []),
    ...(saved && Number(saved.amount) >= leastSaved ? [words().saves(amount(saved))] : []),
    ...(telling.isPreview ? [] : keptFacts(status)),
  ];
}

function keptFacts(status: PlanStatus): readonly string[] {
  if (status.kind === 'storing') return [words().storing];
  return 'keptBy' in status && status.keptBy === 'charger' ? [words().stored] : [];
}

/** What is in the way of a plan that the charger keeps. */
function chargerNotes({ status }: PlanView): readonly string[] {
  return 'besideOwn' in status && status.besideOwn ? [words().besideOwn] : [];
}

/** What this computer has to do, and why the charger cannot. */
function computerNotes({ blocks, status }: PlanView, telling: PlanTelling): readonly string[] {
  if (!('keptBy' in status) || status.keptBy !== 'computer') return [];
  const [from, until] = [blocks[0]?.from, blocks.at(-1)?.until];
  const notStored = 'notStored' in status ? status.notStored : undefined;
  return [
    ...(notStored ? [messages.failures.notStored[notStored]] : []),
    ...(from === undefined || until === undefined
      ? []
      : [
          words().awake({
            from: soonTime(Math.max(from, telling.now), telling),
            until: soonTime(until, telling),
          }),
        ]),
  ];
}

function isBad(kind: PlanReason['kind']): boolean {
  return kind === 'tooLittleTime' || kind === 'tooDear' || kind === 'deadlinePassed';
}

/** Blocks that touch are one to whoever reads them. */
function timesOf(blocks: readonly PlanBlock[], telling: PlanTelling): string {
  const spans: { from: number; until: number }[] = [];
  for (const { from, until } of blocks) {
    const last = spans.at(-1);
    if (last?.until === from) last.until = until;
    else spans.push({ from, until });
  }
  return listOf(
    spans.map(({ from, until }) =>
      messages.prices.times({ from: soonTime(from, telling), to: soonTime(until, telling) }),
    ),
    telling.formatOptions,
  );
}
