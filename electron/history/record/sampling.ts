import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { type LiveSample, type Sample, sampleOf } from '../../../shared/domain/session/sample.ts';
import { goesOn, leavesGap, repeatMs } from '../../../shared/domain/session/sample-times.ts';
import { sessionEnergyWh } from '../../charging/energy-counter.ts';
import type { SessionRecord } from '../../charging/record.ts';
import { flows } from '../../charging/reduce-session.ts';

/** What is known of a charger's last readings, to decide what the next one adds. */
export interface Watch {
  /** Readings of which nothing was worth keeping count too. Epoch ms. */
  readonly readAt?: number;
  /** For how long that reading speaks for the charger, ms. */
  readonly validForMs?: number | undefined;
  /** A charge ran at the last reading. */
  readonly wasRunning?: boolean;
  /** The last sample that was kept. */
  readonly last?: Sample;
  /** The last reading since then, which only said the same once more. */
  readonly held?: Sample;
}

/** What one reading shows. */
export interface ReadingContext {
  readonly at: number;
  readonly observation: Observation;
  /** For how long it speaks for the charger, ms. */
  readonly validForMs?: number | undefined;
  /** The charge that the state holds after it. */
  readonly live: SessionRecord | undefined;
}

export interface Sampled {
  readonly watch: Watch;
  /** What this reading saw, when it was worth keeping; with what is to be written. */
  readonly sample?: Sample;
  readonly written: readonly Sample[];
}

/** While nothing changes and no power flows, one sample stands for this long. */
const restingMs = 10 * 60_000;

/**
 * Samples are kept while a car is there, while power flows and while a charge is not over. A car that
 * stands there full for days says the same at every reading; of such readings only the first, one
 * every ten minutes and the last are kept, from which all the others follow. Pure.
 */
export function sampled(watch: Watch, glance: ReadingContext): Sampled {
  const { at, live, validForMs, observation } = glance;
  const wasRunning = live !== undefined && live.endedAt === undefined;
  const after = { readAt: at, validForMs, wasRunning };
  const heldBack = watch.held ? [watch.held] : [];
  if (!isWorthKeeping(watch, glance)) return { watch: after, written: heldBack };
  const around = {
    at,
    energyWh: energyOf(glance),
    isAfterGap: isAfterGap(watch, glance),
    isByPlan: isByPlan(glance),
  };
  const sample = sampleOf(observation, around);
  const rests = saysTheSame(watch.last, sample);
  const isFreed = (held: Sample) =>
    isOwn(held, glance)
      ? isKept(held, glance)
      : !isMore(watch.last, sample) || saysTheSame(watch.last, held);
  const freed = rests ? [] : heldBack.filter(isFreed);
  const last = freed.at(-1) ?? watch.last;
  const isSoon = (ms: number) => last !== undefined && at - last.at < ms;
  if (rests ? isSoon(restingMs) : repeats(last, sample, glance)) {
    return { watch: { ...after, ...(last ? { last } : {}), held: sample }, sample, written: freed };
  }
  return { watch: { ...after, last: sample }, sample, written: [...freed, sample] };
}

/** What a session keeps itself is kept here too, and nothing else, or it would cost something else. */
function repeats(last: Sample | undefined, sample: Sample, glance: ReadingContext): boolean {
  if (ownOf(glance)) return glance.live?.sampled?.isHeld === true;
  return isMore(last, sample) && sample.at - last.at < repeatMs(glance.validForMs);
}

/** It was of the session to which this reading belongs, and not of the time before. */
function isOwn({ at }: Sample, glance: ReadingContext): boolean {
  const [first] = glance.live?.samples ?? [];
  return ownOf(glance) !== undefined && first !== undefined && at >= Math.round(first.at);
}

/** Nothing has taken its place in the session. */
function isKept(held: Sample, { live }: ReadingContext): boolean {
  const before = live?.samples.at(-2);
  return before !== undefined && Math.round(before.at) === held.at;
}

/** The reading that ends a charge belongs to it. */
function isWorthKeeping({ wasRunning }: Watch, glance: ReadingContext): boolean {
  const { state } = glance.observation.status;
  const hasPower = flows(state) || state === 'discharging';
  const isOfSession = wasRunning === true || ownOf(glance) !== undefined;
  return glance.observation.plugged === 'yes' || hasPower || isOfSession;
}

/** What the charge itself keeps of this very reading. */
function ownOf({ at, live }: ReadingContext): LiveSample | undefined {
  const last = live?.samples.at(-1);
  return last && Math.round(last.at) === at ? last : undefined;
}

/** A charge remembers its last reading over restarts; nobody knows what was before the first of all. */
function isAfterGap({ readAt, validForMs }: Watch, glance: ReadingContext): boolean {
  const own = ownOf(glance);
  if (own && glance.live && glance.live.samples.length > 1) return own.gap === true;
  return readAt === undefined || leavesGap({ at: readAt, validForMs }, glance.at);
}

/** As the charge itself has it; what a plan has ended rests by the plan until somebody goes on. */
function isByPlan(glance: ReadingContext): boolean {
  const { live, observation } = glance;
  if (ownOf(glance)) return live?.sampled?.byPlan === true;
  const stays = live?.endedByPlan === true && !live.carLeft;
  return stays && observation.status.state === 'paused';
}

/** The charge's own energy, so that what it costs is the same by its card and by its samples. */
function energyOf(glance: ReadingContext): number | undefined {
  const own = ownOf(glance);
  const { live, observation } = glance;
  if (own) return own.energyWh;
  const counts = live && !live.carLeft && observation.energyWh !== undefined;
  return counts ? sessionEnergyWh(live) : observation.energyWh;
}

/** No power flows, and but for its time the next sample says what the last one said. */
function saysTheSame(last: Sample | undefined, next: Sample): boolean {
  const { at, gap, ...now } = next;
  if (!last || gap || at <= last.at || flows(next.state) || next.state === 'discharging')
    return false;
  const { at: _at, gap: _gap, ...before } = last;
  return JSON.stringify(before) === JSON.stringify(now);
}

/** The same goes on from one reading to the next. */
function isMore(last: Sample | undefined, sample: Sample): last is Sample {
  return last !== undefined && goesOn(last, sample);
}

/** Estimated ends have fractions, which no calendar takes. */
export function inWholeMs(live: SessionRecord): SessionRecord {
  const { endedAt, lastPowerAt, startedAt } = live;
  return {
    ...live,
    startedAt: Math.round(startedAt),
    lastPowerAt: Math.round(lastPowerAt),
    ...(endedAt === undefined ? {} : { endedAt: Math.round(endedAt) }),
  };
}
