import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { placeFrom } from '../../electron/platform/electron/window/window-place.ts';
import type { Session } from '../../shared/domain/session/history.ts';
import {
  carport,
  chargerBefore,
  developerKey,
  fixture,
  garage,
  jon,
  mira,
  OlderComputer,
  rowsOf,
} from './older-computer.ts';
import { hour, minute } from './world.ts';

let computer: OlderComputer;
afterEach(() => computer.end());

const always = { from: 0, to: Number.MAX_SAFE_INTEGER };
const zone = 'Europe/Berlin';
/** The owner wanted an hour of quiet, of which so much is left at most. */
const quietMs = hour;

const handlers = () => computer.world.app.handlers;
/** All that was told, also what was told in a summary of several. */
const told = () =>
  computer.world.desk.notices.map(({ title, body }) => `${title}: ${body}`).join('\n');
const timesTold = (words: string) => told().split(words).length - 1;
const accountOf = (label: string) =>
  computer.world.state.accounts.find((account) => account.label === label);
const listed = (): Promise<readonly Session[]> =>
  Promise.resolve(handlers().listSessions({ query: always, limit: 100, before: undefined }));
const signIns = ({ email }: { readonly email: string }) =>
  computer.world.sim.requests.filter(
    ({ path, account }) => path === '/users/signin' && account === email,
  );

describe('what its owner has chosen', () => {
  it('holds on, every setting of it', async () => {
    computer = await OlderComputer.started();
    const { said, world } = computer;
    expect(world.state.settings).toEqual(said.state.settings);
    expect(world.state).not.toHaveProperty('settingsTrouble');
    const chosen = ({ accounts }: typeof said.state) =>
      accounts.map(({ fields, ...account }) => ({
        ...account,
        // The certificate is a new one at each start of a station; its kind had no word then.
        certificate: undefined,
        kind: undefined,
        name: fields.name,
      }));
    expect(chosen(world.state)).toEqual(chosen(said.state));
  });

  it('and where the window stood', async () => {
    computer = await OlderComputer.begin();
    const { value } = computer.machine.file('window').read();
    const screen = { x: 0, y: 0, width: 1920, height: 1080 };
    expect(placeFrom(value, [screen])).toEqual({ x: 180, y: 96, width: 460, height: 720 });
  });
});

describe('accounts', () => {
  it('are signed in without anybody being asked, each with its own secret', async () => {
    computer = await OlderComputer.started();
    const { station, world } = computer;
    expect(accountOf(mira.email)?.signIn).toBe('signedIn');
    expect(accountOf('Driveway')?.signIn).toBe('signedIn');
    expect(signIns(mira)).toHaveLength(1);
    expect(station.keysSeen()).toEqual([developerKey]);
    await world.pass(10 * minute);
    for (const charger of [garage, carport, 'SWA12ABC']) {
      expect(computer.now(charger)?.reading.certainty).toBe('current');
    }
    expect(world.desk.windowOpen).toBe(false);
    expect([world.sim.violations, station.violations()]).toEqual([[], []]);
  });

  it('whose sign-in was refused and told are not told again, until they were let in', async () => {
    computer = await OlderComputer.started({ afterMs: quietMs });
    const { world } = computer;
    await world.pass(10 * minute);
    expect(accountOf(jon.email)?.signIn).toBe('signInNeeded');
    expect(signIns(jon)).toHaveLength(1);
    expect(told()).toContain('Charging ended · Driveway');
    expect(timesTold('Sign in to Wallbox again')).toBe(0);
    const accountId = accountOf(jon.email)?.id ?? '';
    const again = { keepSignedIn: true, untilQuit: false, confirmed: undefined };
    await handlers().signInAgain({ accountId, fields: jon, ...again });
    await world.pass(10 * minute);
    expect(accountOf(jon.email)?.signIn).toBe('signedIn');
    world.sim.setPassword(jon.email, 'changed once more');
    world.sim.revokeAccess(jon.email);
    world.sim.revokeRefresh(jon.email);
    await world.pass(30 * minute);
    expect(timesTold('Sign in to Wallbox again')).toBe(1);
  });
});

