import { stationPartsLoaded } from '../../fixtures/station-parts.ts';
import type { FcspSimulator } from '../../simulators/fcsp/simulator.ts';
import type { FailureRule } from '../../simulators/shared/failures.ts';
import type { Quirk } from '../../simulators/wallbox/quirks.ts';
import { dailyWindow } from '../../simulators/wallbox/schedule.ts';
import type { WallboxSimulator } from '../../simulators/wallbox/simulator.ts';
import type { Harness } from '../far-end.ts';
import { fcspHarness } from '../fcsp-harness.ts';
import { serial, wallboxHarness } from '../wallbox-harness.ts';
import type { OperationSpec } from './operations.ts';

/** The far end of a cell, and the hands that spoil its answers. */
export interface Garage {
  readonly harness: Harness;
  fail(rule: FailureRule): void;
  clear(): void;
  /** Access tokens die. */
  loseToken(): void;
  /** And what would renew them. */
  loseSession(): void;
  readonly refreshPath: RegExp;
}

const dayMs = 24 * 3_600_000;
/** When the fake clock begins, epoch ms. */
const noon = Date.UTC(2026, 10, 21, 12);

const session = {
  startAt: noon - dayMs,
  endAt: noon - dayMs + 3_600_000,
  chargingMs: 3_000_000,
  energyWh: 6000,
  greenWh: 1000,
  dischargedWh: 0,
};

/** A charger that can do everything, with a car that charges within its schedule. */
const charger = {
  history: [session],
  schedules: [{ ...dailyWindow('0600', '2330'), created_at: 1_795_000_000 }],
  ecoSmart: { enabled: false, mode: 0 },
  software: { current: '6.7.36', latest: '6.8.0' },
} as const;

/**
 * A garage of the operation's brand; its simulators are started by the harness. `isOpen`: nobody
 * counts how often somebody signs in.
 */
export function garageFor({ brand, quirks = [] }: Spec, isOpen: boolean): Garage {
  return brand === 'Wallbox' ? cloud(quirks, isOpen) : station();
}

type Spec = Pick<OperationSpec, 'brand' | 'quirks'>;

function cloud(quirks: readonly Quirk[], isOpen: boolean): Garage {
  let sim: WallboxSimulator | undefined;
  const settings = isOpen ? { maxSessions: 1000, maxSignInsPerHour: 1000 } : {};
  const harness = wallboxHarness({ charger: { ...charger, quirks }, settings }, (started) => {
    sim = started;
  });
  return {
    harness,
    ...handsOn(() => sim),
    refreshPath: /refresh-token$/,
  };
}

function station(): Garage {
  let sim: FcspSimulator | undefined;
  const settings = { serviceMs: 1, refreshRotation: 'new-and-old-dies' } as const;
  const { start, ...rest } = fcspHarness({ settings }, (started) => {
    sim = started;
  });
  const harness: Harness = {
    ...rest,
    async start(clock) {
      await stationPartsLoaded();
      return start(clock);
    },
  };
  return {
    harness,
    ...handsOn(() => sim),
    refreshPath: /\/refresh$/,
  };
}

type Hands = Pick<WallboxSimulator, 'fail' | 'clearFailures' | 'revokeAccess' | 'revokeRefresh'>;

function handsOn(sim: () => Hands | undefined) {
  return {
    fail: (rule: FailureRule) => void sim()?.fail(rule),
    clear: () => sim()?.clearFailures(),
    loseToken: () => sim()?.revokeAccess(),
    loseSession() {
      sim()?.revokeAccess();
      sim()?.revokeRefresh();
    },
  };
}

/** The path of an operation in this garage. */
export function pathOf({ path }: Pick<OperationSpec, 'path'>): string {
  return path.source.replaceAll(/[\^$\\]/g, '').replace('d+', String(serial));
}
