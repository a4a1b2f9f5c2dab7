import { describe, expect, it } from 'vitest';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { reduce } from '../../../electron/charging/reduce.ts';
import { Recorder } from '../../../electron/history/record/recorder.ts';
import { chargerKeyOf } from '../../../electron/history/store/history.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';
import { everything, HistoryBench, hour, key, minute, start } from './history-bench.ts';

type State = ChargerStatus['state'] | ChargerStatus;

/** A charger that is looked at, as the app does it: first the state, then the history. */
class Evening {
  readonly ended: number[] = [];
  record: ChargerRecord = newRecord({ id: 'a/12345', accountId: 'a', brand: 'wallbox' });
  at = start;
  bench = new HistoryBench();
  recorder = this.#recorder();

  #recorder() {
    const { history, log } = this.bench;
    return new Recorder({ history, log, ended: (_key, at) => this.ended.push(at - start) });
  }

  read(state: State, more: Partial<Observation> = {}): this {
    const observation = anObservation(state, more);
    const { at, bench } = this;
    bench.clock.setWall(at);
    this.record = reduce(this.record, { kind: 'observed', at, observation }, cloudPatience);
    const { session: live, brand } = this.record;
    this.recorder.observed({ chargerKey: key, facts: { brand }, observation, at, live });
    this.at += minute;
    return this;
  }

  /** Looks once a minute while power flows, the counter going up as it must. */
  live(minutes: number, { fromWh = 0, powerW = 6000 } = {}): this {
    for (let one = 0; one < minutes; one += 1) {
      this.read('charging', { powerW, energyWh: fromWh + (powerW / 60) * one, limitA: 32 });
    }
    return this;
  }

  fail(times = 1): this {
    for (let one = 0; one < times; one += 1) {
      const failure = { kind: 'unreachable' } as const;
      this.record = reduce(this.record, { kind: 'failed', at: this.at, failure }, cloudPatience);
      this.at += minute;
    }
    return this;
  }

  wait(ms: number): this {
    this.at += ms;
    return this;
  }

  async restart(away: number): Promise<this> {
    await this.recorder.settled();
    this.bench = await this.bench.reopened();
    this.recorder = this.#recorder();
    this.record = reduce(this.record, { kind: 'interrupted' }, cloudPatience);
    this.at += away;
    return this;
  }

  async sessions() {
    await this.recorder.settled();
    const found = await this.bench.history.sessions(everything);
    return found.map(({ id: _id, charger: _charger, source: _source, ...session }) => session);
  }

  async samples() {
    return (await this.bench.allSamples()).map(({ at, state, gap }) =>
      [(at - start) / minute, state, ...(gap ? ['gap'] : [])].join(' '),
    );
  }
}

