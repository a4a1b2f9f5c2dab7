import { defaultPlan } from '../../shared/domain/price/charge-plan.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { hour, minute, owner, World } from '../journeys/world.ts';
import { startPriceSimulator } from '../simulators/prices/simulator.ts';
import type { Failure } from '../simulators/shared/failures.ts';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';
import { type Asked, askedOf, type Overrun, overruns, reasonsToSignIn } from './budget.ts';
import { chancesOf } from './chances.ts';

export interface Load {
  readonly chargers: number;
  readonly hours: number;
  readonly seed: number;
}

export interface LoadResult extends Load {
  /** Epoch ms. */
  readonly from: number;
  readonly asked: Asked;
  readonly overruns: readonly Overrun[];
  /** What the simulated cloud blames us for, by its own count. */
  readonly blamed: readonly string[];
  /** How many sign-ins there was a reason for. */
  readonly reasons: number;
  /** How often each thing was done. */
  readonly done: Readonly<Record<string, number>>;
}

interface Scene {
  readonly world: World;
  /** From 0 to 1, the same for a seed. */
  readonly chance: () => number;
  readonly ids: readonly number[];
  /** Starts, and sign-ins of a person, so far. */
  asked: number;
}

/** What an owner, a car, the network and the cloud do, and how likely each is among them. */
const happenings: readonly (readonly [string, number, (scene: Scene) => Promise<void> | void])[] = [
  ['nothing', 6, () => undefined],
  ['window opened', 4, ({ world }) => world.desk.setWindow(true)],
  ['window closed', 4, ({ world }) => world.desk.setWindow(false)],
  ['refresh pressed', 3, ({ world }) => void world.app.handlers.refresh(undefined)],
  ['pause or resume', 3, (scene) => order(scene, scene.chance() < 0.5 ? 'pause' : 'resume')],
  ['lock or unlock', 3, (scene) => order(scene, scene.chance() < 0.5 ? 'lock' : 'unlock')],
  ['limit moved seven times', 2, limits],
  ['seven buttons pressed', 2, buttons],
  ['details read', 3, (scene) => withCharger(scene, 'loadDetails')],
  ['schedules read', 3, (scene) => withCharger(scene, 'getSchedules')],
  ['history of three months', 2, history],
  ['price plan on', 2, (scene) => plan(scene, true)],
  ['price plan off', 1, (scene) => plan(scene, false)],
  ['plugged in', 3, (scene) => car(scene, true)],
  ['unplugged', 3, (scene) => car(scene, false)],
  ['answers 429', 2, (scene) => fault(scene, { kind: 'status', status: 429 })],
  ['answers 403', 1, (scene) => fault(scene, { kind: 'status', status: 403 })],
  ['answers 500', 2, (scene) => fault(scene, { kind: 'status', status: 500 })],
  ['network gone', 3, (scene) => fault(scene, { kind: 'reset', before: 'reply' })],
  ['token revoked', 2, ({ world }) => world.sim.revokeAccess()],
  ['refresh token revoked', 1, revoked],
  ['slept', 3, slept],
  ['restarted', 2, (scene) => restarted(scene, true)],
  ['killed and started', 2, (scene) => restarted(scene, false)],
];

/** Hours of an account with so many chargers in which much happens, by chance from a seed. */
export async function busyHours(load: Load): Promise<LoadResult> {
  const { chargers, hours, seed } = load;
  const specs: readonly ChargerSpec[] = Array.from({ length: chargers }, (_, place) => ({
    id: 700_100 + place,
    name: `Bay ${place + 1}`,
    phases: 1,
    limitA: 16,
  }));
  const world = await World.begin(specs, {}, undefined, new FakeClock(Date.UTC(2026, 10, 21, 12)));
  const prices = await startPriceSimulator(world.clock);
  world.pricesUrl = prices.url;
  await world.restarted();
  await world.signedIn();
  world.app.handlers.changeSettings({ market: { source: 'energyCharts', area: 'DE-LU' } });
  const scene: Scene = {
    world,
    chance: chancesOf(seed),
    ids: specs.map(({ id }) => id),
    asked: 1,
  };
  const from = world.clock.now();
  const done: Record<string, number> = {};
  try {
    while (world.clock.now() < from + hours * hour) {
      const [name, , happens] = drawn(scene.chance());
      done[name] = (done[name] ?? 0) + 1;
      await happens(scene);
      await signedInAgain(scene);
      await world.pass((0.2 + 7 * scene.chance() ** 2) * minute);
    }
    const { requests, violations } = world.sim;
    const asked = askedOf(requests);
    const reasons = scene.asked + reasonsToSignIn(requests);
    const blamed = violations
      // Whoever has so many reasons to sign in within a day opens that many sessions.
      .filter(({ kind }) => kind !== 'session-limit')
      .map(({ kind, at, detail }) => `${kind} ${(at - from) / minute} ${detail}`);
    const found = overruns(asked, reasons);
    return { ...load, from, asked, overruns: found, blamed, done, reasons };
  } finally {
    await world.end();
    await prices.close();
  }
}

