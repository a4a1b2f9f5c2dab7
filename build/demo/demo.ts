import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desktop, startDesktop } from '../../test/desktop/desktop.ts';
import { type PlayedClock, playedClock } from '../../test/simulators/clock.ts';
import { type DemoStation, startDemoStation } from '../../test/simulators/fcsp/demo-station.ts';
import { startPriceSimulator } from '../../test/simulators/prices/simulator.ts';
import { DEMO_SPEED } from '../../test/simulators/shared/rounds.ts';
import { DEMO_OWNER } from '../../test/simulators/wallbox/demo-world.ts';
import { type DemoCloud, startDemoCloud } from '../../test/simulators/wallbox/scenario.ts';
import { launch, sayWhatIsUnusual } from '../launch.mjs';
import { say } from '../prepare/say.mjs';
import { type AppAtHand, startApp } from './app-at-hand.ts';
import { tellBroker } from './demo-broker.ts';
import { emptyDemoKeychain } from './demo-keychain.ts';
import { inLightAndDark } from './in-light-and-dark.ts';
import { demoBegin, playTime } from './played-time.ts';
import { renewReadme } from './readme-pictures.ts';
import { chargeByPrice, choosePrices, settleIn } from './settle-in.ts';
import { tellAndPicture } from './tell-and-picture.ts';
import { inventYear } from './year-of-charges.ts';

/** Where the pictures of a demo without a display go. */
const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'demo-screenshots');
/** Plays where nobody watches, and puts the pictures where the README shows them. */
const isForReadme = process.argv.includes('--for-readme');

/**
 * Update interval (s): neither the demo's cloud nor its station minds. Where nobody watches, each step
 * of the night waits for a reading.
 */
const paceSeconds = { watched: '1', unwatched: '0.5' } as const;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

await demo();
// Cut short, somebody may still wait for a charge that nobody will see.
process.exit();

/** Plays an owner's days to the real app; ends after one day and its night where nobody can watch. */
async function demo(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chargetray-demo-'));
  const forget = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  // Until there is more to put away than the folder and what puts itself away.
  for (const signal of signals) process.on(signal, () => setImmediate(() => process.exit(130)));
  const clock = playedClock(demoBegin(Date.now()), DEMO_SPEED);
  const [cloud, station, prices] = await Promise.all([
    startDemoCloud(clock),
    startDemoStation(clock),
    startPriceSimulator(clock),
  ]);
  const isWatched = hasDisplay() && !isForReadme;
  const desktop = isWatched ? undefined : await virtualDesktop(folder);
  let app: AppAtHand | undefined;
  try {
    sayWhatIsUnusual(launch());
    await inventYear(join(folder, 'data/history.db'), clock.now(), station.sim.identity.traceNo);
    say('an invented owner, two chargers and a charge station; their days run 60 times as fast.');
    app = await startApp({
      desktopEnv: desktop?.env ?? ownEnvironment(),
      dataFolder: join(folder, 'data'),
      env: {
        CHARGETRAY_DEMO: '1',
        CHARGETRAY_WALLBOX_URL: cloud.sim.url,
        CHARGETRAY_PRICES_URL: prices.url,
        CHARGETRAY_POLL_SECONDS: isWatched ? paceSeconds.watched : paceSeconds.unwatched,
      },
    });
    await Promise.race([play({ app, desktop, cloud, station, clock }), interrupted()]);
  } finally {
    await app?.electron.close().catch(() => undefined);
    if (!desktop) await emptyDemoKeychain();
    await desktop?.stop();
    await Promise.all([cloud.close(), station.close(), prices.close()]);
    forget();
  }
}

interface Stage {
  readonly app: AppAtHand;
  /** Absent where somebody watches. */
  readonly desktop: Desktop | undefined;
  readonly cloud: DemoCloud;
  readonly station: DemoStation;
  readonly clock: PlayedClock;
}

async function play({ app, desktop, cloud, station, clock }: Stage): Promise<void> {
  const { port, certificate } = station.sim;
  const take = await playTime(app, clock);
  const settled = {
    page: await app.window(),
    owner: DEMO_OWNER,
    address: `127.0.0.1:${port}`,
    fingerprint: certificate.fingerprint,
  };
  if (!desktop) {
    await settleIn(settled);
    await choosePrices(settled.page);
    await chargeByPrice(settled.page);
    await tellBroker(settled.page, process.env.CHARGETRAY_DEMO_BROKER);
    return live(app);
  }
  await mkdir(pictures, { recursive: true });
  const atQuestion = () => inLightAndDark(settled.page, join(pictures, 'certificate'));
  await settleIn({ ...settled, atQuestion });
  await choosePrices(settled.page);
  await chargeByPrice(settled.page);
  await tellBroker(settled.page, process.env.CHARGETRAY_DEMO_BROKER);
  const night = { sim: cloud.sim, clock, take };
  await tellAndPicture({ desktop, app, folder: pictures, night });
  if (isForReadme) await renewReadme(pictures, root);
  say(`the night is over; pictures are in ${pictures}`);
}

async function live(app: AppAtHand): Promise<void> {
  say('look for the plug in your tray; close the window, it stays there. Ctrl+C ends the demo.');
  await new Promise<void>((resolve) => app.electron.process().once('exit', () => resolve()));
}

function virtualDesktop(folder: string): Promise<Desktop> {
  say('nobody watches, so the desktop is a virtual one, of real parts.');
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
    for (const signal of signals) {
      process.removeAllListeners(signal);
      process.on(signal, () => resolve());
    }
  });
}
