import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import { money } from '../../shared/text/format.ts';
import { until } from '../fakes/fake-clock.ts';
import { readCsv } from '../fixtures/read-export.ts';
import { StationWorld } from './stations.ts';
import { hour, minute, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1, energyPrice: 0.31 } as const;
const key = 'wallbox/700123';
const always = { from: 0, to: Number.MAX_SAFE_INTEGER };
const zone = 'Europe/Berlin';

let world: World;
let folder: string;
let end: () => Promise<void>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chargetray-'));
  end = () => world.end();
});
afterEach(async () => {
  await end();
  rmSync(folder, { recursive: true });
});

const handlers = () => world.app.handlers;
const listed = (): Promise<readonly Session[]> =>
  Promise.resolve(handlers().listSessions({ query: always, limit: 100, before: undefined }));

/** One charge of 8 kWh at about 7.4 kW; the car leaves, and an hour goes by. */
/** The same history, in hands other than the app's. */
async function besides() {
  const { clock, history, log } = world.desk.ports;
  return (await history())({ clock, log, onTrouble: () => undefined });
}

async function oneCharge(): Promise<void> {
  world = await (await World.begin([garage])).signedIn();
  world.sim.charger(garage.id).plugIn({ wantsWh: 8000, phases: 1 });
  await world.pass(2 * hour);
  world.sim.charger(garage.id).unplug();
  await world.pass(hour);
}

describe('a charge', () => {
  it('becomes one session, with the energy of the charger and its price', async () => {
    await oneCharge();
    const [session, ...others] = await listed();
    expect(others).toEqual([]);
    const delivered = world.sim.facts(garage.id).energyWh;
    expect(session?.energyWh).toBeGreaterThan(delivered * 0.99);
    expect(session?.energyWh).toBeLessThan(delivered * 1.01);
    expect(session).toMatchObject({
      charger: key,
      source: 'both',
      startSeen: true,
      end: 'complete',
    });
    expect(session?.peakW).toBeGreaterThan(7000);
    expect(Number(session?.cost?.amount)).toBeCloseTo(delivered * 0.00031, 1);
    expect(session?.cost?.currency).toBe('EUR');
  });

  it('is there with its picture, and goes on over a kill of the app', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
    await world.pass(hour);
    await world.killed();
    await world.pass(30 * minute);
    await world.restarted();
    await world.pass(3 * hour);
    const [session, ...others] = await listed();
    expect(others).toEqual([]);
    expect(session?.gaps).toBe(true);
    const detail = await handlers().showSession({ id: session?.id ?? 0 });
    expect(detail?.samples.filter(({ gap }) => gap).length).toBeGreaterThan(0);
    expect(detail?.interruptions.map(({ kind }) => kind)).toContain('gap');
    expect(detail?.samples.at(-1)?.energyWh).toBeGreaterThan(19_800);
  });

  it('shows in the sums of its month', async () => {
    await oneCharge();
    const now = world.clock.now();
    const query = { from: now - 40 * 24 * hour, to: now };
    const { periods, totals } = await handlers().sumSessions({ query, by: 'month', zone });
    expect(totals).toMatchObject({ charges: 1, withoutEnergy: 0 });
    expect(periods.filter(({ charges }) => charges === 1)).toHaveLength(1);
  });

  it('of a station without numbers has a duration and nothing made up', async () => {
    const there = await (await StationWorld.begin()).connected();
    world = there.world;
    end = () => there.end();
    there.station.driver.plugIn();
    await world.pass(40 * minute);
    there.station.driver.stop();
    await world.pass(10 * minute);
    const [session] = await listed();
    expect(session).toMatchObject({ charger: 'fcsp/SWA12ABC', source: 'recorded', end: 'notSaid' });
    for (const one of ['energyWh', 'cost', 'peakW', 'averageW']) {
      expect(session).not.toHaveProperty(one);
    }
    expect((session?.endedAt ?? 0) - (session?.startedAt ?? 0)).toBeGreaterThan(35 * minute);
  });
});

