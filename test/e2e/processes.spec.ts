import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launch } from '../../build/launch.mjs';
import { familyOf } from '../bench/processes.ts';
import { begin } from '../bench/subject.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { paceSeconds, test } from './fixtures.ts';

const root = join(import.meta.dirname, '../..');
const bareTray = join(root, 'test/bench/bare/tray');

test('an app that never showed its window runs no more processes than one with a tray icon', async ({
  computer,
}) => {
  const { desktop, dataFolder, sim } = computer;
  const { app } = await computer.signedIn();
  await app.electron.close();
  const program = launch().executablePath;
  const env = { CHARGETRAY_WALLBOX_URL: sim.url, CHARGETRAY_POLL_SECONDS: paceSeconds };
  const args = [root, `--user-data-dir=${dataFolder}`, '--hidden'];
  const folder = await mkdtemp(join(tmpdir(), 'chargetray-bare-'));
  const ours = begin({ program, args, env }, desktop);
  const bare = begin({ program, args: [bareTray, `--user-data-dir=${folder}`] }, desktop);
  try {
    await trayItemOf(desktop, bare.pid);
    const tray = await trayItemOf(desktop, ours.pid);
    await tray.tooltipThat((words) => words === 'Garage: Ready');
    const kinds = await kindsOf(ours.pid);
    // Some of the bare one's come a moment after its icon.
    const bareCount = async () => (await kindsOf(bare.pid)).length;
    await expect.poll(bareCount).toBeGreaterThanOrEqual(kinds.length);
    // Forked before there is anything to do, in the number that Chromium's sandbox wants.
    const working = kinds.filter((kind) => kind !== 'zygote');
    expect(working).toContain('main');
    expect(working.filter((kind) => !/^(main|gpu-process)$/.test(kind))).toEqual([]);
    expect(new Set(working).size).toBe(working.length);
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** What the processes of an app are for, as Chromium names them. */
async function kindsOf(pid: number): Promise<readonly string[]> {
  const lines = await Promise.all(
    (await familyOf(pid)).map((one) =>
      readFile(`/proc/${one}/cmdline`, 'utf8').catch(() => undefined),
    ),
  );
  return lines.flatMap((line) =>
    line === undefined ? [] : [/--type=([\w-]+)/.exec(line)?.[1] ?? 'main'],
  );
}
