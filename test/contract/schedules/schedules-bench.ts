import { expect } from 'vitest';
import type {
  PlanEntries,
  PlanEntry,
  ScheduleEdit,
  SeenEntries,
} from '../../../shared/domain/charger/schedule.ts';
import { countRequests } from '../../simulators/shared/request-log.ts';
import type { ScheduleEntry } from '../../simulators/wallbox/schedule.ts';
import type { WallboxSimulator } from '../../simulators/wallbox/simulator.ts';
import type { ChargerSpec } from '../../simulators/wallbox/types.ts';
import { patient } from '../adapter-tools.ts';
import { type ContractBench, contractBench } from '../contract-bench.ts';
import { serial, wallboxHarness } from '../wallbox-harness.ts';

export const schedulesPath = /\/schedules$/;

export const startsOf = (entries: readonly ScheduleEntry[]) => entries.map(({ start }) => start);

const open: { bench: ContractBench; sim: WallboxSimulator }[] = [];

/** What every test ends with: nobody has broken the simulator's rules. */
export async function closeSchedules(): Promise<void> {
  for (const { bench, sim } of open.splice(0)) {
    await bench.close();
    expect(sim.violations).toEqual([]);
    expect(sim.maxParallel).toBeLessThanOrEqual(1);
  }
}

/** A charger, signed in to, and what may be done with its schedules. */
export async function wallboxSchedules(charger: Partial<ChargerSpec> = {}) {
  let sim: WallboxSimulator | undefined;
  const bench = await contractBench(
    wallboxHarness({ charger }, (started) => {
      sim = started;
    }),
  );
  if (!sim) throw new Error('No simulator');
  const { requests } = sim;
  open.push({ bench, sim });
  const signedIn = await bench.signIn();
  if (!signedIn.ok) throw new Error(signedIn.failure.kind);
  const handle = await bench.charger(signedIn.value);
  const { schedules } = handle;
  if (!schedules) throw new Error('No schedules');
  let kept: readonly PlanEntry[] = [];
  const known = () => ({
    remembered: kept,
    keep: async (remembered: readonly PlanEntry[]) => {
      kept = remembered;
    },
  });
  const change = (wanted: PlanEntries, writesToday = 0) => ({ ...known(), wanted, writesToday });
  return {
    ...bench,
    sim,
    schedules,
    change,
    look: () => bench.read(handle),
    write: (wanted: PlanEntries, writesToday?: number) =>
      bench.answered(schedules.write(change(wanted, writesToday), patient())),
    edit: (edit: ScheduleEdit, seen: SeenEntries) =>
      bench.answered(schedules.change({ ...known(), edit, seen }, patient())),
    read: () => bench.answered(schedules.read(kept, patient())),
    kept: () => kept,
    posts: () => countRequests(requests, { method: 'POST', path: schedulesPath }),
    gets: () => countRequests(requests, { method: 'GET', path: schedulesPath }),
    stored: () => sim?.facts(serial).state.schedules ?? [],
  };
}
