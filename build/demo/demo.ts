import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_OWNER } from '../../test/simulators/wallbox/demo-world.ts';
import { startDemoCloud } from '../../test/simulators/wallbox/scenario.ts';
import { type Desktop, startDesktop } from '../desktop/desktop.ts';
import { launch, sayWhatIsUnusual } from '../launch.mjs';
import { say } from '../prepare/say.mjs';
import { type AppAtHand, addAccount, startApp } from './app-at-hand.ts';
import { emptyDemoKeychain } from './demo-keychain.ts';
import { tellAndPicture } from './tell-and-picture.ts';

/** Where the pictures of a demo without a display go. */
const pictures = join(import.meta.dirname, '../../demo-screenshots');

/** Seconds between two looks: the demo's cloud does not mind. */
const paceSeconds = '1';

await demo();
// Cut short, somebody may still wait for a charge that nobody will see.
process.exit();

/** Plays an owner's day to the real app; ends after one charge where nobody can watch. */
async function demo(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chargetray-demo-'));
  const forget = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  const cloud = await startDemoCloud();
  const desktop = hasDisplay() ? undefined : await virtualDesktop(folder);
  let app: AppAtHand | undefined;
  try {
    sayWhatIsUnusual(launch());
    say('an invented owner, two invented chargers; their day runs 60 times as fast.');
    app = await startApp({
      desktopEnv: desktop?.env ?? ownEnvironment(),
      dataFolder: join(folder, 'data'),
      env: {
        CHARGETRAY_DEMO: '1',
        CHARGETRAY_WALLBOX_URL: cloud.sim.url,
        CHARGETRAY_POLL_SECONDS: paceSeconds,
      },
    });
    const stop = interrupted();
    await Promise.race([addAccount(await app.window(), DEMO_OWNER), stop]);
    if (desktop) await Promise.race([oneCharge(desktop, app), stop]);
    else await Promise.race([live(app), stop]);
  } finally {
    await app?.electron.close().catch(() => undefined);
    if (!desktop) await emptyDemoKeychain();
    await desktop?.stop();
    await cloud.close();
    forget();
  }
}

async function oneCharge(desktop: Desktop, app: AppAtHand): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await tellAndPicture({ desktop, app, folder: pictures });
  say(`the charge is over; pictures are in ${pictures}`);
}

async function live(app: AppAtHand): Promise<void> {
  say('look for the plug in your tray; close the window, it stays there. Ctrl+C ends the demo.');
  await new Promise<void>((resolve) => app.electron.process().once('exit', () => resolve()));
}

function virtualDesktop(folder: string): Promise<Desktop> {
  say('no display here, so the desktop is a virtual one, of real parts.');
  return startDesktop({ folder: join(folder, 'desktop'), theme: 'dark' });
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

/**
 * Settles when somebody has had enough. Whoever drives the app or the desktop would end this process
 * at once on these signals; the demo has more to put away.
 */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.removeAllListeners(signal);
      process.on(signal, () => resolve());
    }
  });
}
