import { realClock, type SimClock } from '../clock.ts';
import { FailureBook } from '../shared/failures.ts';
import { type LoopbackServer, startLoopbackServer } from '../shared/loopback-server.ts';
import { Overlap } from '../shared/overlap.ts';
import { controlsOf, type WallboxControls } from './controls.ts';
import { FrontDoor, type LoggedRequest } from './front-door.ts';
import { Overrides } from './overrides.ts';
import { COMMAND_ROUTES } from './routes-commands.ts';
import { HISTORY_ROUTES } from './routes-history.ts';
import { readRoutes } from './routes-reads.ts';
import { SCHEDULE_ROUTES } from './routes-schedules.ts';
import { SessionBook } from './sessions.ts';
import { DEFAULT_SETTINGS, type WallboxSettings } from './settings.ts';
import { startTrap } from './trap.ts';
import type { AccountSpec } from './types.ts';
import type { Violation } from './violations.ts';
import { buildWorld } from './world.ts';

/** What to simulate. */
export interface WallboxSimulatorOptions {
  readonly accounts: readonly AccountSpec[];
  /** Moves the physics. Default: wall time. */
  readonly clock?: SimClock;
  /**
   * Ages tokens, fills limits and dates reports. Default: `clock`. A fast demo gives real time here,
   * so that nothing in a payload lies in the client's future.
   */
  readonly wall?: SimClock;
  readonly settings?: Partial<WallboxSettings>;
}

/** A Wallbox cloud on loopback, and the garage behind it. */
export interface WallboxSimulator extends WallboxControls {
  /** Stands for both hosts: sign-in and everything else. */
  readonly url: string;
  readonly requests: readonly LoggedRequest[];
  readonly violations: readonly Violation[];
  /** The largest number of requests that one account ever had open at the same time. */
  readonly maxParallel: number;
  /** May be changed at any time. */
  readonly settings: WallboxSettings;
  /** Stops, and kills open sockets. */
  close(): Promise<void>;
}

/** Host of the links in session lists (HA-t). Plain http, internal, and never to be followed. */
const INTERNAL_HOST = 'http://wallbox-api.prod.wall-box.com';

/** Starts a simulator on 127.0.0.1 at a free port. */
export async function startWallboxSimulator(
  options: WallboxSimulatorOptions,
): Promise<WallboxSimulator> {
  const clock = options.clock ?? realClock();
  const settings: WallboxSettings = { ...DEFAULT_SETTINGS, ...options.settings };
  const origins = { own: '', trap: '' };
  const world = buildWorld({
    accounts: options.accounts,
    settings,
    clock,
    wall: options.wall ?? clock,
    linkOrigin: () => (settings.linksToTrap ? origins.trap : INTERNAL_HOST),
  });
  const parts = {
    world,
    sessions: new SessionBook(world),
    overrides: new Overrides(),
    failures: new FailureBook(),
    overlap: new Overlap(),
    log: [] as LoggedRequest[],
  };
  const reads = readRoutes((id, status) => parts.overrides.apply(id, status));
  const door = new FrontDoor({
    ...parts,
    routes: [...reads, ...COMMAND_ROUTES, ...HISTORY_ROUTES, ...SCHEDULE_ROUTES],
    origin: () => origins.own,
    trapOrigin: () => origins.trap,
  });
  const [server, trap] = await Promise.all([serve(door), startTrap(world)]);
  origins.own = server.url;
  origins.trap = trap.url;
  return {
    ...controlsOf(parts),
    url: server.url,
    requests: parts.log,
    violations: world.violations,
    settings,
    get maxParallel() {
      return parts.overlap.most;
    },
    async close() {
      await Promise.all([server.close(), trap.close()]);
    },
  };
}

function serve(door: FrontDoor): Promise<LoopbackServer> {
  return startLoopbackServer((request, response) => {
    door.receive(request, response).catch((error: unknown) => {
      // A sender that went away is no fault; anything else must be seen in the answer.
      if (!response.headersSent) response.writeHead(500).end(`Simulator fault: ${String(error)}`);
    });
  });
}