describe('a charge', () => {
  it('that runs goes on with its start, its energy and its picture, and ends as one', async () => {
    computer = await OlderComputer.started({ afterMs: quietMs });
    const { said, world } = computer;
    const was = chargerBefore(said, garage).session;
    await world.pass(5 * minute);
    const is = computer.now(garage)?.session;
    expect(is).toMatchObject({ startedAt: was?.startedAt, startSeen: true });
    expect(is?.samples.slice(0, was?.samples.length)).toEqual(was?.samples);
    expect(is?.energyWh).toBeGreaterThan(was?.energyWh ?? 0);
    expect((await listed())[0]?.startedAt).toBe(said.sessions[0]?.startedAt);
    world.sim.charger(garage).unplug();
    await world.pass(20 * minute);
    expect(told()).toContain('Charging stopped · Garage');
    const [session] = await listed();
    const { energyWh } = world.sim.facts(garage);
    expect(session).toMatchObject({ id: said.sessions[0]?.id, end: 'unplugged' });
    expect(Math.abs((session?.energyWh ?? 0) - energyWh)).toBeLessThan(600);
    expect(await listed()).toHaveLength(said.sessions.length);
  });

  it('whose end was told is not told again, nor anything else that was', async () => {
    computer = await OlderComputer.started({ afterMs: quietMs });
    const { said, world } = computer;
    await world.pass(2 * hour);
    expect(said.told.join()).toContain('Charge complete · Carport');
    expect(computer.now(carport)?.session).toEqual(chargerBefore(said, carport).session);
    expect(told()).toContain('Charging ended · Driveway');
    for (const line of said.told) {
      const [id, title = ''] = line.split(' | ');
      expect(world.desk.notices.filter((notice) => notice.id === id)).toEqual([]);
      expect(timesTold(title)).toBe(title === 'Charging ended · Driveway' ? 1 : 0);
    }
  });

  it('whose end could not be shown is told once', async () => {
    computer = await OlderComputer.started();
    const { world } = computer;
    await world.pass(20 * minute);
    expect(told()).toMatch(
      /^Charging ended · Driveway: After 1\sh\s4\d\smin\. Stopped or finished/,
    );
    expect(timesTold('Driveway')).toBe(1);
    await world.killed();
    await world.restarted();
    await world.pass(20 * minute);
    expect(timesTold('Driveway')).toBe(0);
  });
});

describe('a command that was sent', () => {
  it('is followed until it is confirmed, and not sent again', async () => {
    computer = await OlderComputer.started();
    const { said, world } = computer;
    const asked = chargerBefore(said, garage).command;
    expect(asked).toMatchObject({ phase: 'sent', command: { kind: 'setLimit', limitA: 10 } });
    expect(computer.now(garage)?.command).toEqual(asked);
    world.sim.charger(garage).patch({ limitA: 10 });
    await world.pass(5 * minute);
    expect(computer.now(garage)?.command?.phase).toBe('confirmed');
    expect(world.sim.facts(garage).commands).toEqual([]);
  });

  it('is said not to be confirmed when the charger never obeys', async () => {
    computer = await OlderComputer.started();
    const { world } = computer;
    await world.pass(15 * minute);
    expect(computer.now(garage)?.command?.phase).toBe('notConfirmed');
    expect(computer.machine.log.lines).toEqual([]);
  });
});

describe('money', () => {
  it('is reckoned by the prices of the owner, which are all there', async () => {
    computer = await OlderComputer.started();
    const { said, world } = computer;
    for (const [charger, entries] of Object.entries(said.prices)) {
      expect(await handlers().getPrices({ charger })).toEqual(entries);
    }
    expect(said.prices['wallbox/700123']).toHaveLength(2);
    await world.pass(5 * minute);
    const session = computer.now(garage)?.session;
    // A working day, before ten at night: what the owner said outside of the bands.
    const amount = ((session?.energyWh ?? 0) / 1000) * 0.3312;
    expect(session?.cost).toMatchObject({ currency: 'EUR', origin: 'own' });
    expect(Number(session?.cost?.amount)).toBeCloseTo(amount, 6);
    expect(computer.now(carport)?.session?.cost).toEqual(
      chargerBefore(said, carport).session?.cost,
    );
  });

  it('comes to the same on the statement', async () => {
    computer = await OlderComputer.started();
    const month = { from: '2026-11-01', to: '2026-11-30', zone };
    const told = await handlers().getStatement({ chargers: ['wallbox/700123'], ...month });
    const { charger, rows, totalKwh, totalCosts } = computer.said.statement;
    expect(told?.parts).toMatchObject([{ charger, rows, totalKwh, totalCosts }]);
    expect(told?.sums).toMatchObject({ sessions: rows.length, totalKwh, totalCosts });
  });
});

