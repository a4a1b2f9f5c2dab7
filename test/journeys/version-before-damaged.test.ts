import { copyFileSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { placeFrom } from '../../electron/platform/electron/window/window-place.ts';
import { clearLeftovers } from '../../electron/platform/files/leftovers.ts';
import type { Session } from '../../shared/domain/session/history.ts';
import { chargerBefore, fixture, garage, mira, OlderComputer, rowsOf } from './older-computer.ts';
import { hour, minute } from './world.ts';

let computer: OlderComputer;
afterEach(() => computer.end());

const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

const handlers = () => computer.world.app.handlers;
const listed = (): Promise<readonly Session[]> =>
  Promise.resolve(handlers().listSessions({ query: always, limit: 100, before: undefined }));
const json = (name: string) => JSON.parse(computer.text(name));
/** What the log says of files, of the app's own and of what lies below it. */
const complaints = () => [
  ...computer.world.desk.lines.filter((line) => /^(warn|error)/.test(line)),
  ...computer.machine.log.lines.map(({ level, line }) => `${level} ${line}`),
];
const aside = (name: string) => computer.files.filter((file) => file.startsWith(`${name}-`));

/** Changes a JSON file in a folder, as a later version may have written it. */
function rewrite(folder: string, name: string, change: (value: never) => object): void {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as never)));
}

function halve(folder: string, name: string): Buffer {
  const whole = readFileSync(join(folder, name));
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  writeFileSync(join(folder, name), half);
  return half;
}

async function halved(name: string): Promise<Buffer> {
  let half: Buffer = Buffer.alloc(0);
  computer = await OlderComputer.started({
    meanwhile: (folder) => {
      half = halve(folder, name);
    },
  });
  return half;
}

/** Whatever is broken, the rest goes on: accounts, chargers and what has ended. */
async function expectTheRest(): Promise<void> {
  const { said, world } = computer;
  const { accounts } = world.state;
  expect(accounts.find(({ label }) => label === mira.email)?.signIn).toBe('signedIn');
  expect(computer.now(garage)?.reading.certainty).toBe('current');
  expect((await listed()).slice(-6)).toEqual(said.sessions.slice(-6));
}

