import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { type Decision, decide } from '../../../electron/plans/decision/decide.ts';
import type { PlanPrices } from '../../../electron/plans/decision/prices.ts';
import type { PlanInput } from '../../../electron/plans/decision/situation.ts';
import type { PlanMemory } from '../../../electron/plans/plan-memory.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { defaultPlan, type PlanSettings } from '../../../shared/domain/price/charge-plan.ts';
import type { LiveSample } from '../../../shared/domain/session/sample.ts';
import { anObservation } from '../../fixtures/observations.ts';

export const minute = 60_000;
export const hour = 60 * minute;
/** A Monday, midnight in Berlin. */
export const midnight = Date.UTC(2026, 10, 22, 23);

/** A moment of that Monday by the clock of Berlin, or of the day after where it is past 24:00. */
export function clock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return midnight + hours * hour + minutes * minute;
}

function momentOf(time: string | number): number {
  return typeof time === 'number' ? time : clock(time);
}

/** By the hour for two days: 10 ct from one to four at night, 30 ct else. */
export const prices: PlanPrices = {
  slots: Array.from({ length: 48 }, (_, index) => {
    const from = midnight + index * hour;
    const isCheap = index % 24 >= 1 && index % 24 < 4;
    return { from, until: from + hour, perKwh: isCheap ? 0.1 : 0.3 };
  }),
  key: 'monday',
  currency: 'EUR',
  by: 'market',
};

/** 7.2 kW for two hours. */
export const plan: PlanSettings = {
  ...defaultPlan,
  isOn: true,
  amount: { kind: 'energy', wh: 14_400 },
};

type Seen = Partial<Observation> & {
  /** Of the session, of which power has flowed since `startedAt`. */
  readonly sessionWh?: number;
  readonly startedAt?: number;
  readonly samples?: readonly LiveSample[];
};

/** A plan of one charger through a night: what is read is up to the test, what is remembered is not. */
export class PlayedNight {
  memory: PlanMemory = { chargerId: 'a/1' };
  record: ChargerRecord = {
    ...newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' }),
    validForMs: 24 * hour,
  };
  last: Decision | undefined;
  readonly sent: string[] = [];
  readonly told: string[] = [];

  constructor(readonly around: Partial<PlanInput> = {}) {}

  /** A reading, and what the plan makes of it. */
  reads(
    time: string | number,
    state: ChargerStatus['state'] | ChargerStatus,
    seen: Seen = {},
  ): Decision {
    const at = momentOf(time);
    this.#passesUntil(at);
    const { sessionWh, startedAt = clock('18:00'), samples = [], ...more } = seen;
    const counted = sessionWh === undefined ? {} : { energyWh: sessionWh };
    const base = { limitA: 31.304_347, phases: 1 as const, ...counted, ...more };
    const observation = anObservation(state, base);
    const session =
      sessionWh === undefined
        ? this.record.session
        : {
            startedAt,
            startSeen: true,
            lastPowerAt: at,
            energyWh: sessionWh,
            samples: [...samples],
          };
    this.record = {
      ...this.record,
      reading: { certainty: 'current', at, observation },
      ...(session && { session }),
    };
    return this.at(at);
  }

  /** The computer sleeps until then, and believes nothing any more that it knew. */
  sleepsUntil(time: string): Decision {
    const { reading } = this.record;
    if (reading.certainty !== 'current') throw new Error('Nothing was known before');
    const outdated = { ...reading, certainty: 'outdated', since: clock(time) } as const;
    this.record = { ...this.record, reading: outdated };
    return this.#decides(clock(time));
  }

  /** Time has come that far, and nothing was read. */
  at(time: string | number, around: Partial<PlanInput> = {}): Decision {
    this.#passesUntil(momentOf(time));
    return this.#decides(momentOf(time), around);
  }

  /** With everything for which the plan wants to be looked at on the way. */
  #passesUntil(time: number): void {
    while (this.last && this.last.nextAt < time) this.#decides(this.last.nextAt);
  }

  #decides(now: number, around: Partial<PlanInput> = {}): Decision {
    const decision = decide({
      now,
      zone: 'Europe/Berlin',
      plan,
      prices,
      record: this.record,
      memory: this.memory,
      keptThere: { kind: 'none' },
      hasSchedules: false,
      ...this.around,
      ...around,
    });
    this.memory = decision.memory;
    this.last = decision;
    if (decision.command) this.sent.push(decision.command.kind);
    this.told.push(...decision.events.map(({ kind }) => kind));
    return decision;
  }

  get status(): string | undefined {
    return this.last?.view?.status.kind;
  }

  get blocks(): readonly string[] {
    const time = (at: number) => {
      const minutes = Math.round((at - midnight) / minute) % (24 * 60);
      const two = (part: number) => String(part).padStart(2, '0');
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    };
    return (this.last?.view?.blocks ?? []).map(({ from, until }) => `${time(from)}-${time(until)}`);
  }
}
