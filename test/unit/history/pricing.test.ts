import { describe, expect, it } from 'vitest';
import { backupText, restoreFrom } from '../../../electron/history/backup/backing-up.ts';
import type { NewSession } from '../../../electron/history/store/history.ts';
import { Pricing } from '../../../electron/tariffs/pricing.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { Session, SessionCost } from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { everything, HistoryBench, hour, key, start } from './history-bench.ts';

const zone = 'Europe/Berlin';

function entry(perKwh: string, from: number, origin: PriceEntry['origin'] = 'charger'): PriceEntry {
  return { from, currency: 'EUR', zone, tariff: { kind: 'flat', perKwh }, origin };
}

/** Ten kilowatt-hours in an hour. */
function live(startedAt: number, cost?: SessionCost): NewSession {
  return {
    source: cost?.origin === 'cloud' ? 'cloud' : 'recorded',
    startedAt,
    startSeen: true,
    endedAt: startedAt + hour,
    energyWh: 10_000,
    ...(cost ? { cost } : {}),
  };
}

const seenAt = (at: number) => ({ at, since: at });

function priced() {
  const bench = new HistoryBench();
  const pricing = new Pricing(bench.history, () => zone);
  const sessions = () => bench.history.sessions({ charger: key, ...everything });
  const newest = async (): Promise<Session> => {
    const [session] = await sessions();
    if (!session) throw new Error('No session');
    return session;
  };
  return { ...bench, history: bench.history, pricing, sessions, newest };
}

const fromCloud: SessionCost = { amount: '2.22', currency: 'EUR', origin: 'cloud' };

describe('what a charge cost', () => {
  it('follows from the price of its time', async () => {
    const { history, newest, pricing } = priced();
    history.setPrices(key, [entry('0.31', 0)]);
    history.saveSession(key, live(start));
    await pricing.priceFrom(key, start);
    expect((await newest()).cost).toEqual({ amount: '3.1', currency: 'EUR', origin: 'charger' });
  });

  it.each([
    ['stays as the cloud has it', entry('0.31', 0), fromCloud],
    [
      'is what the owner pays, whatever the cloud says',
      entry('0.5', 0, 'own'),
      { amount: '5', currency: 'EUR', origin: 'own' },
    ],
  ])('%s', async (_, price, cost) => {
    const { history, newest, pricing } = priced();
    history.setPrices(key, [price]);
    history.saveMerged(key, {
      session: { ...live(start, fromCloud), charger: key },
      ids: [],
      cloudIds: ['a 1'],
    });
    await pricing.priceFrom(key, start);
    expect((await newest()).cost).toEqual(cost);
  });
});

describe('prices that change', () => {
  it('leave alone what had ended before', async () => {
    const { history, pricing, sessions } = priced();
    const old: SessionCost = { amount: '1.11', currency: 'EUR', origin: 'charger' };
    history.setPrices(key, [entry('0.31', 0)]);
    history.saveSession(key, live(start, old));
    history.saveSession(key, live(start + 5 * hour, old));
    const later = entry('0.4', start + 3 * hour, 'own');
    await pricing.replace(key, [entry('0.31', 0), later]);
    expect((await sessions()).map(({ cost }) => cost?.amount)).toEqual(['4', '1.11']);
    expect(await history.prices(key)).toHaveLength(2);
  });

  it('are noted once each, from when they were seen', async () => {
    const { history, pricing } = priced();
    const euro = (perKwh: number) => ({ perKwh, currency: 'EUR' });
    await pricing.observed(key, euro(0.31), seenAt(start));
    await pricing.observed(key, euro(0.31), seenAt(start + hour));
    await new Pricing(history, () => zone).observed(key, euro(0.31), seenAt(start + 2 * hour));
    await pricing.observed(key, euro(0.28), seenAt(start + 3 * hour));
    expect(await history.prices(key)).toEqual([
      entry('0.31', start),
      entry('0.28', start + 3 * hour),
    ]);
  });

  it('in the charger say nothing any more once its owner has set one', async () => {
    const { history, pricing } = priced();
    history.setPrices(key, [entry('0.5', start, 'own')]);
    await pricing.observed(key, { perKwh: 0.31, currency: 'EUR' }, seenAt(start + hour));
    expect(await history.prices(key)).toEqual([entry('0.5', start, 'own')]);
  });

  it('in what is no currency are none', async () => {
    const { history, pricing } = priced();
    await pricing.observed(key, { perKwh: 0.31, currency: 'credits' }, seenAt(start));
    expect(await history.prices(key)).toEqual([]);
  });
});

describe('a backup that is brought in', () => {
  it('leaves the prices that are set here, and brings those that are not', async () => {
    const there = priced();
    there.history.know({ key, brand: 'wallbox', name: 'Garage' });
    there.history.setPrices(key, [entry('0.31', 0)]);
    const lines: string[] = [];
    for await (const { text } of backupText(there.history, defaultSettings, start))
      lines.push(text);
    const restored = async (before: readonly PriceEntry[]) => {
      const { history } = priced();
      history.setPrices(key, before);
      const chunks = (async function* () {
        yield* lines;
      })();
      const { signal } = new AbortController();
      await restoreFrom({ history, chunks, signal, setSettings: () => undefined });
      return history.prices(key);
    };
    expect(await restored([])).toEqual([entry('0.31', 0)]);
    expect(await restored([entry('0.5', start, 'own')])).toEqual([entry('0.5', start, 'own')]);
  });
});
