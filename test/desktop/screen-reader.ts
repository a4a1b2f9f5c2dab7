import { listOf } from '../../electron/platform/dbus/values.ts';
import { type Bus, openBus, type Remote } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { startPart } from './part.ts';

/**
 * What a screen reader is told of windows, and can press. Nothing of a program has to be opened for
 * it: an app that lets nobody look into its page is seen like any other.
 */
export interface ScreenReader {
  /** For a program that it is to read, beside the desktop's own. */
  readonly env: Readonly<Record<string, string>>;
  /** Every name and text of an open window, in their order. */
  words(): Promise<readonly string[]>;
  /** Settles once something is called so, with what it is called. */
  called(name: RegExp): Promise<string>;
  /** Presses the button that is called so, once it is there. */
  press(name: RegExp): Promise<void>;
}

/** Has Chromium tell what it shows before it finds out by itself that somebody listens. */
export const toBeRead = '--force-renderer-accessibility';

const folder = '/usr/libexec';
const accessible = 'org.a11y.atspi.Accessible';
const root: Remote = { name: 'org.a11y.atspi.Registry', path: '/org/a11y/atspi/accessible/root' };
const timeLimitMs = 30_000;
const againMs = 100;

interface Node {
  readonly at: Remote;
  readonly name: string;
}

/** Starts what screen readers are told by, which ends with the desktop. */
export async function startScreenReader(desktop: Desktop): Promise<ScreenReader> {
  const launcher: Remote = { name: 'org.a11y.Bus', path: '/org/a11y/bus' };
  const bridged = { ...desktop.env, NO_AT_BRIDGE: '0' };
  const launch = ['--launch-immediately'];
  const ready = () => desktop.bus.owned(launcher.name);
  await add(desktop, { program: 'at-spi-bus-launcher', args: launch, env: bridged, ready });
  const address = String(await desktop.bus.call(launcher, `${launcher.name}.GetAddress`));
  const env = { NO_AT_BRIDGE: '0', GNOME_ACCESSIBILITY: '1', AT_SPI_BUS_ADDRESS: address };
  const bus = await openBus({ ...desktop.env, DBUS_SESSION_BUS_ADDRESS: address });
  desktop.onStop(() => bus.close());
  const registered = () => bus.owned(root.name);
  const program = 'at-spi2-registryd';
  await add(desktop, { program, args: [], env: { ...bridged, ...env }, ready: registered });
  const named = (name: RegExp) => found(bus, name);
  return {
    env,
    words: async () => said(await everything(bus)),
    called: async (name) => (await named(name)).name,
    async press(name) {
      const { at } = await named(name);
      await bus.call(at, 'org.a11y.atspi.Action.DoAction', 'i', [0]);
    },
  };
}

interface Program {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly ready: () => Promise<void>;
}

async function add(desktop: Desktop, { program, ...how }: Program): Promise<void> {
  const part = await startPart({ name: program, command: `${folder}/${program}`, ...how });
  desktop.onStop(() => part.kill());
}

async function found(bus: Bus, name: RegExp): Promise<Node> {
  const until = Date.now() + timeLimitMs;
  for (;;) {
    const all = await everything(bus);
    const one = all.find((node) => name.test(node.name));
    if (one) return one;
    if (Date.now() > until) {
      throw new Error(`Nothing is called ${name}: ${said(all).join(' · ')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/** What goes while it is looked at is not there. */
async function everything(bus: Bus, at: Remote = root): Promise<readonly Node[]> {
  try {
    const name = String(await bus.property(at, `${accessible}.Name`));
    const children = listOf(await bus.call(at, `${accessible}.GetChildren`));
    const below: (readonly Node[])[] = [];
    for (const child of children) {
      const [owner, path] = listOf(child);
      below.push(await everything(bus, { name: String(owner), path: String(path) }));
    }
    return [{ at, name }, ...below.flat()];
  } catch {
    return [];
  }
}

function said(all: readonly Node[]): readonly string[] {
  return all.map(({ name }) => name).filter(Boolean);
}
