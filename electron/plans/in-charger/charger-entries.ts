import type { PlanLimits } from '../../../shared/domain/charger/plan-windows.ts';
import { type PlanEntry, planEntriesOf } from '../../../shared/domain/charger/schedule.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { ChargerHandle, Schedules } from '../../integrations/connection.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { type KeptEntries, recentWrites, roomAt, writesAgainst } from './kept-entries.ts';
import {
  type EntriesState,
  type NextStep,
  nextStep,
  type Situation,
  type WhyNotStored,
  type Writing,
} from './next-step.ts';
import { isOfAnyList, retryAfterMs } from './patience.ts';
import { type Block, isSamePlan } from './windows.ts';

export interface EntriesParts {
  readonly chargerId: string;
  readonly handle: () => Pick<ChargerHandle, 'schedules'> | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** IANA name of the owner's zone, for a charger that does not tell its own. */
  readonly zone: () => string;
  /** What `toKeep` gave before the restart. */
  readonly kept: KeptEntries | undefined;
  /** Keeps what `toKeep` gives; resolves once it is on the disk, or was refused by it. */
  readonly save: () => Promise<void>;
  /** `state` tells something else. */
  readonly changed: () => void;
}

/** A plan that is still being chosen is not worth one of the day's few writes. */
const settlingMs = 10_000;
/** Clocks are set, and a computer sleeps without a word. */
const longestWaitMs = 6 * 3_600_000;
/** A charger that is not there, or keeps no schedules, is looked for again. */
const missingMs = 15 * 60_000;

/**
 * Keeps a plan's blocks in a charger's own schedules, so that the charger carries it out by itself.
 * The list is written seldom, and never said to be stored before it was read back.
 */
export class ChargerEntries {
  readonly #parts: EntriesParts;
  readonly #life = new AbortController();
  #wanted: Situation['wanted'];
  #settledAt = Number.NEGATIVE_INFINITY;
  #kept: KeptEntries;
  #trouble: Situation['trouble'];
  #state: EntriesState = { kind: 'none' };
  #timer: Timer | undefined;
  #writing: Promise<void> | undefined;

  constructor(parts: EntriesParts) {
    this.#parts = parts;
    this.#kept = parts.kept ?? { remembered: [], writes: [] };
    this.#state = this.#next().state;
  }

