import { execFileSync } from 'node:child_process';
import { renameSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { addAccount } from '../../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { type Computer, garage, owner, type StartOptions, test } from '../fixtures.ts';

const hour = 3_600_000;

/** Starts the app with an account of its own /etc, whose zone can be set as a desktop sets it. */
function ownZone({ dataFolder }: Computer) {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
  } catch {
    test.skip(true, 'this machine lets no file system be mounted');
  }
  const etc = join(dirname(dataFolder), 'etc');
  execFileSync('cp', ['--archive', '/etc', etc]);
  const set = (zone: string): void => {
    symlinkSync(`/usr/share/zoneinfo/${zone}`, join(etc, 'localtime.new'));
    renameSync(join(etc, 'localtime.new'), join(etc, 'localtime'));
  };
  const how: StartOptions = {
    starter: join(import.meta.dirname, 'own-etc.sh'),
    env: { OWN_ETC: etc },
  };
  return { set, how };
}

async function signedIn(computer: Computer, how: StartOptions = {}) {
  const app = await computer.start(how);
  const page = await app.window();
  await addAccount(page, owner);
  const tray = await trayItemOf(computer.desktop, app.pid);
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  return { app, page, tray };
}

/** The same moment has other minutes in each of them, whatever the hour. */
const zones = ['Europe/Berlin', 'Asia/Kathmandu', 'Asia/Kolkata'] as const;

test.describe('a time zone that changes', () => {
  test('times in tray and window are those of the zone of now', async ({ computer }) => {
    const zone = ownZone(computer);
    zone.set(zones[0]);
    const { page, tray } = await signedIn(computer, zone.how);
    computer.sim.fail({ path: '/chargers/status', times: Infinity, failure: { kind: 'html' } });
    const said = await tray.tooltipThat((words) => / · as of /.test(words));
    const minutes = (words: string) => /\d+:(\d\d)/.exec(words)?.[1] ?? '';
    const at = Number(minutes(said));
    for (const [index, behindMinutes] of [45, 30].entries()) {
      zone.set(zones[index + 1] ?? zones[0]);
      const now = String((at + behindMinutes) % 60).padStart(2, '0');
      await tray.tooltipThat((words) => minutes(words) === now);
      await expect.poll(async () => minutes(await page.getByRole('main').innerText())).toBe(now);
    }
  });
});

test.describe('a clock that jumps', () => {
  test('forth and back: readings go on, and nothing is told', async ({ computer }) => {
    const { app, page, tray } = await signedIn(computer);
    for (const [jumpMs, state] of [
      [30 * hour, 'Locked'],
      [-50 * hour, 'Ready'],
    ] as const) {
      await app.electron.evaluate((_, ms) => {
        const { now } = Date;
        Date.now = () => now() + ms;
      }, jumpMs);
      await page.evaluate((ms) => {
        const { now } = Date;
        Date.now = () => now() + ms;
      }, jumpMs);
      computer.sim.charger(garage).setLocked(state === 'Locked');
      await tray.tooltipThat((words) => words === `Garage: ${state}`);
      await expect(page.getByText(/not updated|outdated/i)).toBeHidden();
    }
    expect(computer.notices.seen()).toEqual([]);
  });
});
