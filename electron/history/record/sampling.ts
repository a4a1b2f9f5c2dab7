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
  const heldForMs = rests ? restingMs : isRepeated(watch.last, sample) ? repeatMs(validForMs) : 0;
  const isHeld = heldForMs > 0 && watch.last !== undefined && at - watch.last.at < heldForMs;
  if (isHeld) {
    return { watch: { ...after, last: watch.last, held: sample }, sample, written: [] };
  }
  const written = heldForMs > 0 ? [sample] : [...heldBack, sample];
  return { watch: { ...after, last: sample }, sample, written };
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
function isRepeated(last: Sample | undefined, { at, gap, state }: Sample): boolean {
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
