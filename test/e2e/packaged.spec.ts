import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { phrases as german } from '../../shared/languages/de.ts';
import { languages } from '../../shared/languages/languages.ts';
import { licenceSchema } from '../../shared/schema/app/licence.ts';
import { startScreenReader, toBeRead } from '../desktop/screen-reader.ts';
import { findWindow } from '../desktop/screenshot.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { attempt, farEnd } from './attempts.ts';
import { chargeFully } from './charging.ts';
import { test } from './fixtures.ts';
import { listeningOf } from './listening.ts';
import {
  forgetOpen,
  machineSwitches,
  packApp,
  packagedApp,
  startOpen,
  startPackaged,
} from './packaged-app.ts';
import { packedFiles } from './packed-files.ts';
import { keptSessions } from './past-charges.ts';

const root = join(import.meta.dirname, '../..');

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await packApp();
});
test.afterAll(forgetOpen);

test('the packaged app starts, shows tray and window, and quits', async ({ computer }) => {
  const app = await startPackaged(computer);
  const tray = await trayItemOf(computer.desktop, app.pid);
  expect(await tray.tooltip()).toBe('ChargeTray: no chargers yet');
  await findWindow(computer.desktop, { title: 'ChargeTray' });
  await tray.press(['Quit']);
  expect(await app.ended).toBe(0);
  const log = await readFile(join(computer.dataFolder, 'logs/main.log'), 'utf8');
  expect(log).toContain('compiled="when packed"');
});