describe('what today costs', () => {
  it('holds the session that runs, to the cent that its card shows', async () => {
    world = await (await World.begin([{ ...garage, energyPrice: 0.35 }])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
    await world.pass(hour);
    const now = world.clock.now();
    const query = { from: now - 6 * hour, to: now + hour };
    const card = world.state.chargers[0]?.session?.cost?.amount ?? '';
    const { totals } = await handlers().sumSessions({ query, by: 'day', zone });
    expect(totals.costs).toEqual([]);
    const asked = { query, by: 'day', zone, running: true } as const;
    const { totals: withIt } = await handlers().sumSessions(asked);
    const shown = withIt.costs.map(({ amount, currency }) => money(amount, currency));
    expect(shown).toEqual([money(card, 'EUR')]);
    expect(Number(card)).toBeGreaterThan(2);
  });
});

describe('the cloud’s own list', () => {
  it('is fetched when asked, once for two who ask, and doubles nothing', async () => {
    await oneCharge();
    const asked = () => world.sim.requests.filter(({ path }) => path.includes('/sessions/stats'));
    const before = asked().length;
    const range = { from: world.clock.now() - 24 * hour, to: Math.round(world.clock.now()) };
    const ask = () => Promise.resolve(handlers().fetchSessions({ charger: key, ...range }));
    const answers = Promise.all([ask(), ask()]);
    await world.pass(10 * minute);
    expect(await answers).toEqual([
      { ok: true, value: { sessions: 1 } },
      { ok: true, value: { sessions: 1 } },
    ]);
    expect(asked().length - before).toBe(1);
    expect(await listed()).toHaveLength(1);
  });
});

describe('an export', () => {
  it('as CSV holds the numbers of the list', async () => {
    await oneCharge();
    world.desk.place = folder;
    const order = { query: always, what: 'sessions', format: 'csv', zone } as const;
    const query = { ...always, charger: undefined };
    expect(await handlers().exportHistory({ ...order, query })).toBe('saved');
    const text = readFileSync(join(folder, 'ChargeTray sessions 2026-11-21.csv'), 'utf8');
    const [session] = await listed();
    const cost = { ...session?.cost, amount: Number(session?.cost?.amount).toFixed(2) };
    expect(readCsv('sessions', text)).toEqual([{ ...session, cost, chargerName: 'Garage' }]);
  });

  it('of many looks says how far it is, and can be stopped without a trace', async () => {
    world = await World.begin([]);
    const history = await besides();
    history.know({ key, brand: 'wallbox', name: 'Garage' });
    for (let at = 0; at < 30_000; at++) {
      history.record(key, { at: at * minute, state: 'charging' });
      if (at % 5000 === 0) await history.flush();
    }
    await history.close();
    world.app.start({ hidden: true });
    world.desk.place = folder;
    const query = { ...always, charger: undefined };
    const order = { query, what: 'samples', format: 'json', zone } as const;
    const exporting = Promise.resolve(handlers().exportHistory(order));
    await until(() => (world.state.history.exported ?? 0) > 0);
    await handlers().cancelExport(undefined);
    expect(await exporting).toBe('cancelled');
    expect(world.state.history).not.toHaveProperty('exported');
    expect(readdirSync(folder)).toEqual([]);
    expect(await handlers().exportHistory(order)).toBe('saved');
    const file = readFileSync(join(folder, 'ChargeTray samples 2026-11-21.json'), 'utf8');
    expect(JSON.parse(file).rows).toHaveLength(30_000);
  });

  it('that nobody wants a place for is no failure', async () => {
    await oneCharge();
    const query = { ...always, charger: undefined };
    const order = { query, what: 'samples', format: 'json', zone } as const;
    expect(await handlers().exportHistory(order)).toBe('cancelled');
  });
});

describe('a picture and a page', () => {
  it('are saved under a name that stays in its folder', async () => {
    world = await World.begin([]);
    world.app.start({ hidden: true });
    const png = Buffer.from('picture').toString('base64');
    expect(await handlers().savePicture({ name: '../../Garage: 3/4.png', png })).toBe('saved');
    expect(await handlers().savePdf({ name: '..' })).toBe('failed');
    world.desk.setWindow(true);
    expect(await handlers().savePdf({ name: '..' })).toBe('saved');
    expect(world.desk.files).toEqual([
      { name: 'Garage 3 4.png', text: 'picture' },
      { name: 'ChargeTray.pdf', text: '%PDF-fake' },
    ]);
  });
});

describe('prices', () => {
  const own = (perKwh: string, from: number): PriceEntry => ({
    from,
    currency: 'EUR',
    zone,
    tariff: { kind: 'flat', perKwh },
    origin: 'own',
  });

  it('set by the owner count for what flows from then on', async () => {
    await oneCharge();
    const [before] = await listed();
    const entries = await handlers().getPrices({ charger: key });
    expect(entries).toMatchObject([{ origin: 'charger', tariff: { perKwh: '0.31' } }]);
    const later = own('0.5', world.clock.now());
    await handlers().setPrices({ charger: key, entries: [...entries, later] });
    expect((await listed())[0]?.cost).toEqual(before?.cost);
    await handlers().setPrices({ charger: key, entries: [own('0.5', 0)] });
    const [after] = await listed();
    expect(after?.cost).toMatchObject({ origin: 'own', currency: 'EUR' });
    expect(Number(after?.cost?.amount)).toBe((after?.energyWh ?? 0) * 0.0005);
  });
});

describe('the price of the owner', () => {
  it('is that of a charge that ended while the app was closed', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
    await world.pass(20 * minute);
    const tariff = { kind: 'flat', perKwh: '0.10' } as const;
    const entry = { from: 0, currency: 'EUR', zone, tariff, origin: 'own' } as const;
    await handlers().setPrices({ charger: key, entries: [entry] });
    await world.pass(2 * minute);
    await world.killed();
    await world.clock.advance(hour);
    await world.restarted();
    await world.pass(15 * minute);
    expect(world.desk.notices.map(({ body }) => body).join()).toMatch(/about €0\.50/);
    const [session] = await listed();
    expect(Number(session?.cost?.amount)).toBeCloseTo(0.5, 2);
  });
});

