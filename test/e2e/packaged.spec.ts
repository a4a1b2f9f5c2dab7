import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { chromiumSwitches } from '../../build/launch.mjs';
import { licenceSchema } from '../../shared/schema/app/licence.ts';
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

test('the packaged app knows its account and keeps a charge', async ({ computer }) => {
  // Nothing can be typed into the window of a packaged app from outside.
  const { app: unpacked } = await computer.signedIn();
  await unpacked.electron.close();
  const app = await startPackaged(computer);
  const code = new Promise((resolve) => app.once('exit', resolve));
  const tray = await trayItemOf(computer.desktop, app.pid ?? 0);
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  const real = await chargeFully(computer, tray, 3000);
  await tray.press(['Quit']);
  expect(await code).toBe(0);
  expect(await keptSessions(computer.dataFolder)).toMatchObject([
    { source: 'recorded', energyWh: real.energyWh, end: 'complete', cost: { currency: 'EUR' } },
  ]);
});

/** Everything else that the app uses is in its bundles. */
const packedModules = ['@photostructure', 'keytar', 'node-gyp-build'];

test('the package holds what the app needs, and less than 4 MB of it', async () => {
  const archive = join(dirname(await packagedApp()), 'resources/app.asar');
  const { archiveBytes, paths, text } = await packedFiles(archive);
  expect(archiveBytes).toBeLessThan(4_000_000);
  const below = (folder: string) =>
    paths.filter((path) => dirname(path) === folder).map((path) => path.replace(/^.*\//, ''));
  expect(below('.').sort()).toEqual(['node_modules', 'out', 'package.json']);
  expect(below('node_modules').sort()).toEqual(packedModules);
  // By this name the desktop finds our entry, and with it our icon.
  expect(JSON.parse(text('package.json')).desktopName).toBe('chargetray.desktop');
  expect(
    below('out').filter(
      (name) =>
        !/^(icons|licences\.json|renderer|(main|history-thread|preload|start)\b.*\.cjs|main-x64\.cache)$/.test(
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

async function startPackaged({ desktop, dataFolder, sim }: Computer): Promise<ChildProcess> {
  const switches = chromiumSwitches({
    platform: 'linux',
    isRoot: process.getuid?.() === 0,
    hasGpu: false,
  });
  const env = {
    ...desktop.env,
    CHARGETRAY_WALLBOX_URL: sim.url,
    CHARGETRAY_POLL_SECONDS: paceSeconds,
  };
  const args = [...switches, `--user-data-dir=${dataFolder}`];
  return spawn(await packagedApp(), args, { env, stdio: 'ignore' });
}

/** The executable in the newest unpacked folder, wherever packaging has put it. */
async function packagedApp(): Promise<string> {
  const files = await readdir(join(root, 'dist'), { recursive: true });
  const found = files.find((file) => /linux-unpacked\/chargetray$/i.test(file));
  if (!found) throw new Error('Nothing was packaged');
  return join(root, 'dist', found);
}
