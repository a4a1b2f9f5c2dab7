import { fcspAdapter } from '../../electron/integrations/fcsp/adapter.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';
import { stationPartsLoaded } from '../fixtures/station-parts.ts';
import { FAKE_SECRET_KEY } from '../simulators/fcsp/debug-page.ts';
import { sharedKey } from '../simulators/fcsp/shared-key.ts';
import {
  type FcspSimulator,
  type FcspSimulatorOptions,
  startFcspSimulator,
} from '../simulators/fcsp/simulator.ts';
import type { FarEnd, Harness, Target } from './far-end.ts';

const wrongKey = 'a-key-of-somebody-else';

const paths: Readonly<Record<Target, string>> = {
  read: '/chargerinfo',
  newToken: '/refresh',
  // Neither is ever asked of a station.
  list: '/chargerinfo',
  command: '/never',
};

/** A station whose time goes with the clock, but is right when that is set wrong; a car charges. */
export async function startStation(clock: FakeClock, options: FcspSimulatorOptions = {}) {
  await stationPartsLoaded();
  const start = clock.now();
  const now = () => start + clock.monotonic();
  const certificate = { keys: sharedKey() };
  const sim = await startFcspSimulator({ clock: { now }, certificate, ...options });
  sim.driver.plugIn();
  return sim;
}

/** The Ford station in front of its simulator. `seen` is shown each one that is started. */
export function fcspHarness(
  options: FcspSimulatorOptions = {},
  meddle: (sim: FcspSimulator) => void = () => {},
): Harness {
  return {
    adapter: fcspAdapter,
    obeys: false,
    asksForList: false,
    // The charger, its inverter, and a token that has run out meanwhile.
    requestsPerLook: 3.1,
    triesADay: 10,
    async start(clock) {
      const sim = await startStation(clock, options);
      meddle(sim);
      return farEnd(sim);
    },
  };
}

function farEnd(sim: FcspSimulator): FarEnd {
  const address = `${sim.host === '::1' ? '[::1]' : sim.host}:${sim.port}`;
  return {
    overrides: {},
    owner: { address },
    stranger: { address, key: wrongKey },
    confirmed: { fingerprint: sim.certificate.fingerprint },
    secrets: [sim.settings.devkey, wrongKey, sim.identity.passcode, FAKE_SECRET_KEY, 'eyJ'],
    chargerId: sim.identity.traceNo,
    state: 'charging',
    asked: () => sim.log.length,
    answered: () => sim.log.filter(({ status }) => status !== null).length,
    mostAtOnce: () => (sim.violations().some(({ kind }) => kind === 'parallel-requests') ? 2 : 1),
    misdeeds: () => sim.violations(),
    fail: (target, failure, times = 1) => {
      sim.fail({ path: paths[target], failure, times });
    },
    loseToken: () => sim.revokeAccess(),
    loseSession() {
      sim.revokeAccess();
      sim.revokeRefresh();
    },
    loseOwner() {
      this.loseSession();
      sim.settings.devkey = 'another-key-since-an-update';
    },
    close: () => sim.close(),
  };
}
