import type { SessionCost } from '../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import type { Sample } from '../../shared/domain/session/sample.ts';
import { sessionEnergyWh } from '../charging/energy-counter.ts';
import type { SessionRecord } from '../charging/record.ts';
import { flows } from '../charging/reduce-session.ts';
import { costOf, type Slice } from './cost.ts';
import { type Counting, type Spread, slicesOf } from './cost-slices.ts';
import type { SlotLookup } from './hourly.ts';
import { isUniform } from './price.ts';

/**
 * What a session of the history cost, exactly, by when its energy flowed and the prices of that time.
 * Undefined where its energy is not known, or not every price of its time. Everything that names the
 * cost of a session has it from here. `kept`: the samples of its time; `slots`: what is known of the
 * markets that hourly prices follow.
 */
export function recordedCost(
  session: Spread,
  kept: readonly Sample[],
  entries: readonly PriceEntry[],
  slots?: SlotLookup,
): SessionCost | undefined {
  // A charge that nobody saw began after the reading that it is dated by, which is none of its own.
  const own = kept.filter(({ at, state }) => at > session.startedAt || flows(state));
  return sessionCost(session, own, { entries, slots });
}

/** The same for a charge that was watched by this process, running or ended. */
export function liveCost(
  live: SessionRecord,
  entries: readonly PriceEntry[],
  slots?: SlotLookup,
): SessionCost | undefined {
  const startedAt = Math.round(live.startedAt);
  const endedAt =
    live.endedAt === undefined ? undefined : Math.max(startedAt, Math.round(live.endedAt));
  const energyWh = sessionEnergyWh(live);
  const session: Spread = {
    startedAt,
    startSeen: live.startSeen,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(energyWh === undefined ? {} : { energyWh: Math.round(energyWh) }),
  };
  // As the history keeps them: in whole ms and Wh, and none after the end.
  const samples = live.samples
    .map(({ at, energyWh: wh, gap }) => ({
      at: Math.round(at),
      gap,
      energyWh: wh === undefined ? undefined : Math.round(wh),
    }))
    .filter(({ at }) => at <= (endedAt ?? at));
  return sessionCost(session, samples, { entries, slots });
}

interface Prices {
  readonly entries: readonly PriceEntry[];
  readonly slots: SlotLookup | undefined;
}

function sessionCost(
  session: Spread,
  samples: readonly Counting[],
  { entries, slots }: Prices,
): SessionCost | undefined {
  const whole = wholeOf(session, samples.at(-1)?.at);
  // Most have one price throughout, and then it does not matter when what flowed.
  if (whole && isUniform(entries, { from: whole.from, to: whole.to + 1 }, slots)) {
    return costOf([whole], entries, slots);
  }
  return costOf(slicesOf(session, samples), entries, slots);
}

const dayMs = 86_400_000;

function wholeOf({ energyWh, endedAt, startedAt, startSeen }: Spread, lastAt = startedAt) {
  if (energyWh === undefined) return undefined;
  const to = Math.max(startedAt, endedAt ?? lastAt);
  const from = startSeen ? startedAt : startedAt - dayMs;
  return { from: Math.min(from, to), to, energyWh: String(energyWh) } satisfies Slice;
}
