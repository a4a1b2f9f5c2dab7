import { describe, expect, it } from 'vitest';
import {
  type ChargerRecord,
  chargerRecordSchema,
  newRecord,
} from '../../../electron/charging/record.ts';
import { ChargerTracker } from '../../../electron/charging/tracker.ts';
import { Recorder } from '../../../electron/history/record/recorder.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';
import { everything, HistoryBench, hour, key, minute, start } from './history-bench.ts';

const id = 'a/12345';

/** A charger that is read, whose app can be killed between its memory and its history. */
class Killed {
  bench = new HistoryBench();
  #tracker = this.#begun([newRecord({ id, accountId: 'a', brand: 'wallbox' })]);
  #recorder = new Recorder(this.bench);

  /** Minutes since the start. `isLost`: killed when the memory has it, and the history has not. */
  read(
    atMinute: number,
    state: ChargerStatus['state'],
    more: Partial<Observation> = {},
    isLost = false,
  ): this {
    const at = start + atMinute * minute;
    this.bench.clock.setWall(at);
    const observation = anObservation(state, { powerW: 0, ...more });
    const { record, left } = this.#tracker.apply(id, { kind: 'observed', at, observation }) ?? {};
    const facts = { brand: 'wallbox' as const };
    const read = { chargerKey: key, facts, observation, at, live: record?.session, left };
    if (!isLost) this.#recorder.observed(read);
    return this;
  }

  /** What its memory knows now. */
  memory(): readonly ChargerRecord[] {
    return chargerRecordSchema.array().parse(JSON.parse(JSON.stringify(this.#tracker.records())));
  }

  async restart(memory = this.memory()): Promise<this> {
    await this.#recorder.settled();
    this.bench = await this.bench.reopened();
    this.#tracker = this.#begun(memory);
    this.#recorder = new Recorder(this.bench);
    return this;
  }

  async sessions() {
    await this.#recorder.settled();
    const found = await this.bench.history.sessions(everything);
    return found
      .map(({ startedAt, endedAt, end, energyWh }) => ({
        from: (startedAt - start) / minute,
        to: endedAt && Math.round((endedAt - start) / minute),
        end,
        energyWh,
      }))
      .reverse();
  }

  #begun(kept: readonly ChargerRecord[]): ChargerTracker {
    const { clock, log } = this.bench;
    return new ChargerTracker({ clock, log, kept, patience: () => cloudPatience });
  }
}

describe('a session that is left behind for another one', () => {
  const charged = () =>
    new Killed()
      .read(0, 'available', { energyWh: 0 })
      .read(2, 'charging', { energyWh: 0, powerW: 6000 })
      .read(12, 'charging', { energyWh: 1000, powerW: 6000 });
  const another = { energyWh: 300, durationMs: 3 * minute, powerW: 6000 };
  const whole = { from: 2, to: 17, end: 'unplugged', energyWh: 1500 };

  it('has the end and the energy that only the memory knew when the app was killed', async () => {
    const app = charged().read(17, 'available', { energyWh: 1500 }, true);
    await app.restart();
    app.read(200, 'charging', another);
    expect(await app.sessions()).toEqual([
      whole,
      { from: 197, to: undefined, end: undefined, energyWh: 300 },
    ]);
  });

  it('keeps the end and the energy that the disk refused to keep in the memory', async () => {
    const app = charged();
    const older = app.memory();
    await app.read(17, 'available', { energyWh: 1500 }).restart(older);
    app.read(200, 'charging', another);
    expect((await app.sessions())[0]).toEqual(whole);
  });

  it('has an end although the other one began before it was read', async () => {
    const swapped = new Killed()
      .read(0, 'charging', { energyWh: 4000, durationMs: hour, powerW: 6000 })
      .read(180, 'charging', { energyWh: 500, durationMs: 5 * minute, powerW: 6000 });
    expect(await swapped.sessions()).toEqual([
      { from: 0, to: 0, end: 'unseen', energyWh: 4000 },
      { from: 175, to: undefined, end: undefined, energyWh: 500 },
    ]);
  });
});