describe('a later version has written', () => {
  it('settings: they are read as far as they are known, and the rest is kept for it', async () => {
    const acme = { id: 'acme', brand: 'acme', label: 'of a later time', keepSignedIn: true };
    let later = { version: 0, settings: {}, accounts: [{}] };
    computer = await OlderComputer.started({
      meanwhile: (folder) =>
        rewrite(folder, 'settings.json', ({ settings, accounts, ...rest }: typeof later) => {
          const more = accounts.map((account) => ({ ...account, colour: 'red' }));
          const chosen = { ...settings, sound: 'loud', trayIcon: 'forRoundPanel' };
          later = { ...rest, version: 7, settings: chosen, accounts: [...more, acme] };
          return { ...later, places: ['home'] };
        }),
    });
    const { said, world } = computer;
    await expectTheRest();
    expect(world.state.settings).toEqual({ ...said.state.settings, trayIcon: 'auto' });
    expect(world.state.settingsTrouble).toEqual({ lostKeys: ['trayIcon', 'accounts[3]'] });
    expect(complaints()).toHaveLength(1);
    await handlers().changeSettings({ theme: 'light' } as never);
    await world.app.stop();
    const settings = { ...later.settings, theme: 'light' };
    expect(json('settings.json')).toEqual({ ...later, settings, places: ['home'] });
  });

  it('a memory: it is kept aside for it, its owner told, with one line in the log', async () => {
    let later = '';
    computer = await OlderComputer.started({
      meanwhile: (folder) => {
        rewrite(folder, 'memory.json', (memory: object) => ({ ...memory, version: 2 }));
        later = readFileSync(join(folder, 'memory.json'), 'utf8');
      },
    });
    await expectTheRest();
    const [kept, ...others] = aside('memory.unknown');
    expect(others).toEqual([]);
    expect(computer.text(kept ?? '')).toBe(later);
    expect(computer.world.state.memoryTrouble).toEqual({ keptAside: kept, isNewer: true });
    expect(complaints()).toEqual([
      `warn memory file is not understood, starting anew {"keptAside":"${kept}"}`,
    ]);
    expect(json('memory.json')).toMatchObject({ version: 1 });
    await computer.world.restarted();
    expect(complaints()).toHaveLength(0);
    expect(computer.world.state).not.toHaveProperty('memoryTrouble');
    expect(aside('memory.unknown')).toEqual([kept]);
  });

  it('a charger and a notice into the memory that only it knows: they are kept aside', async () => {
    let later = { chargers: [{}], outbox: [{}] };
    computer = await OlderComputer.started({
      meanwhile: (folder) =>
        rewrite(folder, 'memory.json', (memory: typeof later) => {
          const chargers = [...memory.chargers, { id: 'acme/1', brand: 'acme' }];
          later = { ...memory, chargers, outbox: [...memory.outbox, { kind: 'rumour' }] };
          return later;
        }),
    });
    await expectTheRest();
    const was = chargerBefore(computer.said, garage).session;
    expect(computer.now(garage)?.session?.startedAt).toBe(was?.startedAt);
    const [kept] = aside('memory.unknown');
    expect(json(kept ?? '')).toEqual(later);
    expect(complaints()).toEqual([
      `warn memory entries were not understood {"lost":2,"keptAside":"${kept}"}`,
    ]);
  });

  it('a history: it is left alone and its owner told', async () => {
    computer = await OlderComputer.started({
      meanwhile: (folder) => {
        const database = new DatabaseSync(join(folder, 'history.db'));
        database.exec('PRAGMA user_version = 9');
        database.close();
      },
    });
    const { machine, said, world } = computer;
    await world.pass(hour);
    expect(world.state.history.trouble).toEqual({ kind: 'tooNew' });
    expect(await listed()).toEqual([]);
    const session = computer.now(garage)?.session;
    expect(session?.startedAt).toBe(chargerBefore(said, garage).session?.startedAt);
    // The prices of the owner are remembered, whatever the history says.
    const amount = ((session?.energyWh ?? 0) / 1000) * 0.3312;
    expect(Number(session?.cost?.amount)).toBeCloseTo(amount, 6);
    expect(rowsOf(machine.historyFile).sessions).toHaveLength(said.sessions.length);
  });
});

describe('a first start that was killed in the middle', () => {
  const left = ['memory.json.tmp-1794993068c0ffee', 'settings.json.tmp-1794993068abcdef'];

  /** Half-written files lie beside, and the history has a log that was not moved into it. */
  function killedMidway(folder: string): void {
    for (const name of left) {
      writeFileSync(join(folder, name), fixture('memory.json').slice(0, 900));
      utimesSync(join(folder, name), 1_794_990_000, 1_794_990_000);
    }
    const file = join(folder, 'history.db');
    const writing = new DatabaseSync(file);
    writing.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0');
    writing.exec('UPDATE sessions SET energy_wh = 6700 WHERE id = 7');
    // As they lie on the disk at this moment: the one that writes is gone without a word.
    for (const part of ['', '-wal', '-shm']) copyFileSync(file + part, `${file}${part}.copy`);
    writing.close();
    for (const part of ['', '-wal', '-shm']) renameSync(`${file}${part}.copy`, file + part);
  }

  it('goes on as if it had never begun, and nothing is left behind', async () => {
    computer = await OlderComputer.begin({ meanwhile: killedMidway });
    const { machine, said, world } = computer;
    expect(computer.files).toEqual(expect.arrayContaining(['history.db-wal', ...left]));
    const [running, ...ended] = await listed();
    expect(running).toEqual({ ...said.sessions[0], energyWh: 6700 });
    expect(ended).toEqual(said.sessions.slice(1));
    await world.started();
    await clearLeftovers(machine.folder, world.clock.now());
    expect(world.state.settings).toEqual(said.state.settings);
    expect(computer.now(garage)?.session?.startedAt).toBe(
      chargerBefore(said, garage).session?.startedAt,
    );
    await world.pass(20 * minute);
    expect(world.desk.told).toEqual(['Charging ended · Driveway']);
    await world.app.stop();
    expect(complaints()).toEqual([]);
    const migrated = ['history.before-v6.db', 'history.db'];
    expect(computer.files).toEqual([...migrated, 'memory.json', 'settings.json', 'window.json']);
  });
});

