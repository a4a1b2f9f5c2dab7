/**
 * A person without any rights who has an AppImage look for a newer version, fetch it and put it in its
 * own place, from its window. Tells what was seen as one line of JSON.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Desktop, startDesktop } from '../desktop/desktop.ts';
import { type ScreenReader, startScreenReader, toBeRead } from '../desktop/screen-reader.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { startUpdateSimulator, type UpdateSimulator } from '../simulators/updates/simulator.ts';
import type { Updated } from './told.ts';

const [, , program = '', nextFile = '', version = ''] = process.argv;
const folder = join(homedir(), 'update desk');
const config = join(folder, 'home/.config/ChargeTray');
const settings = join(config, 'settings.json');
const againMs = 100;

mkdirSync(config, { recursive: true });
writeFileSync(settings, JSON.stringify({ version: 1, settings: { theme: 'dark', updates: true } }));
const desktop = await startDesktop({ folder });
const releases = await startUpdateSimulator();
try {
  releases.publish({ version, file: readFileSync(nextFile) });
  process.stdout.write(`${JSON.stringify(await update(desktop, releases))}\n`);
} finally {
  await desktop.stop();
  await releases.close();
}

async function update(on: Desktop, { url, publicKey }: UpdateSimulator): Promise<Updated> {
  const reader = await startScreenReader(on);
  const elsewhere = { CHARGETRAY_UPDATES_URL: url, CHARGETRAY_UPDATES_KEY: publicKey };
  const env = { ...on.env, ...reader.env, ...elsewhere };
  const app = spawn(program, [toBeRead, '--shown'], { env, stdio: 'ignore' });
  const left = once(app, 'exit');
  const before = await versionShown(reader);
  for (const button of [/^Updates/, /^Check now$/, /^Download$/, /^Restart to update$/]) {
    await reader.press(button);
  }
  await left;
  // It begins by itself, where nobody tells it that it is to be read.
  const pid = await started(app.pid ?? 0);
  const tray = await trayItemOf(on, pid);
  const tooltip = await tray.tooltip();
  await tray.press(['Quit']);
  while (programs().includes(pid)) await pause();
  const again = spawn(program, [toBeRead, '--shown'], { env, stdio: 'ignore' });
  const ended = once(again, 'exit');
  const after = await versionShown(reader);
  await (await trayItemOf(on, again.pid ?? 0)).press(['Quit']);
  await ended;
  const kept = JSON.parse(readFileSync(settings, 'utf8')).settings;
  const isReplaced = readFileSync(program).equals(readFileSync(nextFile));
  return { versions: [before, after], tooltip, kept, isReplaced };
}

async function versionShown(reader: ScreenReader): Promise<string> {
  await reader.press(/^Settings$/);
  return (await reader.called(/^About \d/)).replace('About ', '');
}

/** The process of the version that comes after another. */
async function started(before: number): Promise<number> {
  for (;;) {
    const [pid] = programs().filter((one) => one !== before);
    if (pid !== undefined) return pid;
    await pause();
  }
}

/** Those that run the app itself, not one of its parts. */
function programs(): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => /\/chargetray\0(?!.*--type=)/.test(called(pid)));
}

function called(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, againMs));
}
