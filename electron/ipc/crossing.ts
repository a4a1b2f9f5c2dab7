import type { AppState } from '../../shared/domain/app/app-state.ts';
import { fewTimes } from '../platform/log/few-times.ts';
import type { WindowPort } from '../ports/app-ports.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

export interface CrossingParts {
  readonly window: Pick<WindowPort, 'send' | 'sendStuck'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/**
 * Sends states to the window. One that no message can carry is a bug, which is logged once for each
 * cause, and the window says since when it shows an old one; whoever else reads the state goes on.
 */
export function stateSender({ window, clock, log }: CrossingParts): (state: AppState) => void {
  const tell = fewTimes(1, String, (where: string) =>
    log.error('state cannot cross to the window', { where }),
  );
  let since: number | undefined;
  return (state) => {
    try {
      window.send(state);
      since = undefined;
    } catch (error) {
      since ??= clock.now();
      tell(uncrossable(state) ?? (error instanceof Error ? error.name : typeof error));
      window.sendStuck({ since });
    }
  };
}

/**
 * Where in a value something stands that no message can carry, such as a function: the names on the
 * way to it, never what stands there. Undefined where all of it is data.
 */
export function uncrossable(value: unknown): string | undefined {
  return foundIn(value, '', new WeakSet());
}

function foundIn(value: unknown, path: string, seen: WeakSet<object>): string | undefined {
  if (typeof value === 'function' || typeof value === 'symbol') return `${path} ${typeof value}`;
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  if (!isPlain(value)) return isCloned(value) ? undefined : `${path} object`;
  const entries = Array.isArray(value)
    ? value.map((one) => ['#', one] as const)
    : Object.entries(value);
  for (const [name, one] of entries) {
    const found = foundIn(one, path === '' ? name : `${path}.${name}`, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isPlain(value: object): boolean {
  const kind: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || kind === Object.prototype || kind === null;
}

function isCloned(value: object): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}
