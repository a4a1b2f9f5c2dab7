import type { ScheduleChange, Schedules } from '../../../electron/integrations/connection.ts';
import { ChargerEntries } from '../../../electron/plans/in-charger/charger-entries.ts';
import {
  type KeptEntries,
  keptEntriesSchema,
} from '../../../electron/plans/in-charger/kept-entries.ts';
import {
  mostWritesADay,
  type PlanEntry,
  type ScheduleEntry,
} from '../../../shared/domain/charger/schedule.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, success } from '../../../shared/result.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

/** A charger that keeps what it is sent, unless it is told how to fail. */
export class FakeSchedules implements Schedules {
  list: readonly PlanEntry[] = [];
  /** When the list was asked for, and what was sent. Epoch ms. */
  readonly asked: number[] = [];
  readonly sent: { readonly at: number; readonly entries: readonly ScheduleEntry[] }[] = [];
  /** Of the next writes, each once; those with `late` have been sent. */
  readonly failures: (Failure & { late?: boolean; stored?: boolean })[] = [];
  /** What hangs until it is called. */
  goOn: (() => void) | undefined;
  hangs = false;
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  zone(): string | undefined {
    return undefined;
  }

  read(): never {
    throw new Error('Not for a plan');
  }

  change(): never {
    throw new Error('Not for a plan');
  }

  async write({ wanted, writesToday, keep }: ScheduleChange, { signal }: { signal: AbortSignal }) {
    const now = this.#clock.now();
    this.asked.push(now);
    if (this.hangs) await new Promise<void>((resolve) => (this.goOn = resolve));
    if (signal.aborted) return failed<Failure>({ kind: 'unreachable' });
    const failure = this.failures.shift();
    if (failure && !failure.late) return failed(failure);
    const isThere = JSON.stringify(this.list.map(({ entry }) => entry)) === JSON.stringify(wanted);
    if (!isThere && writesToday >= mostWritesADay) {
      return failed<Failure>({ kind: 'notStored', why: 'tooOften' });
    }
    if (!isThere) {
      const next = wanted.map((entry, index) => ({ slot: index + 1, stamp: now, entry }));
      await keep([...this.list, ...next]);
      this.sent.push({ at: now, entries: wanted });
      if (!failure || failure.stored) this.list = next;
    }
    if (failure) return failed(failure);
    return success({
      entries: this.list.map((one) => ({ ...one, isPlans: true })),
      hasMore: false,
    });
  }
}

/** A plan's entries in a charger that is made up. `zone` is the owner's. */
export function entriesBench(wall: number, zone = 'Europe/Berlin') {
  const clock = new FakeClock(wall);
  const schedules = new FakeSchedules(clock);
  const states: string[] = [];
  const disk: (KeptEntries | undefined)[] = [];
  let handle: { readonly schedules?: Schedules } | undefined = { schedules };
  const start = (kept?: KeptEntries) => {
    const entries: ChargerEntries = new ChargerEntries({
      chargerId: 'home/1',
      handle: () => handle,
      clock,
      log: new RecordedLog(),
      zone: () => zone,
      kept,
      save: async () => void disk.push(throughFile(entries.toKeep())),
      changed: () => {
        const state = entries.state();
        states.push(state.kind === 'notStored' ? state.why : state.kind);
      },
    });
    return entries;
  };
  return {
    clock,
    schedules,
    states,
    disk,
    start,
    entries: start(),
    setHandle: (next: typeof handle) => {
      handle = next;
    },
  };
}

/** As the state file gives it back. */
export function throughFile(kept: KeptEntries | undefined): KeptEntries | undefined {
  return kept && keptEntriesSchema.parse(JSON.parse(JSON.stringify(kept)));
}
