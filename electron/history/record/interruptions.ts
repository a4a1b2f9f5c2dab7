import type { Interruption } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';

/** From when to when a session was; one that runs has no end. Epoch ms. */
export interface SessionSpan {
  readonly startedAt: number;
  readonly endedAt?: number;
}

/**
 * When and why no power flowed within a session. A state holds until the next sample says
 * otherwise; before a sample with a gap nobody knows. Without samples nothing is claimed. Pure.
 */
export function interruptionsOf(
  samples: readonly Sample[],
  { startedAt, endedAt }: SessionSpan,
): readonly Interruption[] {
  const end = endedAt ?? samples.at(-1)?.at ?? startedAt;
  const found: Interruption[] = [];
  for (const [index, sample] of samples.entries()) {
    const next = samples[index + 1];
    const kind = next?.gap ? 'gap' : kindOf(sample);
    const from = Math.max(startedAt, sample.at);
    const to = Math.min(end, next?.at ?? end);
    if (kind === undefined || to <= from) continue;
    const before = found.at(-1);
    if (before?.kind === kind && before.to === from) found.splice(-1, 1, { ...before, to });
    else found.push({ from, to, kind });
  }
  return found;
}

/** Why no power flows in a state. None where it flows, or where the code says nothing. */
function kindOf({ state, byPlan }: Sample): Interruption['kind'] | undefined {
  switch (state) {
    case 'queued':
      return 'queue';
    case 'scheduled':
      return byPlan ? 'planSchedule' : 'schedule';
    case 'paused':
      return byPlan ? 'planPause' : 'pause';
    case 'locked':
    case 'lockedCar':
      return 'pause';
    case 'waiting':
    case 'complete':
    case 'available':
      return 'waiting';
    case 'error':
      return 'fault';
    case 'offline':
    case 'updating':
      return 'offline';
    case 'charging':
    case 'discharging':
    case 'transferring':
    case 'unknown':
      return undefined;
  }
}
