import { describe, expect, it } from 'vitest';
import {
  readPersisted,
  writePersisted,
} from '../../../electron/app/persistence/persisted-state.ts';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { noSlots, type SlotLookup } from '../../../electron/tariffs/hourly.ts';
import { type Reckoning, reckoning } from '../../../electron/tariffs/reckoning.ts';
import { TariffBook } from '../../../electron/tariffs/tariff-book.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { endedSession, noon } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { flat } from '../history-pure/prices.ts';

const day = 86_400_000;
const charger = 'wallbox/1';
const base = newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' });
const record: ChargerRecord = { ...base, session: endedSession() };

const market = { source: 'energyCharts', area: 'DE-LU' } as const;
const hourly: PriceEntry = {
  ...flat('0'),
  tariff: { kind: 'hourly', market, factor: '1', surcharge: '0', vatPercent: '0' },
};
/** One price from the day before the charge to the day after it. */
const slotsAt = (perKwh: string): SlotLookup => {
  const slots = [{ from: noon - day, until: noon + day, perKwh }];
  return () => [{ currency: 'EUR', vatIncluded: false, slots }];
};

interface Around {
  readonly load?: () => Promise<Reckoning>;
  readonly slots?: SlotLookup;
  readonly recalled?: () => Promise<void>;
}

function bookOf(entries: readonly PriceEntry[], around: Around = {}) {
  const { load = async () => reckoning, recalled = async () => undefined } = around;
  const log = new RecordedLog();
  const heard: string[] = [];
  const book = new TariffBook({
    kept: entries.length > 0 ? [{ charger, entries }] : [],
    log,
    now: () => noon,
    zone: () => 'Europe/Berlin',
    load,
    market: {
      slots: (area) => (around.slots ?? noSlots)(area),
      recalled,
      wake: () => void heard.push('wake'),
    },
    changed: () => heard.push('changed'),
  });
  return { book, heard, log };
}

describe('the prices that are known without the history', () => {
  it('outlive a restart, as far as anything can still be told by them', async () => {
    const entries = [0, noon - 90 * day, noon - 60 * day, noon - day].map((from) =>
      flat('0.10', { from }),
    );
    const file = new FakeKeptFile();
    const prices = bookOf(entries).book.kept([record]);
    writePersisted(file, {
      chargers: [],
      outbox: [],
      signInTold: [],
      commands: [],
      plans: [],
      prices,
    });
    const kept = readPersisted(file, new RecordedLog()).prices;
    expect(kept).toEqual([{ charger, entries: entries.slice(2) }]);
  });

  it('may be missing in the file of an older version', () => {
    const file = new FakeKeptFile();
    file.write({ version: 1, chargers: [], outbox: [], signInTold: [] });
    expect(readPersisted(file, new RecordedLog()).prices).toEqual([]);
  });

  it('say what a charge costs once what reckons is there, and the same object after that', async () => {
    const { book, heard } = bookOf([flat('0.10')]);
    expect(book.priced(record)).toBe(record);
    await book.ready();
    expect(heard).toEqual(['changed']);
    const priced = book.priced(record);
    expect(priced.session?.cost).toMatchObject({ amount: '1.099', currency: 'EUR' });
    expect(book.priced(priced)).toBe(priced);
  });

  it('say it at the next use where what reckons could not be loaded', async () => {
    let isThere = false;
    const load = async () => {
      if (!isThere) throw new Error('no such file');
      return reckoning;
    };
    const { book, heard, log } = bookOf([flat('0.10')], { load });
    await book.ready();
    expect(log.lines).toMatchObject([{ level: 'error', facts: { why: 'Error: no such file' } }]);
    expect(book.priced(record)).toBe(record);
    await book.ready();
    isThere = true;
    expect(book.priced(record)).toBe(record);
    await book.ready();
    expect(heard).toEqual(['changed']);
    expect(book.priced(record).session?.cost).toMatchObject({ amount: '1.099' });
  });

  it('follow the market, and say another cost when that is known', async () => {
    const around = { slots: noSlots };
    const { book, heard } = bookOf([hourly], around);
    await book.ready();
    expect(book.priced(record)).toBe(record);
    around.slots = slotsAt('0.2');
    book.slotsChanged();
    expect(heard).toHaveLength(2);
    const priced = book.priced(record);
    expect(priced.session?.cost).toMatchObject({ amount: '2.198' });
    around.slots = slotsAt('0.3');
    expect(book.priced(priced)).toBe(priced);
    book.slotsChanged();
    expect(book.priced(priced).session?.cost).toMatchObject({ amount: '3.297' });
  });

  it('have the market consider what it lacks, and say since when it is needed', () => {
    const { book, heard } = bookOf([]);
    expect(book.hourlySince(market)).toBeUndefined();
    book.learn(charger, [flat('0.10')]);
    expect(heard).not.toContain('wake');
    book.learn(charger, [flat('0.10'), { ...hourly, from: noon }]);
    book.learn('wallbox/2', [{ ...hourly, from: noon - day }]);
    expect(heard.filter((one) => one === 'wake')).toHaveLength(2);
    expect(book.hourlySince(market)).toBe(noon - day);
    expect(book.hourlySince({ ...market, area: 'AT' })).toBeUndefined();
  });

  it('take no notice of a market that no price follows', async () => {
    const { book, heard } = bookOf([flat('0.10')]);
    await book.ready();
    book.slotsChanged();
    expect(heard).toEqual(['changed']);
  });

  it.each([
    ['an hourly price', [hourly], false],
    ['another price', [flat('0.10')], true],
  ])(
    'are waited for until the kept prices of the market are known: %s',
    async (_, own, isReady) => {
      const { book, heard } = bookOf(own, { recalled: () => new Promise(() => undefined) });
      void book.ready();
      await turns();
      expect(heard).toEqual(isReady ? ['changed'] : []);
    },
  );

  it('say what is paid when, to who plans', async () => {
    const { book } = bookOf([hourly], { slots: slotsAt('0.2') });
    const span = { from: noon, until: noon + 1000 };
    expect(book.paidSlots(charger, span)).toEqual([]);
    await book.ready();
    expect(book.paidSlots(charger, span)).toEqual([{ ...span, perKwh: '0.2', currency: 'EUR' }]);
    expect(book.paidSlots('wallbox/2', span)).toBeUndefined();
  });

  it('make no cost of one that was reckoned for less energy', () => {
    const cost = { amount: '1', currency: 'EUR' };
    const { book } = bookOf([flat('0.10')]);
    const grown = { ...record, session: endedSession({ cost }) };
    const observation = anObservation('complete');
    const after = book.after({ kind: 'observed', at: noon, observation }, grown);
    expect(after.session).not.toHaveProperty('cost');
  });

  it('are what the owner has set, as soon as the history says so', async () => {
    const { book, heard } = bookOf([flat('0.31', { origin: 'charger' })]);
    await book.ready();
    const before = book.priced(record);
    book.learn(charger, [flat('0.10')]);
    book.learn(charger, [flat('0.10')]);
    expect(heard).toHaveLength(2);
    expect(book.priced(before).session?.cost).toMatchObject({ amount: '1.099' });
    book.learn(charger, []);
    expect(book.priced(before).session).not.toHaveProperty('cost');
  });
});
