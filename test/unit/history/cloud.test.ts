import { describe, expect, it } from 'vitest';
import { fetchSessions } from '../../../electron/history/record/cloud.ts';
import type { PolledCharger } from '../../../electron/integrations/connection.ts';
import { Pricing } from '../../../electron/tariffs/pricing.ts';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import { success } from '../../../shared/result.ts';
import { everything, HistoryBench, hour, key, minute, sessionAt } from './history-bench.ts';

const november = Date.UTC(2026, 10, 1);
const range = { from: november, to: Date.UTC(2026, 10, 30) };

function told(startedAt: number, endedAt: number): CloudSession {
  return { id: '1', listing: 'log', startedAt, endedAt, energyWh: 1000 };
}

/** Asks a cloud that tells of these sessions. */
async function fetched(bench: HistoryBench, sessions: readonly CloudSession[]) {
  const charger = {
    sessions: async () => success(sessions),
  } as Partial<PolledCharger> as PolledCharger;
  const { clock, history } = bench;
  const pricing = new Pricing(history, () => 'UTC');
  const { signal } = new AbortController();
  return fetchSessions({ clock, history, pricing, charger: () => charger, signal }, key, range);
}

describe("the cloud's sessions of a range", () => {
  it('are joined with one that by our clock began before it', async () => {
    const bench = new HistoryBench();
    const startedAt = november - 2 * minute;
    bench.history.saveSession(key, sessionAt(startedAt, { endedAt: november + hour }));
    expect(await fetched(bench, [told(november, november + hour)])).toEqual(
      success({ sessions: 1 }),
    );
    const kept = await bench.history.sessions({ charger: key, ...everything });
    expect(kept.map(({ source }) => source)).toEqual(['both']);
  });

  it.each([
    ['has', november + hour, ['2026-11']],
    ['has not, while one of them still runs here,', undefined, []],
  ])('say that the month %s been fetched', async (_, endedAt, months) => {
    const bench = new HistoryBench();
    const ended = endedAt === undefined ? {} : { endedAt };
    bench.history.saveSession(key, sessionAt(november, ended));
    await fetched(bench, [told(november, november + hour)]);
    const known = await bench.history.cloudMonths(key);
    expect(known.map(({ month }) => month)).toEqual(months);
  });
});
