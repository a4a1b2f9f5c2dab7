import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionDetail } from '../../../shared/domain/session/history.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { minute, PushingBench, second } from './pushing-bench.ts';
import type { PushingHarness } from './pushing-end.ts';
import { charging, powerW, price } from './pushing-readings.ts';

/** Who speaks ten times a second is heard, and costs no more than it must. */
export function rateContract(harness: PushingHarness): void {
  let bench: PushingBench;
  let writes: number;
  let shown: { readonly icon: unknown; readonly tooltip: string };
  let fetched: number;
  let session: SessionDetail;
  /** How many samples so long a time may leave. */
  let most: number;

  // Plugged in, seen to begin, watched for ten minutes, and full.
  beforeAll(async () => {
    bench = await (await PushingBench.begin(harness)).added();
    bench.desk.setWindow(true);
    await bench.say(anObservation('available', { price }));
    await bench.pass(second);
    const written = bench.written('memory');
    await bench.stream(minute, 100, charging);
    const [writesAtFirst, statesAtFirst] = [written(), bench.desk.states.length];
    await bench.stream(9 * minute, 100, (since) => charging(minute + since));
    writes = written() - writesAtFirst;
    shown = bench.desk.trayView;
    const later = bench.desk.states.slice(statesAtFirst);
    fetched = new Set(later.map(({ history }) => history.changes)).size;
    await bench.say(anObservation('complete', { energyWh: 1200, price }));
    await bench.pass(second);
    session = await bench.onlySession();
    // One for each tenth of the time for which a reading holds, and for ten seconds at most.
    most = (10 * minute) / Math.min(10 * second, bench.end.validForMs / 10) + 3;
  });

  afterAll(() => bench.close());

  it('shows it in the window, ten times a second at most', () => {
    const now = bench.clock.monotonic();
    const sent = bench.sentAt.filter((at) => at > now - 9 * minute);
    expect(sent.length).toBeGreaterThan(9 * 60);
    expect(sent.filter((at, index) => at - (sent[index - 1] ?? 0) < 100)).toEqual([]);
  });

  it('shows it in the tray', () => {
    expect(shown.icon).toEqual({ name: 'charging', outdated: false });
    expect(shown.tooltip).toMatch(/^Garage: Charging 7\.20?\skW · 1\.[12]\d*\skWh/);
  });

  it('leaves few samples in the history', () => {
    expect(session.samples.length).toBeGreaterThan(10);
    expect(session.samples.length).toBeLessThanOrEqual(most);
  });

  it('leaves few samples on the card', () => {
    expect(bench.charger.session?.samples.length).toBeGreaterThan(10);
    expect(bench.charger.session?.samples.length).toBeLessThanOrEqual(most);
  });

  it('counts the same energy and cost everywhere', () => {
    const same = { energyWh: 1200, cost: { amount: '0.36', currency: 'EUR' } };
    expect(bench.charger.session).toMatchObject(same);
    expect(session.session).toMatchObject({ ...same, end: 'complete', startSeen: true });
    expect(session.session).toMatchObject({ peakW: powerW, averageW: powerW });
    expect(session.session.gaps).toBeUndefined();
  });

  it('tells its end once', () => {
    expect(bench.desk.told).toEqual(['Charge complete · Garage']);
    expect(bench.desk.notices[0]?.body).toMatch(/1\.20*\skWh in 10\smin, about €0\.36$/);
  });

  it('writes what it remembers once a minute, as for a charger that is asked', () => {
    expect(writes).toBeGreaterThan(5);
    expect(writes).toBeLessThanOrEqual(9);
  });

  it('gives the window no more to fetch anew than there are samples', () => {
    expect(fetched).toBeGreaterThan(10);
    expect(fetched).toBeLessThanOrEqual(most);
  });
}

/** What is said twice in a moment is one opinion. */
export function secondOpinionContract(bench: () => PushingBench): void {
  describe('a car that asks for no more power', () => {
    const waiting = () => anObservation('waiting', { energyWh: 1200 });
    const ended = () => bench().charger.session?.endedAt !== undefined;

    it('has not ended its charge when it says so ten times within a second', async () => {
      await bench().stream(minute, second, charging);
      await bench().stream(900, 100, waiting);
      expect(ended()).toBe(false);
      await bench().stream(minute, second, (since) => charging(minute + since));
      expect(ended()).toBe(false);
      expect(bench().desk.told).toEqual([]);
    });

    it('has when it still says so a while later, and is told once', async () => {
      await bench().stream(minute, second, charging);
      await bench().stream(second, 100, waiting);
      expect(ended()).toBe(false);
      await bench().stream(minute, 100, waiting);
      expect(ended()).toBe(true);
      expect(bench().desk.told).toEqual(['Charge complete · Garage']);
      expect((await bench().onlySession()).session.end).toBe('complete');
    });
  });

  describe('a reading that comes late', () => {
    it('is heard, and holds for what is left of its time', async () => {
      bench().end.say(bench().end.chargers[0], charging(0), second);
      await bench().pass(bench().end.validForMs - 2 * second);
      const { reading } = bench().charger;
      expect(reading).toMatchObject({ certainty: 'current' });
      await bench().pass(2 * second);
      expect(bench().charger.reading.certainty).toBe('outdated');
    });

    it('after a newer one brings back nothing of the past', async () => {
      await bench().stream(minute, second, charging);
      bench().end.say(bench().end.chargers[0], anObservation('error'), minute);
      await bench().pass(second);
      const { reading, session } = bench().charger;
      expect(reading).toMatchObject({ observation: { status: { state: 'charging' } } });
      expect(session?.samples.filter(({ gap }) => gap)).toEqual([]);
      expect(bench().desk.told).toEqual([]);
    });

    it('is none where the clock of the computer was set back', async () => {
      await bench().stream(minute, second, charging);
      bench().clock.setWall(bench().clock.now() - 60 * minute);
      await bench().say(anObservation('paused', { energyWh: 120 }));
      await bench().pass(second);
      const { reading } = bench().charger;
      expect(reading).toMatchObject({ observation: { status: { state: 'paused' } } });
    });
  });
}