describe('cut in half', () => {
  it('settings cost the settings, and nothing is thrown away', async () => {
    const half = await halved('settings.json');
    const { machine, said, world } = computer;
    const [kept = '', ...others] = aside('settings.broken');
    expect(others).toEqual([]);
    expect(readFileSync(join(machine.folder, kept))).toEqual(half);
    expect(world.state.settingsTrouble).toEqual({ lostKeys: [], keptAside: kept });
    expect(world.state.accounts).toEqual([]);
    expect(await listed()).toEqual(said.sessions);
    expect([...machine.keychain]).toHaveLength(3);
    await world.pass(20 * minute);
    expect(world.desk.told).toEqual(['Charging ended · Driveway']);
    const [memory = ''] = aside('memory.unknown');
    expect(computer.text(memory)).toBe(fixture('memory.json'));
  });

  it('settings that are put back find everything again', async () => {
    let whole = '';
    computer = await OlderComputer.started({
      meanwhile: (folder) => {
        whole = readFileSync(join(folder, 'settings.json'), 'utf8');
        halve(folder, 'settings.json');
      },
    });
    const { machine, said, world } = computer;
    await world.pass(minute);
    await world.app.stop();
    writeFileSync(join(machine.folder, 'settings.json'), whole);
    const [memory = ''] = aside('memory.unknown');
    renameSync(join(machine.folder, memory), join(machine.folder, 'memory.json'));
    await world.restarted();
    await expectTheRest();
    expect(computer.now(garage)?.session?.startedAt).toBe(
      chargerBefore(said, garage).session?.startedAt,
    );
  });

  it('a memory costs what was remembered, not the history', async () => {
    const half = await halved('memory.json');
    const [kept = '', ...others] = aside('memory.broken');
    expect(others).toEqual([]);
    expect(readFileSync(join(computer.machine.folder, kept))).toEqual(half);
    expect(complaints()).toEqual(['warn a kept file was broken']);
    await expectTheRest();
    expect(computer.world.state.settings).toEqual(computer.said.state.settings);
    await computer.world.pass(20 * minute);
    expect(computer.world.desk.told).toEqual([]);
    const [running] = await listed();
    expect(running).toMatchObject({ startSeen: false, averageW: 11_040, peakW: 11_040 });
  });

  it('a history is kept aside, and told; a new one goes on with what is remembered', async () => {
    const half = await halved('history.db');
    const { machine, said, world } = computer;
    await world.pass(20 * minute);
    const [kept = '', ...others] = aside('history.broken');
    expect(others).toEqual([]);
    expect(readFileSync(join(machine.folder, kept))).toEqual(half);
    expect(world.state.history.trouble).toEqual({ kind: 'corrupt', keptAside: kept });
    const was = chargerBefore(said, garage).session;
    expect(computer.now(garage)?.session?.startedAt).toBe(was?.startedAt);
    const sessions = await listed();
    expect(sessions.map(({ startedAt }) => startedAt)).toContain(said.sessions[0]?.startedAt);
    expect(world.state.settings).toEqual(said.state.settings);
  });

  it('the place of the window is that of a first start', async () => {
    const half = await halved('window.json');
    const { value, keptAside = '' } = computer.machine.file('window').read();
    expect(placeFrom(value, [])).toEqual(placeFrom(undefined, []));
    expect(readFileSync(join(computer.machine.folder, keptAside))).toEqual(half);
    await expectTheRest();
  });

  it('a secret asks its owner to sign in, once', async () => {
    computer = await OlderComputer.started({
      afterMs: hour,
      secrets: (kept, email) => (email === mira.email ? kept.slice(0, kept.length / 2) : kept),
    });
    const { said, world } = computer;
    await world.pass(10 * minute);
    const { accounts } = world.state;
    expect(accounts.find(({ label }) => label === mira.email)?.signIn).toBe('signInNeeded');
    expect(accounts.find(({ label }) => label === 'Driveway')?.signIn).toBe('signedIn');
    const words = world.desk.notices.map(({ title, body }) => `${title}: ${body}`).join('\n');
    expect(words.split('Sign in to Wallbox again')).toHaveLength(2);
    expect(computer.now(garage)?.session?.startedAt).toBe(
      chargerBefore(said, garage).session?.startedAt,
    );
  });
});
