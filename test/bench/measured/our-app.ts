import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '../../../electron/app/app.ts';
import type { AppPorts } from '../../../electron/app/app-services.ts';
import { loadEngine, type RawDatabase } from '../../../electron/history/store/engine.ts';
import { openHistory } from '../../../electron/history/store/open-history.ts';
import { openKeptFile } from '../../../electron/platform/files/kept-file.ts';
import { undiciHttp } from '../../../electron/platform/http/http-undici.ts';
import { openFileLog } from '../../../electron/platform/log/file-log.ts';
import { Redactor } from '../../../electron/platform/log/redactor.ts';
import { realClock } from '../../../electron/platform/real-clock.ts';
import type { Clock } from '../../../electron/ports/clock.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { FakeMachine } from '../../fakes/fake-machine.ts';
import { FakePorts } from '../../fakes/fake-ports.ts';
import type { Order } from './program.ts';

/** A delay is counted from one ring of a timer to the next, so this much of it is none. */
const resolutionMs = 10;

void goOn(JSON.parse(process.argv[2] ?? ''));
process.on('message', (forMs) => void watch(Number(forMs)).then((seen) => process.send?.(seen)));
process.on('disconnect', () => process.exit());

/** Signs in, and lets the app look at its chargers for ever. */
async function goOn(order: Order): Promise<void> {
  const app = createApp(portsOf(order));
  app.start({ hidden: true });
  for (const fields of order.accounts) {
    const form = { fields: { ...fields }, keepSignedIn: true, untilQuit: false };
    const added = await app.handlers.addAccount({ brand: 'wallbox', ...form });
    if (!added.ok) throw new Error(`No sign-in: ${added.failure.kind}`);
  }
  process.send?.('signed in');
}

/** Event loop delay that 99 of 100 stay below, then the heap with what belongs to it. */
async function watch(forMs: number) {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  await pause(forMs);
  delays.disable();
  // There with `--expose-gc`.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const delayP99Ms = Math.max(0, delays.percentile(99) / 1e6 - resolutionMs);
  return { delayP99Ms, heldBytes: heapUsed + external };
}

/** The real files, log, history and network; a tray, a window and notices that keep nothing. */
function portsOf(order: Order): AppPorts {
  const { folder, url: baseUrl, paceSeconds, keeps } = order;
  const pace = paceSeconds === undefined ? {} : { paceSeconds };
  const fakeClock = new FakeClock();
  const { ports } = new FakePorts(new FakeMachine(), fakeClock, { wallbox: { baseUrl, ...pace } });
  const redactor = new Redactor();
  const log = openFileLog({ folder: join(folder, 'logs'), redactor, clock: realClock });
  const file = (name: string) => openKeptFile({ folder, name, now: realClock.now, log });
  const load = keeps ? loadEngine : async () => ForgetfulEngine;
  return {
    ...ports,
    clock: clockOf(order),
    log,
    hide: (secret) => redactor.hide(secret),
    // The network keeps to the computer's own time.
    http: undiciHttp({ clock: realClock, version: '0.0.0', proxyFor: async () => undefined }),
    settingsFile: file('settings'),
    stateFile: keeps ? file('memory') : { ...ports.stateFile, write: async () => undefined },
    // In this thread: what a poll costs is counted whole.
    history: async () => (parts) =>
      openHistory({ ...parts, file: join(folder, 'history.db'), load }),
    tray: { ...ports.tray, show: ignored },
    notices: { ...ports.notices, show: async () => 'shown' },
    window: { ...ports.window, send: ignored },
  };
}

/** With a pace, the computer's own; else one that goes too fast, pauses included. */
function clockOf({ origin, haste, paceSeconds }: Order): Clock {
  const factor = paceSeconds === undefined ? haste : 1;
  return {
    now: () => origin + (Date.now() - origin) * factor,
    monotonic: () => performance.now() * factor,
    after(ms, then) {
      // What is longer, Node would let ring at once.
      const timer = setTimeout(then, Math.min(ms / factor, 2 ** 31 - 1));
      return { cancel: () => clearTimeout(timer) };
    },
  };
}

function ignored(): void {}

/** A database that takes everything and keeps nothing. */
class ForgetfulEngine implements RawDatabase {
  exec = ignored;
  close = ignored;
  prepare = () => ({ run: () => ({ changes: 0, lastInsertRowid: 0 }), all: () => [] });
}
