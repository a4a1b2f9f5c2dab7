import { createApp } from '../../../electron/app/app.ts';
import type { AppPorts } from '../../../electron/ports/app-ports.ts';
import type { HttpRequest } from '../../../electron/ports/http.ts';
import { type Haste, hastyClock } from './hasty-clock.ts';
import { quietPorts } from './quiet-ports.ts';

/** What the app is started on. */
export interface OurOrder {
  readonly folder: string;
  readonly url: string;
  readonly haste: Haste;
  /** Whether memory and history are written to the disk. */
  readonly keeps: boolean;
  /** Replaces every interval; without it the app keeps its usual manners, by the hasty clock. */
  readonly paceSeconds?: number;
  readonly accounts: readonly { readonly email: string; readonly password: string }[];
  /** From one sign-in to the next, ms: accounts are looked at in turn, not all at one moment. */
  readonly apartMs: number;
}

/** One request for a status, with what the floor needs to send the same. */
export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The whole app, with everything real but the desktop. */
export interface OurApp {
  /** Resolves when so many more polls have gone out: each begins where the one before has ended. */
  polls(count: number): Promise<void>;
  readonly polled: number;
  readonly trayViews: number;
  readonly tooltip: string;
  readonly asked: Asked;
  rest(): void;
  goOn(): void;
}

/** Starts the app, signs in, and lets it look. */
export async function beginApp(order: OurOrder): Promise<OurApp> {
  const counts = new Counts();
  const quiet = quietPorts({
    ...order,
    clock: hastyClock(order.haste),
    trayView: ({ tooltip }) => counts.showed(tooltip),
  });
  const app = createApp({ ...quiet.ports, http: counts.counting(quiet.ports.http) });
  app.start({ hidden: true });
  for (const fields of order.accounts) {
    const form = { fields, keepSignedIn: true, untilQuit: false };
    const added = await app.handlers.addAccount({ brand: 'wallbox', ...form });
    if (!added.ok) throw new Error(`No sign-in: ${added.failure.kind}`);
    await new Promise((resolve) => setTimeout(resolve, order.apartMs));
  }
  return Object.assign(counts, { rest: quiet.sleep, goOn: quiet.wake });
}

/** Counts requests for a status as they go out, and views of the tray as they come. */
class Counts {
  polled = 0;
  trayViews = 0;
  tooltip = '';
  asked: Asked = { url: '', headers: {} };
  #waiting: { readonly until: number; readonly there: () => void } | undefined;

  polls(count: number): Promise<void> {
    return new Promise((there) => {
      this.#waiting = { until: this.polled + count, there };
    });
  }

  showed(tooltip: string): void {
    this.trayViews += 1;
    this.tooltip = tooltip;
  }

  counting(http: AppPorts['http']): AppPorts['http'] {
    return {
      certificateAt: (request) => http.certificateAt(request),
      close: () => http.close(),
      send: (request) => {
        this.#sent(request);
        return http.send(request);
      },
    };
  }

  #sent({ base, path, headers }: HttpRequest): void {
    if (!path.startsWith('/chargers/status/')) return;
    this.polled += 1;
    this.asked = { url: base + path, headers };
    if (this.polled < (this.#waiting?.until ?? Number.POSITIVE_INFINITY)) return;
    this.#waiting?.there();
    this.#waiting = undefined;
  }
}
