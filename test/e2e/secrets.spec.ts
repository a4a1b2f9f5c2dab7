import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { addAccount, openAddForm } from '../../build/demo/app-at-hand.ts';
import { secretForms } from '../../electron/platform/log/secret-forms.ts';
import { familyOf } from '../bench/processes.ts';
import { watchEverything } from '../desktop/bus.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { Mosquitto } from '../simulators/broker/mosquitto.ts';
import { TIBBER_TOKEN } from '../simulators/prices/routes/tibber.ts';
import { startPriceSimulator } from '../simulators/prices/simulator.ts';
import { saveInNewFolder } from './file-dialog.ts';
import { filesHolding } from './files-holding.ts';
import { type Computer, owner } from './fixtures.ts';
import { openHistory } from './history-hand.ts';
import { keepPast, lastMonth } from './past-charges.ts';
import { test } from './station-fixture.ts';

const ownKey = 'an0ther-key+that/only&this-station=takes';
const person = { username: 'charger', password: 'a made-up broker secret' } as const;

/** Asks as the window's own page does. */
function ask(page: Page, name: string, request?: unknown): Promise<unknown> {
  return page.evaluate(([call, given]) => Reflect.get(window, 'chargetray').call(call, given), [
    name,
    request,
  ] as const);
}

const done = { ok: true, value: { ok: true, value: null } };

/** The words of a secret as the keychain has it, which may be several as JSON. */
function wordsOf(secret: string): readonly string[] {
  const words: string[] = [];
  try {
    JSON.parse(secret, (_key, value) => {
      if (typeof value === 'string' && value.length > 8 && value !== owner.email) words.push(value);
      return value;
    });
  } catch {
    words.push(secret);
  }
  return words;
}

