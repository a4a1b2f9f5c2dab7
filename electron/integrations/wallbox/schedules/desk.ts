import type {
  ChargerSchedules,
  PlanEntry,
  ScheduleFailure,
} from '../../../../shared/domain/charger/schedule.ts';
import type { Failure } from '../../../../shared/domain/failure.ts';
import { failed, type Result } from '../../../../shared/result.ts';
import type { OwnersChange, RequestOptions, ScheduleChange, Schedules } from '../../connection.ts';
import type { WallboxClient } from '../client.ts';
import type { ScheduleParts } from './access.ts';
import type { NextStart } from './next-start.ts';

/** Seldom changed, and asked again whenever the charger turns to them. In minutes. */
const schedulesKept = 24 * 60;
/** In minutes. A charge may begin tonight: the cloud's trouble of a moment must not hide when. */
const schedulesAgain = 30;

/** What the desk needs to know of its charger. */
export interface DeskParts extends Omit<ScheduleParts, 'client' | 'seen'> {
  readonly client: WallboxClient;
  readonly zone: () => string | undefined;
}

/** The schedules of one charger: when they let it begin, and what a plan puts there. */
export class ScheduleDesk implements Schedules {
  readonly #parts: DeskParts;
  #next: NextStart | undefined;
  /** Until when they are not asked again, monotonic ms; absent when the charger has just turned to them. */
  #restUntil: number | undefined;
  #isWriting = false;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  zone(): string | undefined {
    return this.#parts.zone();
  }

  async read(
    remembered: readonly PlanEntry[],
    options: RequestOptions,
  ): Promise<Result<ChargerSchedules, Failure>> {
    // Asked for a plan, or by somebody who looks: no start waits for it.
    const { readAll } = await import('./access.ts');
    return readAll(this.#access(), remembered, options);
  }

  async write(
    change: ScheduleChange,
    options: RequestOptions,
  ): Promise<Result<ChargerSchedules, Failure>> {
    const { writeAll } = await import('./access.ts');
    return this.#alone(() => writeAll(this.#access(), change, options));
  }

  async change(
    change: OwnersChange,
    options: RequestOptions,
  ): Promise<Result<ChargerSchedules, ScheduleFailure>> {
    const { changeOwners } = await import('./access.ts');
    return this.#alone(() => changeOwners(this.#access(), change, options));
  }

  async #alone<T, F>(write: () => Promise<Result<T, F>>): Promise<Result<T, F | Failure>> {
    // The list that the one under way has read would undo this one.
    if (this.#isWriting) return failed({ kind: 'refused', why: 'notNow' });
    this.#isWriting = true;
    try {
      return await write();
    } finally {
      this.#isWriting = false;
    }
  }

  /** They may have been changed since the charger followed them last. */
  forget(): void {
    this.#next = undefined;
    this.#restUntil = undefined;
  }

  /** When the next window opens, as far as it is known. */
  nextStart(): { readonly nextStartAt?: number } {
    const present = { now: this.#parts.clock.now(), zone: this.zone() };
    const nextStartAt = this.#next?.(present);
    return nextStartAt === undefined ? {} : { nextStartAt };
  }

  /** Asks when the charger will begin, where that was not asked lately. */
  aside(signal: AbortSignal): Promise<void> | undefined {
    if (this.#parts.clock.monotonic() < (this.#restUntil ?? 0)) return undefined;
    this.#rest(schedulesKept);
    return this.#ask(signal);
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const { client, chargerId } = this.#parts;
    const { nextStartOf } = await import('./next-start.ts');
    const where = { template: '/chargers/{id}/schedules', chargerId, signal } as const;
    const read = await client.read({ ...where, turn: 'list', understand: nextStartOf });
    if (signal.aborted) return this.forget();
    // Old ones would be a guess.
    this.#next = read.ok ? read.value : undefined;
    if (!read.ok && read.failure.kind !== 'notSupported') this.#rest(schedulesAgain);
  }

  #rest(minutes: number): void {
    const { client, clock } = this.#parts;
    this.#restUntil = clock.monotonic() + client.pace.minutes(minutes);
  }

  #access(): ScheduleParts {
    const seen = (next: NextStart | undefined) => {
      this.#next = next;
    };
    return { ...this.#parts, seen };
  }
}
