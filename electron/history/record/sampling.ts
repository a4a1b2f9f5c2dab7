import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Sample } from '../../../shared/domain/session/history.ts';
import type { LiveSample } from '../../../shared/domain/session/live-session.ts';
import { sessionEnergyWh } from '../../charging/energy-counter.ts';
import type { SessionRecord } from '../../charging/record.ts';
import { flows } from '../../charging/reduce-session.ts';
import { leavesGap, repeatMs } from '../../charging/session-samples.ts';

/** What is known of a charger's last looks, to decide what the next one adds. */
export interface Watch {
  /** Looks at which nothing was worth keeping count too. Epoch ms. */
  readonly readAt?: number;
  /** For how long that look speaks for the charger, ms. */
  readonly validForMs?: number | undefined;
  /** A charge ran at the last look. */
  readonly wasRunning?: boolean;
  /** The last sample that was kept. */
  readonly last?: Sample;
  /** The last look since then, which only said the same once more. */
  readonly held?: Sample;
}

/** What one look shows. */
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
  /** What this look saw, when it was worth keeping; with what is to be written. */
  readonly sample?: Sample;
  readonly written: readonly Sample[];
}

/** While nothing changes and no power flows, one sample stands for this long. */
const restingMs = 10 * 60_000;

/**
 * Samples are kept while a car is there, while power flows and while a charge is not over. A car that
 * stands there full for days says the same at every look; of such looks only the first, one every ten
 * minutes and the last are kept, from which all the others follow. Pure.
 */
export function sampled(watch: Watch, glance: ReadingContext): Sampled {
  const { at, live, validForMs } = glance;
  const wasRunning = live !== undefined && live.endedAt === undefined;
  const after = { readAt: at, validForMs, wasRunning };
  const heldBack = watch.held ? [watch.held] : [];
  if (!isWorthKeeping(watch, glance)) return { watch: after, written: heldBack };
  const sample = sampleOf(watch, glance);
  const rests = watch.last !== undefined && saysTheSame(watch.last, sample);
  const isFreed = (held: Sample) =>
    isOwn(held, glance) ? isKept(held, glance) : !isRepeated(watch.last, sample);
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
  return isRepeated(last, sample) && sample.at - last.at < repeatMs(glance.validForMs);
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

/** The look that ends a charge belongs to it. */
function isWorthKeeping({ wasRunning }: Watch, glance: ReadingContext): boolean {
  const { state } = glance.observation.status;
  const hasPower = flows(state) || state === 'discharging';
  const isOfSession = wasRunning === true || ownOf(glance) !== undefined;
  return glance.observation.plugged === 'yes' || hasPower || isOfSession;
}

/** What the charge itself keeps of this very look. */
function ownOf({ at, live }: ReadingContext): LiveSample | undefined {
  const last = live?.samples.at(-1);
  return last && Math.round(last.at) === at ? last : undefined;
}

/** A charge remembers its last look over restarts; nobody knows what was before the first of all. */
function isAfterGap({ readAt, validForMs }: Watch, glance: ReadingContext): boolean {
  const own = ownOf(glance);
  if (own && glance.live && glance.live.samples.length > 1) return own.gap === true;
  return readAt === undefined || leavesGap({ at: readAt, validForMs }, glance.at);
}

/** The charge's own energy, so that what it costs is the same by its card and by its samples. */
function energyOf(glance: ReadingContext): number | undefined {
  const own = ownOf(glance);
  const { live, observation } = glance;
  if (own) return own.energyWh;
  const counts = live && !live.carLeft && observation.energyWh !== undefined;
  return counts ? sessionEnergyWh(live) : observation.energyWh;
}

function saysTheSame(last: Sample, next: Sample): boolean {
  const { at: _at, gap: _gap, ...before } = last;
  const { at, gap, ...now } = next;
  const rests = !flows(next.state) && next.state !== 'discharging';
  return rests && at > last.at && !gap && JSON.stringify(before) === JSON.stringify(now);
}

/** In the same state, from one reading to the next. */
function isRepeated(last: Sample | undefined, { at, gap, state }: Sample): last is Sample {
  return last?.state === state && at > last.at && !gap;
}

function sampleOf(watch: Watch, glance: ReadingContext): Sample {
  const { at, observation } = glance;
  const energyWh = energyOf(glance);
  return {
    at,
    state: observation.status.state,
    ...(observation.powerW === undefined ? {} : { powerW: observation.powerW }),
    ...(energyWh === undefined ? {} : { energyWh }),
    ...(observation.limitA === undefined ? {} : { limitA: observation.limitA }),
    ...(isAfterGap(watch, glance) ? { gap: true as const } : {}),
  };
}