  /**
   * What is to be there. Null takes it all away, which may start a car that is plugged in. No block
   * to come leaves what stands there, until it would open once more. `limits` are those of the whole
   * plan, not of what is left of it: another one has to be written.
   */
  want(blocks: readonly Block[] | null, limits: PlanLimits = {}): void {
    const { clock } = this.#parts;
    const wanted = blocks && { blocks, limits, zone: this.#zone() };
    const before = this.#wanted;
    const isOther = before && wanted ? !isSamePlan(before, wanted, clock.now()) : before !== wanted;
    this.#wanted = wanted;
    if (isOther) {
      this.#settledAt = clock.now() + settlingMs;
      if (this.#trouble && !isOfAnyList(this.#trouble.why)) this.#trouble = undefined;
    }
    this.#step();
  }

  /** What is to be told of it; the same object while nothing changes. */
  state(): EntriesState {
    return this.#state;
  }

  /** The list is on its way to the charger, or read back. */
  isWriting(): boolean {
    return this.#writing !== undefined;
  }

  /** All that may be the plan's in the charger's list. */
  remembered(): readonly PlanEntry[] {
    return this.#kept.remembered;
  }

  /**
   * Somebody else is about to send the whole list, and with it the plan's entries under another date:
   * these may be the plan's from then on. Resolves once they are on the disk. Never rejects.
   */
  async keep(remembered: readonly PlanEntry[]): Promise<void> {
    this.#kept = { ...this.#kept, remembered };
    await this.#parts.save();
  }

  /** For the state file; undefined where there is nothing to remember. */
  toKeep(): KeptEntries | undefined {
    const writes = recentWrites(this.#kept.writes, this.#parts.clock.now());
    const isEmpty = this.#kept.remembered.length === 0 && writes.length === 0;
    return isEmpty ? undefined : { ...this.#kept, writes };
  }

  /** The computer has slept, or the charger may be there again. Asks nothing that is not due. */
  wake(): void {
    this.#step();
  }

  /** Nothing is sent afterwards. Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#life.abort();
    this.#timer?.cancel();
    await this.#writing;
  }

  #zone(): string {
    return this.#parts.handle()?.schedules?.zone() ?? this.#parts.zone();
  }

  #next(): NextStep {
    return nextStep({
      now: this.#parts.clock.now(),
      wanted: this.#wanted,
      settledAt: this.#settledAt,
      kept: this.#kept,
      trouble: this.#trouble,
    });
  }

  #step(): void {
    this.#timer?.cancel();
    if (this.#life.signal.aborted) return;
    const now = this.#parts.clock.now();
    const { state, write, at = Number.POSITIVE_INFINITY } = this.#next();
    const handle = write && this.#parts.handle();
    const missing = write && whyMissing(handle);
    this.#say(missing && state.kind !== 'stored' ? { kind: 'notStored', why: missing } : state);
    if (this.#writing) return;
    if (!write || at > now) this.#lookAgainAt(at);
    else if (!handle?.schedules) this.#lookAgainAt(now + missingMs);
    else this.#begin(handle.schedules, write);
  }

  #begin(schedules: Schedules, writing: Writing): void {
    this.#writing = this.#write(schedules, writing)
      .catch((bug: unknown) => {
        this.#parts.log.error('plan not written', { why: String(bug) });
        // It must not be tried again and again.
        this.#failed({ kind: 'notUnderstood' }, false);
      })
      .then(() => {
        this.#writing = undefined;
        this.#step();
      });
  }

  #lookAgainAt(at: number): void {
    if (!Number.isFinite(at)) return;
    const { clock } = this.#parts;
    const ms = Math.min(Math.max(at - clock.now(), 0), longestWaitMs);
    this.#timer = clock.after(ms, () => this.#step());
  }

  async #write(schedules: Schedules, { entries, plan }: Writing): Promise<void> {
    const { clock, log, chargerId, save } = this.#parts;
    const takesAway = entries.length === 0;
    const change = {
      wanted: entries,
      remembered: this.#kept.remembered,
      writesToday: writesAgainst(this.#kept.writes, clock.now(), takesAway),
      keep: async (remembered: readonly PlanEntry[]) => {
        const writes = [...recentWrites(this.#kept.writes, clock.now()), clock.now()];
        this.#kept = { remembered, writes };
        await save();
      },
    };
    const written = await schedules.write(change, { signal: this.#life.signal });
    const outcome = written.ok ? 'stored' : whyOf(written.failure);
    log.info('plan written', { charger: chargerId, entries: entries.length, outcome });
    if (!written.ok) return this.#failed(written.failure, takesAway);
    this.#trouble = undefined;
    const remembered = planEntriesOf(written.value);
    const { writes } = this.#kept;
    const isOwn = written.value.entries.some(({ isPlans, entry }) => !isPlans && entry.isOn);
    const besideOwn = isOwn ? ({ besideOwn: true } as const) : {};
    const stored = plan && { ...plan, at: clock.now(), ...besideOwn };
    this.#kept = { remembered, writes, ...omitUndefined({ stored }) };
    await save();
  }

  #failed(failure: Failure, takesAway: boolean): void {
    const now = this.#parts.clock.now();
    const why = whyOf(failure);
    const until =
      why === 'tooOften'
        ? roomAt(this.#kept.writes, now, takesAway)
        : now + retryAfterMs(failure, now);
    this.#trouble = { why, until: Math.max(until, now + settlingMs) };
  }

  #say(state: EntriesState): void {
    if (isSameState(state, this.#state)) return;
    this.#state = state;
    this.#parts.changed();
  }
}

function whyMissing(
  handle: Pick<ChargerHandle, 'schedules'> | undefined,
): WhyNotStored | undefined {
  if (!handle) return 'unreachable';
  return handle.schedules ? undefined : 'notSupported';
}

function whyOf(failure: Failure): WhyNotStored {
  return failure.kind === 'notStored' ? failure.why : failure.kind;
}

function isSameState(one: EntriesState, other: EntriesState): boolean {
  const more = (state: EntriesState) => {
    if ('why' in state) return state.why;
    return 'besideOwn' in state ? state.besideOwn : undefined;
  };
  return one.kind === other.kind && more(one) === more(other);
}
