import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { chromiumSwitches } from '../../build/launch.mjs';
import { phrases as german } from '../../shared/languages/de.ts';
import { languages } from '../../shared/languages/languages.ts';
import { licenceSchema } from '../../shared/schema/app/licence.ts';
import type { LocaleVariables } from '../desktop/folders.ts';
import { findWindow } from '../desktop/screenshot.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { chargeFully } from './charging.ts';
import { type Computer, paceSeconds, test } from './fixtures.ts';
import { packedFiles } from './packed-files.ts';
import { keptSessions } from './past-charges.ts';

const root = join(import.meta.dirname, '../..');

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await promisify(execFile)(process.execPath, [join(root, 'build/package.mjs')], { cwd: root });
});

test('the packaged app starts, shows tray and window, and quits', async ({ computer }) => {
  const app = await startPackaged(computer);
  const code = new Promise((resolve) => app.once('exit', resolve));
  const tray = await trayItemOf(computer.desktop, app.pid ?? 0);
  expect(await tray.tooltip()).toBe('ChargeTray: no chargers yet');
  await findWindow(computer.desktop, { title: 'ChargeTray' });
  await tray.press(['Quit']);
  expect(await code).toBe(0);
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
    // Nothing can be typed into the window of a packaged app from outside.
    const { app: unpacked, page: first } = await computer.signedIn();
    await first.getByRole('button', { name: 'Settings' }).click();
    await first.getByRole('button', { name: /^General/ }).click();
    await first.getByLabel('Language').selectOption('Deutsch');
    await first.getByRole('heading', { name: 'Allgemein' }).waitFor();
    await unpacked.electron.close();
    const app = await startPackaged(computer, 'open');
    const code = new Promise((resolve) => app.once('exit', resolve));
    const context = await contextOf(app);
    const tray = await trayItemOf(computer.desktop, app.pid ?? 0);
    await tray.tooltipThat((words) => words === 'Garage: Bereit');
    await tray.press(['ChargeTray öffnen']);
    const page = await pageIn(context);
    const tooltips: string[] = [];
    await tray.watchTooltip((words) => void tooltips.push(words));
    const real = await chargeFully(computer, tray, 3000, german);
    expect(tooltips).toContainEqual(expect.stringMatching(/7,4\skW/));
    const shown = page.getByText(/^Stand \d\d:\d\d$/).filter({ visible: true });
    await expect(shown).not.toHaveCount(0);
    const fields = { language: 'de', germanNumber: '1.234,5' };
    expect(await page.evaluate(pageLanguage)).toMatchObject(fields);
    await tray.press(['Beenden']);
    expect(await code).toBe(0);
    expect(await keptSessions(computer.dataFolder)).toMatchObject([
      { source: 'recorded', energyWh: real.energyWh, end: 'complete', cost: { currency: 'EUR' } },
    ]);
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
    const app = await startPackaged(computer, 'open', { LC_ALL: system });
    const ended = new Promise((resolve) => app.once('exit', resolve));
    const page = await pageIn(await contextOf(app));
    const { submit } = phrases.brandForms.wallbox;
    await expect(page.getByRole('button', { name: submit })).toBeVisible();
    expect(await page.evaluate(pageLanguage)).toMatchObject({
      language: code,
      spoken: code,
      emptyField: expect.stringMatching(emptyField),
    });
    const tray = await trayItemOf(computer.desktop, app.pid ?? 0);
    await tray.tooltipThat((words) => words === phrases.tray.noChargers);
    await tray.press([phrases.tray.quit]);
    expect(await ended).toBe(0);
  }
});

test('the packaged app answers in a terminal, without a display, and starts nothing', async ({
  computer,
}) => {
  const { DISPLAY: _none, ...env } = computer.desktop.env;
  const says = async (...args: readonly string[]) => {
    const all = [...ownSwitches(), `--user-data-dir=${computer.dataFolder}`, ...args];
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

test('the package holds what the app needs, and less than 6 MB of it', async () => {
  const archive = join(dirname(await packagedApp()), 'resources/app.asar');
  const { archiveBytes, paths, text } = await packedFiles(archive);
  expect(archiveBytes).toBeLessThan(6_000_000);
  const below = (folder: string) =>
    paths.filter((path) => dirname(path) === folder).map((path) => path.replace(/^.*\//, ''));
  expect(below('.').sort()).toEqual(['node_modules', 'out', 'package.json']);
  expect(below('node_modules').sort()).toEqual(packedModules);
  // By this name the desktop finds our entry, and with it our icon.
  expect(JSON.parse(text('package.json')).desktopName).toBe('chargetray.desktop');
  expect(
    below('out').filter(
      (name) =>
        !/^(icons|licences\.json|renderer|(main|history-thread|preload|start|terminal)\b.*\.cjs|main-x64\.cache)$/.test(
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

/** `open`: its pages can be looked into from outside, and it says where. */
async function startPackaged(
  { desktop, dataFolder, sim }: Computer,
  kind: 'open' | 'closed' = 'closed',
  locale: LocaleVariables = {},
): Promise<ChildProcess> {
  const env = {
    ...desktop.env,
    ...locale,
    CHARGETRAY_WALLBOX_URL: sim.url,
    CHARGETRAY_POLL_SECONDS: paceSeconds,
  };
  const opening = kind === 'open' ? ['--remote-debugging-port=0'] : [];
  const args = [...ownSwitches(), `--user-data-dir=${dataFolder}`, ...opening];
  const stderr = kind === 'open' ? 'pipe' : 'ignore';
  return spawn(await packagedApp(), args, { env, stdio: ['ignore', 'ignore', stderr] });
}

function ownSwitches(): readonly string[] {
  const isRoot = process.getuid?.() === 0;
  return chromiumSwitches({ platform: 'linux', isRoot, hasGpu: false });
}

async function pageIn(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.waitForEvent('page');
}

async function contextOf({ stderr }: ChildProcess): Promise<BrowserContext> {
  if (!stderr) throw new Error('The app does not say where its pages are');
  const lines = createInterface({ input: stderr });
  const address = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, found] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (found) resolve(found);
    });
    lines.once('close', () => reject(new Error('The app ended before its pages could be found')));
  });
  const [context] = (await chromium.connectOverCDP(address)).contexts();
  if (!context) throw new Error('The app has no pages');
  return context;
}

/** The executable in the newest unpacked folder, wherever packaging has put it. */
async function packagedApp(): Promise<string> {
  const files = await readdir(join(root, 'dist'), { recursive: true });
  const found = files.find((file) => /linux-unpacked\/chargetray$/i.test(file));
  if (!found) throw new Error('Nothing was packaged');
  return join(root, 'dist', found);
}
