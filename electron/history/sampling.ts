import type { Sample } from '../../shared/domain/history.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import { flows } from '../state/charge-fold.ts';
import { gapMs } from '../state/charge-samples.ts';

/** What is known of a charger's last looks, to decide what the next one adds. */
export interface Watch {
  /** Looks at which nothing was worth keeping count too. Epoch ms. */
  readonly lookedAt?: number;
  /** The last look failed, or the computer slept. */
  readonly blind?: true;
  /** A charge ran at the last look. */
  readonly wasRunning?: boolean;
  /** The last sample that was kept. */
  readonly last?: Sample;
  /** The last look since then, which only said the same once more. */
  readonly held?: Sample;
}

/** What one look shows. */
export interface Glance {
  readonly at: number;
  readonly seen: Observation;
  /** A charge runs now. */
  readonly running: boolean;
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
export function sampled(watch: Watch, glance: Glance): Sampled {
  const { at, seen, running } = glance;
  const after = { lookedAt: at, wasRunning: running };
  const heldBack = watch.held ? [watch.held] : [];
  if (!isWorthKeeping(watch, glance)) return { watch: after, written: heldBack };
  const sample = sampleOf(seen, at, leavesGap(watch, at));
  const rests = watch.last !== undefined && saysTheSame(watch.last, sample);
  if (rests && at - watch.last.at < restingMs) {
    return { watch: { ...after, last: watch.last, held: sample }, sample, written: [] };
  }
  const written = rests ? [sample] : [...heldBack, sample];
  return { watch: { ...after, last: sample }, sample, written };
}

/** The look that ends a charge belongs to it. */
function isWorthKeeping({ wasRunning }: Watch, { seen, running }: Glance): boolean {
  const { state } = seen.status;
  const hasPower = flows(state) || state === 'discharging';
  return seen.plugged === 'yes' || hasPower || running || wasRunning === true;
}

/** Nobody knows what was before the first look of all, nor what a clock that was set back skipped. */
function leavesGap({ blind, lookedAt }: Watch, at: number): boolean {
  if (blind || lookedAt === undefined) return true;
  return at - lookedAt > gapMs || at < lookedAt;
}

function saysTheSame(last: Sample, next: Sample): boolean {
  const { at: _at, gap: _gap, ...before } = last;
  const { at, gap, ...now } = next;
  const rests = !flows(next.state) && next.state !== 'discharging';
  return rests && at > last.at && !gap && JSON.stringify(before) === JSON.stringify(now);
}

function sampleOf(seen: Observation, at: number, gap: boolean): Sample {
  return {
    at,
    state: seen.status.state,
    ...(seen.powerW === undefined ? {} : { powerW: seen.powerW }),
    ...(seen.energyWh === undefined ? {} : { energyWh: seen.energyWh }),
    ...(seen.limitA === undefined ? {} : { limitA: seen.limitA }),
    ...(gap ? { gap: true as const } : {}),
  };
}