describe('a day of looks', () => {
  it('is one session with its numbers', async () => {
    const day = new Evening().read('available').read('queued', { powerW: 0 });
    day
      .live(60)
      .read('paused', { powerW: 0, energyWh: 6000 })
      .read('paused', { powerW: 0, energyWh: 6000 });
    day.live(60, { fromWh: 6000, powerW: 3000 });
    day
      .read('complete', { powerW: 0, energyWh: 9000, greenEnergyWh: 400 })
      .read('available', { energyWh: 0, greenEnergyWh: 0 });
    expect(await day.sessions()).toEqual([
      {
        startedAt: start + 2 * minute,
        startSeen: true,
        endedAt: expect.closeTo(start + 124 * minute, -5),
        end: 'complete',
        energyWh: 9000,
        greenEnergyWh: 400,
        chargingMs: 120 * minute,
        averageW: expect.closeTo(4500, -2),
        peakW: 6000,
      },
    ]);
    expect(day.ended).toEqual([2 * minute, 2 * minute]);
    const [session] = await day.bench.history.sessions(everything);
    const detail = await day.bench.history.session(session?.id ?? 0);
    expect(detail?.interruptions).toEqual([
      { from: start + 62 * minute, to: start + 64 * minute, kind: 'pause' },
    ]);
    expect(await day.bench.history.chargers()).toEqual([
      { key, brand: 'wallbox', name: 'Garage', model: 'Pulsar Plus' },
    ]);
  });

  it('runs, ends, and runs on after a pause', async () => {
    const day = new Evening().read('available').live(3);
    expect((await day.sessions())[0]?.endedAt).toBeUndefined();
    day.read('paused', { energyWh: 300 });
    expect((await day.sessions())[0]).toMatchObject({ end: 'paused', chargingMs: 3 * minute });
    day.live(1, { fromWh: 300 });
    const [session, ...others] = await day.sessions();
    expect(others).toEqual([]);
    expect(session).toMatchObject({ startedAt: start + minute, energyWh: 300 });
    expect(session).not.toHaveProperty('end');
    expect(session).not.toHaveProperty('endedAt');
  });

  it('counts a second charge of the same stay from where the first one ended', async () => {
    const day = new Evening().read('available').live(5);
    day.read('complete', { energyWh: 500, greenEnergyWh: 100 }).wait(10 * minute);
    day.read('charging', { powerW: 6000, energyWh: 500, greenEnergyWh: 100 });
    day.read('charging', { powerW: 6000, energyWh: 600, greenEnergyWh: 130 });
    const [second, first] = await day.sessions();
    expect(first).toMatchObject({ energyWh: 500, greenEnergyWh: 100, end: 'complete' });
    expect(second).toMatchObject({ energyWh: 100, greenEnergyWh: 30 });
  });

  it('goes on counting the sun where the counters begin anew', async () => {
    const day = new Evening().read('available').live(5);
    day.read('charging', { powerW: 6000, energyWh: 500, greenEnergyWh: 100 });
    day.read('charging', { powerW: 6000, energyWh: 0, greenEnergyWh: 0 });
    day.read('complete', { energyWh: 300, greenEnergyWh: 50 });
    expect(await day.sessions()).toMatchObject([{ energyWh: 800, greenEnergyWh: 150 }]);
  });

  it('gives times alone where the charger counts nothing', async () => {
    const day = new Evening().read('available');
    for (const state of ['charging', 'charging', 'charging'] as const) day.read(state);
    day.read({ state: 'waiting', notSaid: true }).read('available');
    expect(await day.sessions()).toEqual([
      {
        startedAt: start + minute,
        startSeen: true,
        endedAt: start + 3 * minute,
        end: 'notSaid',
        chargingMs: 2 * minute,
      },
    ]);
  });

  it.each([
    ['all was seen', 0, 6000],
    ['a part was not', 15, undefined],
  ])('has an average from the counter alone when %s', async (_what, failures, averageW) => {
    const day = new Evening().read('available').read('charging', { energyWh: 0 });
    day.read('charging', { energyWh: 100 }).fail(failures).read('charging', { energyWh: 200 });
    day.read('complete', { energyWh: 200 });
    expect((await day.sessions())[0]?.averageW).toBe(averageW);
  });

  it('takes back what turns out to be the house taking power', async () => {
    const day = new Evening().read('waiting').read('transferring', { powerW: 3000 });
    expect(await day.sessions()).toHaveLength(1);
    day.read('discharging');
    expect(await day.sessions()).toEqual([]);
  });

  it('ends a charge whose place another one takes unseen', async () => {
    const day = new Evening().read('available').live(30);
    day.fail(60).live(2);
    const [second, first] = await day.sessions();
    expect(first).toMatchObject({ end: 'unseen', endedAt: start + 30 * minute, gaps: true });
    expect(second).not.toHaveProperty('end');
    expect(day.ended).toEqual([minute]);
  });

  it.each([11 * minute, 5 * hour])(
    'knows that it saw nothing in %i ms but the counter',
    async (ms) => {
      const day = new Evening().read('waiting', { energyWh: 0 }).wait(ms);
      day.read('complete', { energyWh: 1000 });
      expect(await day.sessions()).toEqual([
        {
          startedAt: start,
          startSeen: false,
          endedAt: start + ms + minute,
          end: 'unseen',
          energyWh: 1000,
          gaps: true,
        },
      ]);
    },
  );
});