test('no secret of a day with everything is found anywhere but in the keychain', async ({
  computer,
  station,
}) => {
  station.sim.settings.devkey = ownKey;
  await keepPast(computer.dataFolder, { charges: lastMonth(3), reads: true });
  const prices = await startPriceSimulator(computer.clock);
  const broker = await Mosquitto.start({ users: { [person.username]: person.password } });
  const spoken: string[] = [];
  const unwatch = await watchEverything(computer.desktop.env, ({ member, body }) => {
    spoken.push(JSON.stringify([member, body], asText));
  });
  const env = { CHARGETRAY_PRICES_URL: prices.url };
  const first = await computer.start({ env });
  const typing = await first.window();
  await addAccount(typing, owner);
  await typing.getByRole('heading', { name: 'Garage' }).waitFor();
  await openAddForm(typing);
  await station.add(typing, { key: ownKey, name: 'Station' });
  await station.reads(1);
  const token = { source: 'tibber', token: TIBBER_TOKEN, untilQuit: false };
  expect(await ask(typing, 'setPriceToken', token)).toEqual(done);
  const wish = {
    address: { host: '127.0.0.1', port: broker.port, tls: false },
    user: person.username,
    topicPrefix: 'chargetray',
    discovery: 'homeassistant',
    commands: true,
  };
  const { password } = person;
  expect(await ask(typing, 'setBroker', { wish, password, untilQuit: false })).toEqual(done);

  await first.electron.close();
  // The keychain is asked for all of it anew.
  const app = await computer.start({ env, args: ['--shown'] });
  const page = await app.window();
  await station.reads(1);
  const tray = await trayItemOf(computer.desktop, app.pid);
  await tray.tooltipThat((words) => words.includes('Garage'));
  await page.getByRole('heading', { name: 'Station' }).waitFor();
  const onBus = spoken.join('\n');

  const kept = (await computer.keyring.items('ChargeTray')).flatMap(({ secret }) =>
    wordsOf(secret ?? ''),
  );
  const typed = [owner.password, ownKey, TIBBER_TOKEN, person.password];
  expect(kept).toEqual(expect.arrayContaining(typed));
  const secrets = [...new Set([...kept, ...typed, station.sim.identity.passcode])];
  const forms = secrets.flatMap((secret) => [...secretForms(secret)]);
  const holding = (text: string) => forms.filter((form) => text.includes(form));
  // This test has asked for them in plain, and so knows that it would have seen them.
  await expect.poll(() => holding(spoken.join('\n'))).toEqual(expect.arrayContaining(typed));
  unwatch();

  const said = [
    await ask(page, 'getState'),
    await ask(page, 'diagnostics'),
    await ask(page, 'historyChargers'),
    await page.evaluate(reports),
    await page.content(),
  ];
  expect(JSON.stringify(said)).toContain('chargerinfo');
  expect(said.flatMap((one) => holding(JSON.stringify(one)))).toEqual([]);
  await saveEverything(computer, page);
  expect(holding(await page.content())).toEqual([]);
  for (const pid of await familyOf(app.pid)) {
    for (const file of ['cmdline', 'environ']) {
      const text = await readFile(`/proc/${pid}/${file}`, 'latin1').catch(() => '');
      expect(holding(text), file).toEqual([]);
    }
  }
  // Once in 240 times, to close an app whose page is just ending waits for that page without end.
  const crashed = page.waitForEvent('crash');
  const dumps = await app.electron.evaluate(({ app: running, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    return running.getPath('crashDumps');
  });
  await crashed;
  await app.electron.close();
  const crashes = await readdir(dumps, { recursive: true }).catch(() => []);
  expect(crashes.filter((name) => name.endsWith('.dmp'))).toEqual([]);
  await broker.close();
  await prices.close();

  const everything = dirname(computer.dataFolder);
  const { files, found } = await filesHolding(everything, secrets);
  expect(files).toBeGreaterThan(20);
  expect(found).toEqual([]);
  // It would have been seen there, also in what is packed.
  const seen = await filesHolding(everything, ['Garage', 'Station', ' Tf\n']);
  const endings = seen.found.map((one) => /\.\w+(?=: )/.exec(one)?.[0]);
  expect(endings).toEqual(expect.arrayContaining(['.csv', '.json', '.log', '.pdf']));
  for (const word of ['CreateItem', 'GetSecret', 'Garage']) expect(onBus).toContain(word);
  expect(holding(onBus)).toEqual([]);
});

/** Saves what its owner can save: a table, a backup and a statement, which stays on the screen. */
async function saveEverything({ dataFolder, desktop }: Computer, page: Page): Promise<void> {
  const saved = async (saving: Promise<unknown>) => {
    await saveInNewFolder(desktop, dirname(dataFolder));
    expect(await saving).toEqual({ ok: true, value: 'saved' });
  };
  const query = { from: 0, to: Date.now() };
  await saved(ask(page, 'exportHistory', { query, what: 'sessions', format: 'csv', zone: 'UTC' }));
  await saved(ask(page, 'backUp'));
  await openHistory(page);
  await page.getByRole('button', { name: 'Previous month' }).click();
  await page.getByRole('button', { name: 'Statement…' }).click();
  await page.getByRole('button', { name: 'Save as PDF…' }).waitFor();
  await saved(ask(page, 'savePdf', { name: 'statement.pdf' }));
}

/** What would be saved of every charger for its maker. Runs in the page. */
async function reports(): Promise<readonly unknown[]> {
  const { call } = Reflect.get(window, 'chargetray');
  const { value } = await call('getState');
  const ids: readonly string[] = value.chargers.map((charger: { id: string }) => charger.id);
  return Promise.all(ids.map((chargerId) => call('makeReport', { chargerId })));
}

/** Numbers too large for JSON, and bytes as the text that they may be. */
function asText(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Map) return [...value];
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  const isBytes = Array.isArray(value) && value.length > 0 && value.every(isByte);
  return isBytes ? Buffer.from(value).toString('latin1') : value;
}

function isByte(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 256;
}
