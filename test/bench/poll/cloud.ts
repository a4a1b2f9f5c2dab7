import { startWallboxSimulator } from '../../simulators/wallbox/simulator.ts';
import { answerParent } from './answer-parent.ts';
import { type Haste, hastyNow } from './hasty-clock.ts';

/** Whom the cloud serves. */
export interface CloudOrder {
  readonly accounts: readonly { readonly email: string; readonly password: string }[];
  readonly chargersEach: number;
  readonly haste: Haste;
}

/** Every car leaves, and another one comes. */
export interface NextCars {
  readonly nextCars: true;
}

/** Cars that are never full, so that every look finds more energy than the one before. */
const car = { wantsWh: 1e12, phases: 1 } as const;
const firstId = 700_000;
const unlimited = {
  getLimit: null,
  writeLimit: null,
  accessTtlMs: 30 * 86_400_000,
  maxSignInsPerHour: 1_000_000,
  maxSessions: 100,
};

let changeCars = (): void => undefined;

// A process of its own, so that what it costs is not counted.
answerParent(async (order: CloudOrder | NextCars) => {
  if ('accounts' in order) return { url: await open(order) };
  changeCars();
  return {};
});

async function open({ accounts, chargersEach, haste }: CloudOrder): Promise<string> {
  const garages = accounts.map((account, index) => ({
    ...account,
    groups: [{ name: 'Home', chargers: chargersOf(firstId + index * chargersEach, chargersEach) }],
  }));
  const clock = { now: () => hastyNow(haste) };
  const sim = await startWallboxSimulator({ accounts: garages, clock, settings: unlimited });
  const ids = garages.flatMap(({ groups }) => groups.flatMap(({ chargers }) => chargers));
  changeCars = () => {
    for (const { id } of ids) {
      sim.charger(id).unplug();
      sim.charger(id).plugIn(car);
    }
  };
  return sim.url;
}

function chargersOf(first: number, count: number) {
  return Array.from({ length: count }, (_, at) => {
    const id = first + at;
    return { id, name: `Garage ${id}`, phases: 1 as const, limitA: 32, car };
  });
}
