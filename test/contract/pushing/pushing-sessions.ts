import { describe, expect, it } from 'vitest';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { hour, minute, type PushingBench, second } from './pushing-bench.ts';
import { charging, price } from './pushing-readings.ts';

const zone = 'UTC';
const everything = { charger: undefined, from: 0, to: 9e12 };
/** What a car takes that charges for ten minutes. */
const energyWh = 1200;

/** What a charger has counted itself and tells when it likes: late, repeated, out of order. */
export function sessionsContract(bench: () => PushingBench): void {
  const garage = () => bench().end.chargers[0];
  const report = async (...sessions: readonly CloudSession[]) => {
    bench().end.report(garage(), sessions);
    await bench().pass(second);
  };

  /** Ten minutes at full power, which were seen to begin; gives when. */
  const charged = async () => {
    await bench().say(anObservation('available', { price }));
    await bench().pass(second);
    const startedAt = bench().clock.now();
    await bench().stream(10 * minute, second, charging);
    return startedAt;
  };
  const full = () => bench().say(anObservation('complete', { energyWh, price }));

  /** As the charger counts it: by a clock that is a little off. */
  const counted = (startedAt: number, more: Partial<CloudSession> = {}): CloudSession => ({
    id: String(startedAt),
    listing: 'own',
    startedAt: startedAt - 20 * second,
    endedAt: startedAt + 10 * minute + 20 * second,
    energyWh,
    ...more,
  });

  /** What each place says that a session took, Wh. */
  const everywhere = async () => {
    const { handlers } = bench().app;
    const [row] = await bench().sessions();
    const { totals } = await handlers.sumSessions({ query: everything, by: 'month', zone });
    const month = { from: '2026-11-01', to: '2026-11-30' };
    const paper = await handlers.getStatement({ chargers: [bench().key], ...month, zone });
    return [row?.energyWh, totals.energyWh, Number(paper?.sums.totalKwh) * 1000];
  };
  const rows = async () =>
    (await bench().sessions()).map(({ energyWh: wh, source }) => [wh, source]);

  it('is one with what was recorded, with the same energy everywhere, and priced', async () => {
    const startedAt = await charged();
    await full();
    await bench().pass(hour);
    await report(counted(startedAt));
    expect(await rows()).toEqual([[energyWh, 'both']]);
    expect(await everywhere()).toEqual([energyWh, energyWh, energyWh]);
    expect(bench().charger.session?.energyWh).toBe(energyWh);
    const { session } = await bench().onlySession();
    expect(session).toMatchObject({ end: 'complete', cost: { amount: '0.36', currency: 'EUR' } });
    expect(bench().charger.session?.cost).toMatchObject({ amount: '0.36' });
  });

  it('is believed where it knows better, everywhere alike, and priced anew', async () => {
    const startedAt = await charged();
    await full();
    await report(counted(startedAt, { energyWh: 1210 }));
    expect(await rows()).toEqual([[1210, 'both']]);
    expect(await everywhere()).toEqual([1210, 1210, 1210]);
    expect((await bench().onlySession()).session.cost).toMatchObject({ amount: '0.363' });
  });

  it('is one however often it is told, also after a start', async () => {
    const startedAt = await charged();
    await full();
    await report(counted(startedAt), counted(startedAt));
    await report(counted(startedAt));
    await bench().restarted();
    await report(counted(startedAt));
    expect(await rows()).toEqual([[energyWh, 'both']]);
    expect(bench().desk.told).toEqual([]);
  });

  it('waits for the end where its session runs here still', async () => {
    const startedAt = await charged();
    await report(counted(startedAt, { energyWh: 1210 }));
    expect(await rows()).toEqual([[expect.closeTo(energyWh, -2), 'recorded']]);
    await full();
    await bench().pass(second);
    expect(await rows()).toEqual([[1210, 'both']]);
    expect((await bench().onlySession()).session).toMatchObject({
      end: 'complete',
      cost: { amount: '0.363' },
    });
    expect(bench().desk.told).toEqual(['Charge complete · Garage']);
  });

  it('is a row of its own where nobody saw it, in any order', async () => {
    const startedAt = await charged();
    await full();
    const earlier = counted(startedAt - 5 * hour, { energyWh: 5000 });
    const earliest = counted(startedAt - 24 * hour, { energyWh: 8000 });
    await report(counted(startedAt), earlier);
    await report(earliest, counted(startedAt));
    await report(earlier);
    expect(await rows()).toEqual([
      [energyWh, 'both'],
      [5000, 'cloud'],
      [8000, 'cloud'],
    ]);
    // Of days past, no notice is due.
    expect(bench().desk.told).toEqual(['Charge complete · Garage']);
  });

  it('is priced as it was counted where no price of that time is known', async () => {
    const cost = { amount: '1.5', currency: 'EUR' };
    await report(counted(bench().clock.now() - 5 * hour, { cost }));
    expect((await bench().onlySession()).session.cost).toEqual({ ...cost, origin: 'cloud' });
  });

  it('is one with both parts of a stay in which the car charged twice', async () => {
    const startedAt = await charged();
    await full();
    await bench().pass(20 * minute);
    await bench().stream(10 * minute, second, (ms) => charging(10 * minute + ms));
    await bench().say(anObservation('available', { energyWh: 2 * energyWh, price }));
    await bench().pass(second);
    expect((await rows()).map(([, source]) => source)).toEqual(['recorded', 'recorded']);
    await report(counted(startedAt, { endedAt: startedAt + 41 * minute, energyWh: 2 * energyWh }));
    expect(await rows()).toEqual([[2 * energyWh, 'both']]);
    expect(await everywhere()).toEqual([2 * energyWh, 2 * energyWh, 2 * energyWh]);
  });

  it('names its charger although that was never read', async () => {
    await report(counted(bench().clock.now() - 5 * hour));
    const known = await bench().app.handlers.historyChargers(undefined);
    expect(known).toMatchObject([{ key: bench().key, name: 'Garage' }]);
  });

  describe('that cannot be', () => {
    it('costs only itself', async () => {
      const at = bench().clock.now() - 5 * hour;
      await report(
        counted(at, { energyWh: Number.NaN, id: '1' }),
        counted(at, { startedAt: Number.POSITIVE_INFINITY, id: '2' }),
        counted(at, { endedAt: at - hour, id: '3' }),
        counted(at, { chargingMs: -1, id: '4' }),
      );
      expect(await rows()).toEqual([[energyWh, 'cloud']]);
      const complaint = bench().desk.lines.findIndex((line) => line.includes('make no sense'));
      expect(bench().desk.lines.splice(complaint, 1)).toEqual([
        expect.stringContaining('"lost":3'),
      ]);
    });
  });
}