describe('a charger', () => {
  it('that only stands there is known by its name, and its number', async () => {
    world = await (await World.begin([garage])).signedIn();
    await world.pass(10 * minute);
    expect(await handlers().historyChargers(undefined)).toMatchObject([
      { key, name: 'Garage', serial: '700123' },
    ]);
  });
});

describe('a statement', () => {
  it('adds up the month of one charger', async () => {
    await oneCharge();
    const month = { from: '2026-11-01', to: '2026-11-30', zone };
    const told = await handlers().getStatement({ chargers: [key], ...month });
    const [session] = await listed();
    const charger = { name: 'Garage', serial: '700123' };
    expect(told).toMatchObject({ sums: { sessions: 1, withoutEnergy: 0, withoutCost: 0 } });
    expect(told?.parts).toMatchObject([{ charger, rows: [{ id: session?.id }] }]);
    expect(Number(told?.sums.totalKwh)).toBe((session?.energyWh ?? 0) / 1000);
    const before = { from: '2020-01-01', to: '2020-01-31', zone };
    expect(await handlers().getStatement({ chargers: [key], ...before })).toMatchObject({
      parts: [{ rows: [] }],
    });
    expect(await handlers().getStatement({ chargers: ['x'], ...month })).toBeNull();
  });
});

describe('what is older than its owner wants', () => {
  it('goes at once when the limit is set, and not before', async () => {
    await oneCharge();
    const long = 90 * 24 * hour;
    const history = await besides();
    const at = Math.round(world.clock.now()) - long;
    history.record(key, { at, state: 'charging' });
    history.saveSession(key, { source: 'recorded', startedAt: at, startSeen: true, endedAt: at });
    await history.close();
    expect(await listed()).toHaveLength(2);
    handlers().changeSettings({ history: { samplesDays: 30, sessionsDays: 30 } });
    await until(() => world.state.history.changes > 0);
    await world.pass(minute);
    expect(await listed()).toHaveLength(1);
  });
});

describe('a backup', () => {
  it('brings everything but secrets to another computer, and twice is once', async () => {
    await oneCharge();
    handlers().changeSettings({ theme: 'dark', openAtLogin: true });
    world.desk.place = folder;
    expect(await handlers().backUp(undefined)).toBe('saved');
    const file = join(folder, 'ChargeTray backup 2026-11-21.jsonl');
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/correct horse|eyJ/);
    const before = await listed();
    await world.end();
    world = await World.begin([]);
    world.app.start({ hidden: true });
    const chargers = { names: { 'a/1': 'Left bay' }, order: ['a/1'], hidden: [] };
    handlers().changeSettings({ chargers });
    world.desk.chosen = file;
    const restored = await handlers().restoreBackup(undefined);
    expect(restored).toMatchObject({ ok: true, value: { sessions: 1, badLines: 0 } });
    expect(await handlers().restoreBackup(undefined)).toMatchObject({ value: { sessions: 0 } });
    const after = await listed();
    expect(after.map(({ id: _, ...one }) => one)).toEqual(before.map(({ id: _, ...one }) => one));
    expect(world.state.settings).toMatchObject({ theme: 'dark', openAtLogin: true, chargers });
    expect(world.desk.logins).toContain('on');
    const detail = await handlers().showSession({ id: after[0]?.id ?? 0 });
    expect(detail?.samples.length).toBeGreaterThan(20);
  });

  it('says in the window how far it is while it is written and brought in', async () => {
    await oneCharge();
    world.desk.place = folder;
    world.desk.states.length = 0;
    const said = () => world.desk.states.map(({ history }) => history.backedUp ?? 0);
    expect(await handlers().backUp(undefined)).toBe('saved');
    expect(Math.max(...said())).toBeGreaterThan(0);
    expect(world.state.history).not.toHaveProperty('backedUp');
    world.desk.chosen = join(folder, 'ChargeTray backup 2026-11-21.jsonl');
    world.desk.states.length = 0;
    await handlers().restoreBackup(undefined);
    expect(Math.max(...said())).toBeGreaterThan(0);
    expect(world.state.history).not.toHaveProperty('backedUp');
  });

  it('that is none is refused in words, and changes nothing', async () => {
    world = await World.begin([]);
    world.app.start({ hidden: true });
    expect(await handlers().restoreBackup(undefined)).toMatchObject({
      failure: { kind: 'cancelled' },
    });
    world.desk.chosen = import.meta.filename;
    expect(await handlers().restoreBackup(undefined)).toMatchObject({
      failure: { kind: 'noBackup' },
    });
    expect(await listed()).toEqual([]);
  });
});
