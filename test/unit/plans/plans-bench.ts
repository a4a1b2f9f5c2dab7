import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import type { ChargerHandle } from '../../../electron/integrations/connection.ts';
import { LazyPlans } from '../../../electron/plans/lazy-plans.ts';
import type { PlanMemory } from '../../../electron/plans/plan-memory.ts';
import type { PlansApp } from '../../../electron/plans/plans-app.ts';
import type { PaidSlot } from '../../../electron/tariffs/reckoning.ts';
import type { Settings } from '../../../shared/domain/app/settings.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import type { PlanSettings } from '../../../shared/domain/price/charge-plan.ts';
import type { MarketView } from '../../../shared/domain/price/market.ts';
import type { CommandFailure } from '../../../shared/ipc/contract.ts';
import { failed, success } from '../../../shared/result.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { clock as at, hour, prices } from './played-night.ts';

export const id = 'a/1';

/** The plans of an app in which everything else is made up, on the evening of a Monday. */
export class PlansBench {
  readonly clock = new FakeClock(at('18:00'));
  readonly log = new RecordedLog();
  readonly sent: string[] = [];
  readonly told: string[] = [];
  /** What stood in the memory that goes to the disk when something was sent. */
  readonly keptThen: (readonly PlanMemory[])[] = [];
  readonly records = new Map<string, ChargerRecord>();
  /** How a command fails that does not leave this computer. */
  fails: CommandFailure | undefined;
  refuses = false;
  paid: readonly PaidSlot[] | undefined;
  shown = 0;
  plans: LazyPlans;
  #settings: Record<string, PlanSettings> = {};

  constructor(kept: readonly PlanMemory[] = [], settings: Record<string, PlanSettings> = {}) {
    this.#settings = settings;
    this.plans = new LazyPlans(this.#app());
    this.plans.recall(kept);
  }

  /** Starts plans, and waits until they are loaded. */
  async started(): Promise<this> {
    this.plans.start();
    await turns();
    return this;
  }

  reads(state: ChargerStatus['state'], more: Partial<Observation> = {}): void {
    const observation = anObservation(state, { phases: 1, limitA: 32, ...more });
    const now = this.clock.now();
    const record: ChargerRecord = {
      ...newRecord({ id, accountId: 'a', brand: 'wallbox' }),
      reading: { certainty: 'current', at: now, observation },
      validForMs: 24 * hour,
    };
    this.records.set(id, record);
    const event = { kind: 'observed', at: now, observation } as const;
    this.plans.reader().tell?.({ about: 'charger', record, event, events: [] });
  }

  async wants(plan: PlanSettings): Promise<void> {
    this.plans.set(id, plan);
    await turns();
  }

  #app(): PlansApp {
    return {
      ports: {
        clock: this.clock,
        log: this.log,
        zone: () => 'Europe/Berlin',
        power: {
          onSleep: () => undefined,
          onWake: () => undefined,
          online: () => true,
          keepAwake: () => undefined,
          onMains: () => true,
          onMainsChange: () => undefined,
        },
      },
      preferences: {
        get: () => ({ plans: this.#settings }) as Pick<Settings, 'plans'>,
        setPlan: (chargerId, plan) => {
          this.#settings = { ...this.#settings, [chargerId]: plan };
        },
      },
      tracker: { record: (chargerId) => this.records.get(chargerId) },
      connections: { handle: () => ({ id }) as ChargerHandle },
      commands: {
        execute: async (chargerId, command, origin) => {
          this.keptThen.push(this.plans.kept());
          this.plans.asked(chargerId, command, origin);
          this.sent.push(`${origin}: ${command.kind}`);
          const failure: CommandFailure | undefined = this.refuses
            ? { kind: 'refused', why: 'unclear' }
            : this.fails;
          return failure ? failed(failure) : success(null);
        },
      },
      pipeline: { announce: ({ events }) => void this.told.push(...events.map((one) => one.kind)) },
      tariffs: { paidSlots: () => this.paid },
      market: { view: async () => market },
      stateFile: { keep: async () => undefined, keepSoon: () => undefined },
      throttle: {
        now: () => {
          this.shown += 1;
          this.plans.reader().show?.({ settings: { plans: this.#settings } } as never);
        },
      },
    };
  }
}

const market: MarketView = {
  choice: { source: 'energyCharts', area: 'DE-LU' },
  slots: prices.slots.map(({ perKwh, ...span }) => ({ ...span, perKwh: String(perKwh) })),
  told: { at: 0, by: 'energyCharts', currency: 'EUR', vatIncluded: false },
};
