import { fold, type Happening } from '../../../electron/charging/fold.ts';
import {
  type ChargerMemory,
  chargerMemorySchema,
  newMemory,
} from '../../../electron/charging/memory.ts';
import { type News, news } from '../../../electron/charging/news.ts';
import type { Patience } from '../../../electron/charging/patience.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { observation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';

export const noon = Date.UTC(2026, 10, 21, 12);
export const minute = 60_000;
export const hour = 60 * minute;

/** Plays looks one after the other, as minutes since noon, and gathers the news they make. */
export class Story {
  memory: ChargerMemory;
  readonly told: News[] = [];
  private patience: Patience = cloudPatience;

  constructor(before?: ChargerMemory) {
    this.memory = before ?? newMemory({ id: 'a/1', accountId: 'a', brand: 'wallbox' });
  }

  look(
    atMinute: number,
    state: ChargerStatus['state'] | ChargerStatus,
    more: Partial<Observation> = {},
  ): this {
    const at = noon + atMinute * minute;
    return this.happen({ kind: 'looked', at, seen: observation(state, more) }, at);
  }

  fail(atMinute: number, failure: Failure = { kind: 'unreachable' }): this {
    const at = noon + atMinute * minute;
    return this.happen({ kind: 'failed', at, failure }, at);
  }

  /** A charger with which one is less patient, or more. */
  with(patience: Patience): this {
    this.patience = patience;
    return this;
  }

  /** The app was closed or the computer slept; what is remembered went over the disk. */
  gap(): this {
    this.memory = chargerMemorySchema.parse(JSON.parse(JSON.stringify(this.memory)));
    return this.happen({ kind: 'interrupted' }, noon);
  }

  kinds(): string[] {
    return this.told.map((happened) =>
      'charge' in happened ? `${happened.kind}:${happened.charge.endReason}` : happened.kind,
    );
  }

  private happen(happening: Happening, at: number): this {
    const before = this.memory;
    this.memory = fold(before, happening, this.patience);
    this.told.push(...news(before, this.memory, at));
    return this;
  }
}
