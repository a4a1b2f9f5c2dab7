import { type DomainEvent, domainEvents } from '../../../electron/charging/domain-events.ts';
import type { Patience } from '../../../electron/charging/patience.ts';
import {
  type ChargerRecord,
  chargerRecordSchema,
  newRecord,
} from '../../../electron/charging/record.ts';
import { type ChargerEvent, reduce } from '../../../electron/charging/reduce.ts';
import type { PlanHint } from '../../../electron/charging/session-begin.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';

export const noon = Date.UTC(2026, 10, 21, 12);
export const minute = 60_000;
export const hour = 60 * minute;

/** Plays looks one after the other, as minutes since noon, and gathers the news they make. */
export class Story {
  record: ChargerRecord;
  readonly told: DomainEvent[] = [];
  private patience: Patience = cloudPatience;
  private plan: PlanHint | undefined;
  private setMs = 0;
  /** Of the reading before, where nobody has slept since. */
  private readAtMinute: number | undefined;

  constructor(before?: ChargerRecord) {
    this.record = before ?? newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' });
  }

  read(
    atMinute: number,
    state: ChargerStatus['state'] | ChargerStatus,
    more: Partial<Observation> = {},
  ): this {
    const at = noon + atMinute * minute + this.setMs;
    const observation = anObservation(state, more);
    const { plan, readAtMinute: before } = this;
    const elapsed = before === undefined ? {} : { elapsedMs: (atMinute - before) * minute };
    this.readAtMinute = atMinute;
    return this.apply({ kind: 'observed', at, observation, plan, ...elapsed }, at);
  }

  /** Somebody sets the clock of the computer. */
  setClock(byMinutes: number): this {
    this.setMs += byMinutes * minute;
    return this;
  }

  fail(atMinute: number, failure: Failure = { kind: 'unreachable' }): this {
    const at = noon + atMinute * minute;
    return this.apply({ kind: 'failed', at, failure }, at);
  }

  /** A charger with which one is less patient, or more. */
  with(patience: Patience): this {
    this.patience = patience;
    return this;
  }

  /** A plan that pauses it, or lets it charge, since a minute after noon; or none any more. */
  planned(holds: boolean | undefined, more: Partial<PlanHint> = {}): this {
    this.plan = holds === undefined ? undefined : { since: noon + minute, holds, ...more };
    return this;
  }

  /** The app was closed or the computer slept; what is remembered went over the disk. */
  gap(): this {
    this.record = chargerRecordSchema.parse(JSON.parse(JSON.stringify(this.record)));
    this.readAtMinute = undefined;
    return this.apply({ kind: 'interrupted' }, noon);
  }

  kinds(): string[] {
    return this.told.map((event) =>
      'session' in event ? `${event.kind}:${event.session.endReason}` : event.kind,
    );
  }

  private apply(event: ChargerEvent, at: number): this {
    const before = this.record;
    this.record = reduce(before, event, this.patience);
    this.told.push(...domainEvents(before, this.record, at));
    return this;
  }
}
