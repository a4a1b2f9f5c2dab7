import { wallboxAdapter } from '../../electron/integrations/wallbox/adapter.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';
import type { WallboxSettings } from '../simulators/wallbox/settings.ts';
import { startWallboxSimulator, type WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import type { AccountSpec, ChargerSpec } from '../simulators/wallbox/types.ts';
import type { FarEnd, Harness, Target } from './far-end.ts';

export const serial = 700_123;
const email = 'owner@example.com';
const password = 'correct hørse';

/** The request of each target, as the reference has it. */
const paths: Readonly<Record<Target, { readonly method?: string; readonly path: RegExp }>> = {
  list: { path: /^\/v3\/chargers\/groups$/ },
  read: { path: /^\/chargers\/status\// },
  command: { path: /^\/(v2\/charger|v3\/chargers|v4\/chargers|chargers\/config)\/\d/ },
  newToken: { path: /^\/users\/refresh-token$/ },
};

export interface WallboxOptions {
  readonly charger?: Partial<ChargerSpec>;
  readonly settings?: Partial<WallboxSettings>;
}

/** A simulated cloud whose time goes with the clock, but is right when that is set wrong. */
export function startCloud(clock: FakeClock, options: WallboxOptions = {}) {
  const start = clock.now();
  const charger: ChargerSpec = {
    id: serial,
    name: 'Garage',
    car: { wantsWh: 500_000 },
    ...options.charger,
  };
  const owner: AccountSpec = { email, password, groups: [{ name: 'Home', chargers: [charger] }] };
  return startWallboxSimulator({
    accounts: [owner],
    clock: { now: () => start + clock.monotonic() },
    ...(options.settings ? { settings: options.settings } : {}),
  });
}

/** Wallbox in front of its simulator. `seen` is shown each simulator that is started. */
export function wallboxHarness(
  options: WallboxOptions = {},
  meddle: (sim: WallboxSimulator) => void = () => {},
): Harness {
  return {
    adapter: wallboxAdapter,
    obeys: true,
    asksForList: true,
    requestsPerLook: 1.7,
    triesADay: 0,
    async start(clock) {
      const sim = await startCloud(clock, options);
      meddle(sim);
      return farEnd(sim);
    },
  };
}

function farEnd(sim: WallboxSimulator): FarEnd {
  return {
    overrides: { baseUrl: sim.url },
    owner: { email, password },
    stranger: { email, password: 'wrong hørse' },
    secrets: [password, 'wrong hørse', email, 'eyJ'],
    chargerId: String(serial),
    state: 'charging',
    granted: { command: { kind: 'lock' }, done: () => sim.facts(serial).locked },
    refused: {
      prepare: () => sim.charger(serial).setLocked(true),
      command: { kind: 'pause' },
      why: 'locked',
    },
    asked: () => sim.requests.length,
    answered: () => sim.requests.filter(({ status }) => status !== null).length,
    mostAtOnce: () => sim.maxParallel,
    misdeeds: () => sim.violations,
    fail: (target, failure, times = 1) => {
      sim.fail({ ...paths[target], failure, times });
    },
    loseToken: () => sim.revokeAccess(),
    loseSession() {
      sim.revokeAccess();
      sim.revokeRefresh();
    },
    loseOwner() {
      this.loseSession();
      sim.setPassword(email, 'another');
    },
    close: () => sim.close(),
  };
}