function drawn(chance: number) {
  const sum = happenings.reduce((total, [, weight]) => total + weight, 0);
  let left = chance * sum;
  for (const happening of happenings) {
    left -= happening[1];
    if (left < 0) return happening;
  }
  throw new Error('A chance of 1 or more');
}

/** Of all chargers each as likely; undefined before any was found. */
function anyCharger({ world, chance }: Scene): string | undefined {
  const { chargers } = world.state;
  return chargers[Math.floor(chance() * chargers.length)]?.id;
}

function order(scene: Scene, kind: 'pause' | 'resume' | 'lock' | 'unlock'): void {
  const chargerId = anyCharger(scene);
  if (chargerId) void scene.world.app.handlers.execute({ chargerId, command: { kind } });
}

function limits(scene: Scene): void {
  const chargerId = anyCharger(scene);
  if (!chargerId) return;
  for (let limitA = 8; limitA < 15; limitA += 1) {
    const command = { kind: 'setLimit', limitA } as const;
    void scene.world.app.handlers.execute({ chargerId, command });
  }
}

/** More than may be sent in a minute. */
function buttons(scene: Scene): void {
  for (const kind of ['pause', 'lock', 'resume', 'unlock', 'pause', 'lock', 'resume'] as const) {
    order(scene, kind);
  }
}

function withCharger(scene: Scene, call: 'loadDetails' | 'getSchedules'): void {
  const chargerId = anyCharger(scene);
  if (chargerId) void scene.world.app.handlers[call]({ chargerId });
}

function history({ world, chance, ids }: Scene): void {
  const to = world.clock.now();
  const charger = `wallbox/${ids[Math.floor(chance() * ids.length)]}`;
  void world.app.handlers.fetchSessions({ charger, from: to - 70 * 24 * hour, to });
}

function plan(scene: Scene, isOn: boolean): void {
  const chargerId = anyCharger(scene);
  if (chargerId)
    void scene.world.app.handlers.setPlan({ chargerId, plan: { ...defaultPlan, isOn } });
}

function car({ world, chance, ids }: Scene, comes: boolean): void {
  const charger = world.sim.charger(ids[Math.floor(chance() * ids.length)] ?? 0);
  if (comes) charger.plugIn({ wantsWh: 40_000 * chance(), phases: 1 });
  else charger.unplug();
}

/** A few requests go wrong, or all for some minutes. */
async function fault({ world, chance }: Scene, failure: Failure): Promise<void> {
  const isLong = chance() < 0.3;
  const undo = world.sim.fail({
    path: /./,
    times: isLong ? Number.POSITIVE_INFINITY : 1 + Math.floor(3 * chance()),
    failure,
  });
  if (!isLong) return;
  await world.pass(30 * chance() * minute);
  undo();
}

function revoked({ world }: Scene): void {
  world.sim.revokeRefresh();
  world.sim.revokeAccess();
}

async function slept({ world, chance }: Scene): Promise<void> {
  world.desk.sleep();
  world.clock.sleep(3 * chance() * hour);
  world.desk.online = chance() < 0.5;
  world.desk.wake();
  await world.pass(20_000 * chance());
  world.desk.online = true;
}

async function restarted(scene: Scene, isOrderly: boolean): Promise<void> {
  const { world } = scene;
  scene.asked += 1;
  if (isOrderly) await world.app.stop();
  await world.restarted();
}

/** A person does what the app asks for. */
async function signedInAgain(scene: Scene): Promise<void> {
  const { world } = scene;
  const account = world.state.accounts[0];
  if (account?.signIn !== 'signInNeeded') return;
  scene.asked += 1;
  const form = { fields: owner, keepSignedIn: true, untilQuit: false };
  void world.app.handlers.signInAgain({ accountId: account.id, ...form });
  await world.settle();
}
