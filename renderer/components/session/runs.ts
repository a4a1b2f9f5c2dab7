import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';

/** A time during which a charger said the same, or nobody looked. Epoch ms. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly state: ChargerStateName | 'planPause' | 'planSchedule' | 'gap';
}

/** How a run looks: power flows, it waits, something is wrong, or nobody knows. */
export type RunLook = 'flow' | 'wait' | 'fault' | 'gap';

const flowing: ReadonlySet<Run['state']> = new Set(['charging', 'discharging', 'transferring']);
const faulty: ReadonlySet<Run['state']> = new Set(['error', 'offline']);

/** What happened when, from the first sample to the end of the session. */
export function runsOf(samples: readonly Sample[], { endedAt }: Session): readonly Run[] {
  const end = endedAt ?? samples.at(-1)?.at ?? 0;
  const runs: Run[] = [];
  for (const [index, sample] of samples.entries()) {
    const { at } = sample;
    const next = samples[index + 1];
    const to = Math.min(end, next?.at ?? end);
    const observation = next?.gap ? 'gap' : stateOf(sample);
    const before = runs.at(-1);
    if (to <= at) continue;
    if (before?.state === observation && before.to === at) runs.splice(-1, 1, { ...before, to });
    else runs.push({ from: at, to, state: observation });
  }
  return runs;
}

function stateOf({ state, byPlan }: Sample): Run['state'] {
  if (!byPlan) return state;
  return state === 'paused' ? 'planPause' : state === 'scheduled' ? 'planSchedule' : state;
}

export function lookOf({ state }: Run): RunLook {
  if (state === 'gap') return 'gap';
  if (flowing.has(state)) return 'flow';
  return faulty.has(state) ? 'fault' : 'wait';
}
