import { describe, expect, it } from 'vitest';
import {
  readPersisted,
  writePersisted,
} from '../../../electron/app/persistence/persisted-state.ts';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { liveCost } from '../../../electron/tariffs/session-cost.ts';
import { TariffBook } from '../../../electron/tariffs/tariff-book.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { endedSession, noon } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { flat } from '../history-pure/prices.ts';

const day = 86_400_000;
const charger = 'wallbox/1';
const base = newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' });
const record: ChargerRecord = { ...base, session: endedSession() };

function bookOf(entries: readonly PriceEntry[], load = async () => liveCost) {
  const log = new RecordedLog();
  const heard: string[] = [];
  const book = new TariffBook({
    kept: entries.length > 0 ? [{ charger, entries }] : [],
    log,
    now: () => noon,
    zone: () => 'Europe/Berlin',
    load,
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
    writePersisted(file, { chargers: [], outbox: [], signInTold: [], commands: [], prices });
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
    const { book, heard, log } = bookOf([flat('0.10')], async () => {
      if (!isThere) throw new Error('no such file');
      return liveCost;
    });
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
