import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';

/** A time during which a charger said the same, or nobody looked. Epoch ms. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly state: ChargerStateName | 'gap';
}

/** How a run looks: power flows, it waits, something is wrong, or nobody knows. */
export type RunLook = 'flow' | 'wait' | 'fault' | 'gap';

const flowing: ReadonlySet<Run['state']> = new Set(['charging', 'discharging', 'transferring']);
const faulty: ReadonlySet<Run['state']> = new Set(['error', 'offline']);

/** What happened when, from the first sample to the end of the session. */
export function runsOf(samples: readonly Sample[], { endedAt }: Session): readonly Run[] {
  const end = endedAt ?? samples.at(-1)?.at ?? 0;
  const runs: Run[] = [];
  for (const [index, { at, state }] of samples.entries()) {
    const next = samples[index + 1];
    const to = Math.min(end, next?.at ?? end);
    const observation = next?.gap ? 'gap' : state;
    const before = runs.at(-1);
    if (to <= at) continue;
    if (before?.state === observation && before.to === at) runs.splice(-1, 1, { ...before, to });
    else runs.push({ from: at, to, state: observation });
  }
  return runs;
}

export function lookOf({ state }: Run): RunLook {
  if (state === 'gap') return 'gap';
  if (flowing.has(state)) return 'flow';
  return faulty.has(state) ? 'fault' : 'wait';
}
