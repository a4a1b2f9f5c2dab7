/**
 * A person without any rights who starts the app on a desktop, looks at it, waits for a
 * line on standard input, and quits. Tells what was seen as one line of JSON, and another at the end.
 */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Desktop, startDesktop } from '../desktop/desktop.ts';
import { findWindow } from '../desktop/screenshot.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import type { EndLook, FirstLook, Said } from './told.ts';

const [, , program = ''] = process.argv;
const folder = join(homedir(), 'desk');
const config = join(folder, 'home/.config');
mkdirSync(join(config, 'ChargeTray'), { recursive: true });
const settings = join(config, 'ChargeTray/settings.json');
const chosen = { version: 1, settings: { openAtLogin: true } };
if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(chosen));
const desktop = await startDesktop({ folder });
try {
  await live(desktop);
} finally {
  await desktop.stop();
}

async function live(on: Desktop): Promise<void> {
  const input = createInterface({ input: process.stdin });
  const app = spawn(program, [], { env: on.env, stdio: 'ignore' });
  const left = once(app, 'exit');
  const tray = await trayItemOf(on, app.pid ?? 0);
  const tooltip = await tray.tooltip();
  await findWindow(on, { title: 'ChargeTray' });
  const hasNamespaces = spawnSync('unshare', ['--user', 'true']).status === 0;
  const seen = { tooltip, status: await called(on, ['--status']), pages: pagesOf(app) };
  const first: FirstLook = { ...seen, hasNamespaces };
  const goOn = once(input, 'line');
  tell(first);
  await goOn;
  const after = await called(on, ['--status']);
  const again = await called(on, []);
  const elsewhere = await liveElsewhere(on);
  await tray.press(['Quit']);
  const [code] = await left;
  const entry = join(config, 'autostart/chargetray.desktop');
  const autostart = readFileSync(entry, 'utf8');
  tell({ code, status: after, again, elsewhere, autostart });
  input.close();
}

function tell(seen: FirstLook | EndLook): void {
  process.stdout.write(`${JSON.stringify(seen)}\n`);
}

/** Beside the one that runs, as the version before may do after an upgrade. */
async function liveElsewhere(on: Desktop): Promise<EndLook['elsewhere']> {
  const other = [`--user-data-dir=${join(folder, 'other data')}`];
  const app = spawn(program, other, { env: on.env, stdio: 'ignore' });
  const left = once(app, 'exit');
  const tray = await trayItemOf(on, app.pid ?? 0);
  const tooltip = await tray.tooltip();
  await tray.press(['Quit']);
  await left;
  return tooltip;
}

/** What a terminal on this desktop is told. */
function called({ env }: Desktop, args: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });
}

/** How the processes that show pages are locked in, as the kernel says. */
function pagesOf(app: ChildProcess): FirstLook['pages'] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) > Number(app.pid))
    .flatMap((name) => {
      const place = join('/proc', name);
      const called = read(join(place, 'cmdline'));
      if (!called.includes('--type=renderer')) return [];
      const of = read(join(place, 'status'));
      const ids = (/^NSpid:\s+(.*)$/m.exec(of)?.[1] ?? '').split(/\s+/);
      const filtered = /^Seccomp:\s+2$/m.test(of);
      return [{ filtered, inNamespace: ids.length > 1, called: called.replaceAll('\0', ' ') }];
    });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