test.describe('in Germany, on a system in English', () => {
  test.use({
    desktopOptions: { locale: { LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8' } },
  });

  test('the packaged app knows its account, keeps a charge, and speaks as was chosen', async ({
    computer,
  }) => {
    // A packaged app lets nobody type into its page from outside.
    const { app: unpacked, page: first } = await computer.signedIn();
    await first.getByRole('button', { name: 'Settings' }).click();
    await first.getByRole('button', { name: /^General/ }).click();
    await first.getByLabel('Language').selectOption('Deutsch');
    await first.getByRole('heading', { name: 'Allgemein' }).waitFor();
    await unpacked.electron.close();
    const reader = await startScreenReader(computer.desktop);
    const app = await startPackaged(computer, { env: reader.env, switches: [toBeRead] });
    const tray = await trayItemOf(computer.desktop, app.pid);
    await tray.tooltipThat((words) => words === 'Garage: Bereit');
    await tray.press(['ChargeTray öffnen']);
    const tooltips: string[] = [];
    await tray.watchTooltip((words) => void tooltips.push(words));
    const real = await chargeFully(computer, tray, 3000, german);
    expect(tooltips).toContainEqual(expect.stringMatching(/7,4\skW/));
    await reader.called(/^Stand \d\d:\d\d$/);
    await tray.press(['Beenden']);
    expect(await app.ended).toBe(0);
    expect(await keptSessions(computer.dataFolder)).toMatchObject([
      { source: 'recorded', energyWh: real.energyWh, end: 'complete', cost: { currency: 'EUR' } },
    ]);
    const open = await startOpen(computer);
    const fields = { language: 'de', germanNumber: '1.234,5' };
    expect(await open.page.evaluate(pageLanguage)).toMatchObject(fields);
    open.app.kill();
    await open.app.ended;
  });
});

/** Which language is spoken, in which Chromium draws its own fields and what it says there, and whether it knows how German is written. */
function pageLanguage() {
  return {
    language: navigator.language,
    germanNumber: new Intl.NumberFormat('de').format(1234.5),
    spoken: document.documentElement.lang,
    emptyField: Object.assign(document.createElement('input'), { required: true })
      .validationMessage,
  };
}

/** Systems in the other languages, and a word of Chromium's own for a field left empty. */
const systems = [
  { code: 'fr', system: 'fr_FR.UTF-8', emptyField: /champ/ },
  { code: 'es', system: 'es_ES.UTF-8', emptyField: /campo/ },
  { code: 'nl', system: 'nl_NL.UTF-8', emptyField: /veld/ },
] as const;

test('the packaged app speaks French, Spanish and Dutch in tray, window and fields', async ({
  computer,
}) => {
  for (const { code, system, emptyField } of systems) {
    const phrases = await languages.get(code)?.load();
    if (!phrases) throw new Error(`No language ${code}`);
    const { app, page } = await startOpen(computer, { LC_ALL: system });
    const { submit } = phrases.brandForms.wallbox;
    await expect(page.getByRole('button', { name: submit })).toBeVisible();
    expect(await page.evaluate(pageLanguage)).toMatchObject({
      language: code,
      spoken: code,
      emptyField: expect.stringMatching(emptyField),
    });
    const tray = await trayItemOf(computer.desktop, app.pid);
    await tray.tooltipThat((words) => words === phrases.tray.noChargers);
    await tray.press([phrases.tray.quit]);
    expect(await app.ended).toBe(0);
  }
});

test('the packaged app answers in a terminal, without a display, and starts nothing', async ({
  computer,
}) => {
  const { DISPLAY: _none, ...env } = computer.desktop.env;
  const says = async (...args: readonly string[]) => {
    const all = [...machineSwitches(), `--user-data-dir=${computer.dataFolder}`, ...args];
    const child = spawn(await packagedApp(), all, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    return { code, out };
  };
  expect(JSON.parse((await says('status', '--json')).out)).toMatchObject({ running: false });
  expect(await says('pause')).toEqual({ code: 5, out: '' });
  expect(JSON.parse((await says('history', '--json')).out)).toEqual({ rows: [] });
  expect(await says('staus')).toEqual({ code: 2, out: '' });
  expect(await readdir(computer.dataFolder)).toEqual([]);
});

/** Everything else that the app uses is in its bundles. */
const packedModules = ['@photostructure', 'keytar', 'node-gyp-build'];

test('the package holds what the app needs, and less than 6.25 MB of it', async () => {
  const archive = join(dirname(await packagedApp()), 'resources/app.asar');
  const { archiveBytes, paths, text } = await packedFiles(archive);
  expect(archiveBytes).toBeLessThan(6_250_000);
  const below = (folder: string) =>
    paths.filter((path) => dirname(path) === folder).map((path) => path.replace(/^.*\//, ''));
  expect(below('.').sort()).toEqual(['node_modules', 'out', 'package.json']);
  expect(below('node_modules').sort()).toEqual(packedModules);
  // By this name the desktop finds our entry, and with it our icon.
  expect(JSON.parse(text('package.json')).desktopName).toBe('chargetray.desktop');
  expect(
    below('out').filter(
      (name) =>
        !/^(icons|licences\.json|renderer|(main|history-thread|keychain-process|language|preload|start|terminal)\b.*\.cjs|(language-\w\w|main|terminal)-x64\.cache)$/.test(
          name,
        ),
    ),
  ).toEqual([]);
  expect(paths.filter((path) => /\.(map|tsx?|test\.\w+)$/.test(path))).toEqual([]);
  const code = paths.filter((path) => /^out\/.*\.c?js$/.test(path));
  expect(code.length).toBeGreaterThan(3);
  expect(code.filter((path) => /sourceMappingURL=/.test(text(path)))).toEqual([]);
  const beside = await readdir(`${archive}.unpacked`, { recursive: true, withFileTypes: true });
  const binaries = beside.filter((one) => one.isFile()).map(({ name }) => name);
  expect(binaries.sort()).toEqual(['@photostructure+sqlite.glibc.node', 'keytar.node']);
});

test('the package holds the words of Chromium in the languages that it speaks', async () => {
  const names = await readdir(join(dirname(await packagedApp()), 'locales'));
  // The packer takes Latin America along with Spain.
  const wanted = ['de', 'en-GB', 'en-US', 'es', 'es-419', 'fr', 'nl'];
  expect(names.sort()).toEqual(wanted.map((name) => `${name}.pak`).sort());
});

test('the package holds the licence of everything in it', async () => {
  const folder = dirname(await packagedApp());
  const { paths, text } = await packedFiles(join(folder, 'resources/app.asar'));
  const licences = z.array(licenceSchema).parse(JSON.parse(text('out/licences.json')));
  const names = licences.map(({ name }) => name);
  const packed = paths.filter((path) => /^node_modules\/.*\/package\.json$/.test(path));
  expect(packed).toHaveLength(packedModules.length);
  for (const path of packed) expect(names).toContain(JSON.parse(text(path)).name);
  for (const name of ['ChargeTray', 'react', 'undici', 'SQLite']) expect(names).toContain(name);
  const own = await readFile(join(root, 'LICENSE'), 'utf8');
  expect(await readFile(join(folder, 'resources/LICENSE'), 'utf8')).toBe(own);
  const beside = await readdir(folder);
  expect(beside).toEqual(
    expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
  );
});

/** As fuses are written in the program. */
const isOn = '1'.charCodeAt(0);

test('the fuses of the packed program are set as the packer was told', async () => {
  const wire = await getCurrentFuseWire(await packagedApp());
  const fuses = Object.entries(FuseV1Options).filter(([, at]) => typeof at === 'number');
  const states = fuses.map(([name, at]) => [
    `${name[0]?.toLowerCase()}${name.slice(1)}`,
    Reflect.get(wire, at) === isOn,
  ]);
  const [, told = ''] =
    /^electronFuses:\n((?: {2}.*\n)+)/m.exec(
      await readFile(join(root, 'electron-builder.yml'), 'utf8'),
    ) ?? [];
  const wanted = [...told.matchAll(/(\w+): (true|false)/g)].map(([, name, on]) => [
    name,
    on === 'true',
  ]);
  expect(wanted.length).toBeGreaterThan(7);
  expect(Object.fromEntries(states)).toEqual(Object.fromEntries(wanted));
});

const refused = [
  '--remote-debugging-port=0',
  '-remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect=0',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
  '--disable-web-security',
  '--renderer-cmd-prefix=/bin/true',
];

test('the packaged app does not start to be looked into or weakened', async ({ computer }) => {
  for (const given of refused) {
    const app = await startPackaged(computer, { switches: [given] });
    expect(await app.ended, given).toBe(1);
    const name = given.replace(/^-+/, '--').replace(/=.*/, '');
    expect(app.said()).toContain(`ChargeTray doesn’t start with ${name} because`);
    expect(app.said()).not.toMatch(/listening/i);
  }
  const env = { LANGUAGE: 'de', LANG: 'de_DE.UTF-8' };
  const german = await startPackaged(computer, { env, switches: ['--inspect', 'status'] });
  expect(await german.ended).toBe(1);
  expect(german.said()).toContain('ChargeTray startet nicht mit --inspect, weil');
  expect(await readdir(computer.dataFolder)).toEqual([]);
});

test('the packaged app listens to nothing but who starts it again, or types in a terminal', async ({
  computer,
}) => {
  const app = await startPackaged(computer);
  const tray = await trayItemOf(computer.desktop, app.pid);
  await findWindow(computer.desktop, { title: 'ChargeTray' });
  const control = join(computer.dataFolder, 'control.sock');
  await expect.poll(async () => (await listeningOf(app.pid)).files).toContain(control);
  const { network, files } = await listeningOf(app.pid);
  expect(network).toEqual([]);
  const own = files.map((path) => path.replace(/^\/tmp\/.*\/(?=Singleton)/, ''));
  expect(own.sort()).toEqual([control, 'SingletonSocket'].sort());
  // By this signal Node.js would begin to listen to a debugger.
  app.kill('SIGUSR1');
  const log = () => readFile(join(computer.dataFolder, 'logs/main.log'), 'utf8');
  await expect.poll(log).toContain('signal ignored signal=SIGUSR1');
  expect((await listeningOf(app.pid)).network).toEqual([]);
  await tray.press(['Quit']);
  expect(await app.ended).toBe(0);
  expect(app.said()).not.toMatch(/listening/i);
});

test('nothing that the packed page tries runs or reaches anybody', async ({ computer }) => {
  const end = await farEnd();
  const { app, page } = await startOpen(computer);
  await page.getByLabel('Email').waitFor();
  expect((await attempt(page, end)).succeeded).toEqual([]);
  expect(end.reached).toEqual([]);
  end.close();
  app.kill();
  await app.ended;
});