describe('the history', () => {
  it('lists the same chargers and sessions, with the same numbers, samples and costs', async () => {
    computer = await OlderComputer.begin();
    const { said } = computer;
    expect(said.sessions).toHaveLength(7);
    expect(await handlers().historyChargers(undefined)).toEqual(said.chargers);
    expect(await listed()).toEqual(said.sessions);
    for (const detail of said.details) {
      expect(detail?.samples.length).toBeGreaterThan(9);
      expect(await handlers().showSession({ id: detail?.session.id ?? 0 })).toEqual(detail);
    }
    const query = { from: Date.UTC(2026, 9, 1), to: Date.UTC(2026, 11, 1) };
    expect(await handlers().sumSessions({ query, by: 'month', zone })).toMatchObject(said.sums);
  });

  it('keeps what has ended as it was while more is written', async () => {
    computer = await OlderComputer.started();
    const { said, world } = computer;
    await world.pass(hour);
    world.sim.charger(garage).unplug();
    await world.pass(hour);
    expect((await listed()).slice(1)).toEqual(said.sessions.slice(1));
    for (const detail of said.details.slice(1)) {
      expect(await handlers().showSession({ id: detail?.session.id ?? 0 })).toEqual(detail);
    }
  });
});

/** Where something stands in a value: `chargers.0.charge.samples`. */
function pathsIn(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, one]) => pathsIn(one, `${path}.${key}`));
  return [path, ...below];
}

/** What an owner had not said of any session then. */
const nothingSaid = Object.fromEntries(
  [
    ...['tag', 'note', 'edited_at', 'deleted_at', 'wiped'],
    ...['owner_started_at', 'owner_ended_at', 'owner_energy_wh'],
    ...['owner_cost', 'owner_currency', 'owner_cost_origin', 'owner_cost_estimated'],
    ...['planned_since', 'saved', 'owner_saved'],
  ].map((column) => [column, null]),
);

describe('what is written anew', () => {
  /** Started, written, and ended again, while nothing new was learned and nothing could be shown. */
  async function writtenAnew() {
    computer = await OlderComputer.begin();
    const { machine, world } = computer;
    const settings = computer.text('settings.json');
    const rows = rowsOf(machine.historyFile);
    computer.cutOff();
    world.desk.noticesFail = true;
    await world.started();
    await handlers().changeSettings({ theme: 'light' } as never);
    await handlers().changeSettings({ theme: 'dark' } as never);
    await world.pass(10 * minute);
    await listed();
    await world.app.stop();
    return { settings, rows };
  }

  it('says the same in the settings, letter for letter', async () => {
    const { settings } = await writtenAnew();
    expect(computer.text('settings.json')).toBe(settings);
  });

  it('has lost nothing of what is remembered', async () => {
    await writtenAnew();
    const was = JSON.parse(fixture('memory.json'));
    const is = JSON.parse(computer.text('memory.json'));
    const kept = new Set(pathsIn(is));
    expect(pathsIn(was).filter((path) => !kept.has(path))).toEqual([]);
    const { chargers: chargersBefore, ...restBefore } = was;
    const { chargers, ...rest } = is;
    // No version before knew of any plan, how long it had been used, or what it had asked.
    expect(rest).toEqual({
      ...restBefore,
      plans: [],
      spent: expect.any(Object),
      updates: { firstUsedAt: expect.any(Number) },
    });
    for (const [index, one] of chargersBefore.entries()) {
      const { reading, failedLooks: _some, awaySince: _since, ...lasting } = one;
      expect(chargers[index]).toMatchObject(lasting);
      expect(chargers[index].reading.seen).toEqual(reading.seen);
    }
  });

  it('is row for row what it was in the history', async () => {
    const { rows } = await writtenAnew();
    expect(rows.sessions).toHaveLength(7);
    const now = rowsOf(computer.machine.historyFile);
    const samples = rows.samples?.map((sample) => Object.assign({ details: null }, sample));
    const sessions = rows.sessions?.map((session) => {
      const { started_at } = z.object({ started_at: z.number() }).parse(session);
      return Object.assign({}, nothingSaid, session, { told_start: started_at });
    });
    const added = { sample_details: [], price_series: [], price_slots: [] };
    expect(now).toEqual({ ...rows, samples, sessions, ...added });
    expect(rowsOf(computer.machine.historyFile.replace('.db', '.before-v6.db'))).toEqual(rows);
  });

  it('leaves the secrets in the keychain and nowhere else', async () => {
    await writtenAnew();
    const { machine } = computer;
    expect([...machine.keychain.keys()]).toEqual(Object.keys(JSON.parse(fixture('keychain.json'))));
    expect(machine.keychain.get(accountOf('Driveway')?.id ?? '')).toContain(developerKey);
    expect(computer.text('settings.json')).not.toContain(developerKey);
    expect(computer.files).toEqual([
      'history.before-v6.db',
      'history.db',
      'memory.json',
      'settings.json',
      'window.json',
    ]);
  });
});
