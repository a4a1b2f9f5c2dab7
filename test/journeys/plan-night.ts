import { expect, onTestFinished } from 'vitest';
import {
  defaultPlan,
  type PlanSettings,
  type PlanView,
} from '../../shared/domain/price/charge-plan.ts';
import type { PlanBlock } from '../../shared/domain/price/plan.ts';
import type { SessionDetail } from '../../shared/domain/session/history.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import type { PriceSpoil } from '../simulators/prices/market.ts';
import { type PriceSimulator, startPriceSimulator } from '../simulators/prices/simulator.ts';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';
import { hour, minute, owner, World } from './world.ts';

const choice = { source: 'energyCharts', area: 'DE-LU' } as const;

/** Seven in Berlin: tomorrow's prices are out. */
const evening = Date.UTC(2026, 10, 21, 18);

/** 20 kWh at 7.4 kW: two hours and three quarters. */
export const car = { wantsWh: 40_000, phases: 1 } as const;
export const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1 } as const;
export const wish: PlanSettings = {
  ...defaultPlan,
  isOn: true,
  amount: { kind: 'energy', wh: 20_000 },
};

interface NightOptions {
  /** The cloud has schedules: the chargers can keep a plan by themselves. */
  readonly keeps?: boolean;
  readonly spoil?: PriceSpoil;
  /** Epoch ms. */
  readonly begins?: number;
}

/**
 * A computer with a charger, and with prices by the clock of Berlin, in the evening.
 */
export class Night {
  private constructor(
    readonly world: World,
    readonly prices: PriceSimulator,
  ) {}

  static async begin(
    chargers: readonly ChargerSpec[] = [garage],
    { keeps = false, spoil, begins = evening }: NightOptions = {},
  ): Promise<Night> {
    const world = await World.begin(chargers, {}, undefined, new FakeClock(begins));
    const prices = await startPriceSimulator(world.clock);
    if (spoil) prices.spoil(spoil);
    world.pricesUrl = prices.url;
    const failure = { kind: 'status', status: 404 } as const;
    if (!keeps) world.sim.fail({ path: '/schedules', times: Number.POSITIVE_INFINITY, failure });
    await world.restarted();
    const account = { fields: owner, keepSignedIn: true, untilQuit: false } as const;
    await world.app.handlers.addAccount({ brand: 'wallbox', ...account });
    onTestFinished(async () => {
      await world.end();
      await prices.close();
    });
    world.app.handlers.changeSettings({ market: choice });
    await world.pass(10 * minute);
    return new Night(world, prices);
  }

  /** Its owner wants it, of the charger at that place. */
  async want(plan: PlanSettings = wish, place = 0): Promise<void> {
    const chargerId = this.world.state.chargers[place]?.id ?? '';
    await this.world.app.handlers.setPlan({ chargerId, plan });
    await this.world.settle();
  }

  view(place = 0): PlanView {
    const plan = this.world.state.chargers[place]?.plan;
    if (!plan) throw new Error('No plan');
    return plan;
  }

  status(place = 0): string {
    return this.view(place).status.kind;
  }

  /** Until a moment of the wall clock, epoch ms. */
  async until(at: number): Promise<void> {
    await this.world.pass(at - this.world.clock.now());
  }

  /** Until the next time that a clock in UTC shows so many hours. */
  async untilHour(hours: number): Promise<void> {
    const now = this.world.clock.now();
    const day = new Date(now).setUTCHours(0, 0, 0, 0);
    const at = day + hours * hour;
    await this.until(at > now ? at : at + 24 * hour);
  }

  /** The computer sleeps until then, and wakes. */
  async sleepsUntilHour(hours: number): Promise<void> {
    const { clock, desk } = this.world;
    desk.sleep();
    const day = new Date(clock.now()).setUTCHours(0, 0, 0, 0);
    const at = day + hours * hour;
    clock.sleep((at > clock.now() ? at : at + 24 * hour) - clock.now());
    desk.wake();
    await this.world.settle();
  }

  /** How often the charger's schedules were written. */
  writes(id: number = garage.id): number {
    return this.world.sim.facts(id).commands.filter(({ kind }) => kind === 'schedules').length;
  }

  /** What was sent to a charger, in order: 1 starts, 2 pauses. */
  sent(id: number = garage.id): readonly unknown[] {
    return this.world.sim
      .facts(id)
      .commands.filter(({ kind }) => kind === 'remote-action')
      .map(({ body }) => body);
  }

  plugIn(id: number = garage.id): void {
    this.world.sim.charger(id).plugIn(car);
  }

  /** The last session, as its page shows it. */
  async session(): Promise<SessionDetail> {
    const { handlers } = this.world.app;
    const query = { from: 0, to: Number.MAX_SAFE_INTEGER };
    const sessions = await handlers.listSessions({ query, limit: 1, before: undefined });
    const detail = await handlers.showSession({ id: sessions?.[0]?.id ?? 0 });
    if (!detail) throw new Error('No session');
    return detail;
  }

  energyWh(id: number = garage.id): number {
    return this.world.sim.facts(id).energyWh;
  }
}

export const pause = { action: 2 };
export const start = { action: 1 };

/** Times of a plan as people read them. */
export function times(blocks: readonly PlanBlock[]): readonly string[] {
  const time = (at: number) => new Date(at).toISOString().slice(11, 16);
  return blocks.map(({ from, until }) => `${time(from)}-${time(until)}`);
}

/** Nothing that the cloud forbids has come to it. */
export function expectManners({ world }: Night): void {
  expect(world.sim.violations).toEqual([]);
}