describe('what nobody saw', () => {
  it.each<[string, (day: Evening) => Evening, boolean]>([
    ['nothing', (day) => day, false],
    ['a failed look', (day) => day.fail(), false],
    ['a quarter of an hour of failed looks', (day) => day.fail(14), false],
    ['more failed looks than that', (day) => day.fail(15), true],
    ['a quarter of an hour', (day) => day.wait(14 * minute), false],
    ['more than a quarter of an hour', (day) => day.wait(15 * minute), true],
  ])('%s in a charge', async (_what, apply, isGap) => {
    const day = apply(new Evening().read('available').live(3));
    day
      .read('charging', { powerW: 6000, energyWh: 2000 })
      .read('charging', { powerW: 6000, energyWh: 2100 });
    const gaps = (await day.samples()).filter((line) => line.endsWith('gap'));
    expect(gaps).toHaveLength(isGap ? 1 : 0);
    expect((await day.sessions())[0]?.gaps).toBe(isGap ? true : undefined);
  });

  it('is a restart in a charge, and what was counted before it still counts', async () => {
    const day = new Evening().read('available').live(10);
    await day.restart(20 * minute);
    day.live(10, { fromWh: 3000, powerW: 5000 }).read('complete', { energyWh: 4000 });
    const [session, ...others] = await day.sessions();
    expect(others).toEqual([]);
    expect(session).toMatchObject({
      energyWh: 4000,
      chargingMs: 19 * minute,
      peakW: 6000,
      gaps: true,
    });
    expect(await day.samples()).toContain('31 charging gap');
  });

  it('is no gap once the charge is over, nor before it began', async () => {
    const day = new Evening().fail().read('charging', { energyWh: 5, powerW: 6000 });
    day.read('paused', { energyWh: 5 }).fail().read('paused', { energyWh: 5 });
    const [before] = await day.sessions();
    expect(before).not.toHaveProperty('gaps');
    await day.restart(hour);
    day.read('paused', { energyWh: 5 });
    expect(await day.sessions()).toEqual([before]);
  });

  it('ends a session that the state has forgotten', async () => {
    const day = new Evening().read('available').live(10);
    await day.restart(hour);
    day.record = newRecord({ id: 'a/12345', accountId: 'a', brand: 'wallbox' });
    day.read('available');
    expect(await day.sessions()).toMatchObject([
      { end: 'unseen', endedAt: start + 10 * minute, gaps: true },
    ]);
  });
});

describe('samples', () => {
  it('are kept while a car is there or a charge runs, and of the look that ends it', async () => {
    const day = new Evening().read('available').read('waiting').live(1);
    day.read('offline', { plugged: 'unknown' }).read('available').read('available');
    expect(await day.samples()).toEqual(['1 waiting', '2 charging', '3 offline', '4 available']);
  });

  it('of a car that rests are the first, one in ten minutes and the last', async () => {
    const day = new Evening().read('available');
    for (let one = 0; one < 25; one += 1) day.read('complete', { energyWh: 9000 });
    day.read('available').read('available');
    expect(await day.samples()).toEqual([
      '1 complete',
      '11 complete',
      '21 complete',
      '25 complete',
    ]);
  });

  it('of a car that rests end with the last look before something changes', async () => {
    const day = new Evening().read('available');
    for (let one = 0; one < 5; one += 1) day.read('waiting', { powerW: 0 });
    day.live(1);
    expect(await day.samples()).toEqual(['1 waiting', '5 waiting', '6 charging']);
  });

  it('of power are all kept, even if nothing changes', async () => {
    const day = new Evening().read('available');
    for (let one = 0; one < 5; one += 1) day.read('charging', { powerW: 7000, energyWh: 9000 });
    expect(await day.samples()).toHaveLength(5);
  });
});

describe('a clock that is set back', () => {
  it('overwrites nothing, is told once, and leaves a session that ends after it began', async () => {
    const day = new Evening().read('available').live(10);
    const before = await day.samples();
    day.at = start + 4 * minute + 1;
    day.live(2, { fromWh: 1000 });
    day.at = start - hour;
    day.read('complete', { energyWh: 1300 });
    const after = await day.samples();
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 3);
    expect(after.filter((line) => line.endsWith('gap'))).toHaveLength(2);
    expect(await day.sessions()).toMatchObject([
      { startedAt: start + minute, endedAt: start + minute, energyWh: 1300, gaps: true },
    ]);
    expect(day.bench.log.lines.map(({ line }) => line)).toEqual(['clock was set back']);
  });
});

describe('chargerKeyOf', () => {
  it.each([
    ['abc/12345', 'wallbox/12345'],
    ['abc/one/two', 'wallbox/one/two'],
  ])('of %s is %s', (id, expected) => {
    expect(chargerKeyOf('wallbox', id)).toBe(expected);
  });
});
