import type { Message, messageKind } from '../../electron/platform/dbus/message.ts';
import { openSessionBus, theBus } from '../../electron/platform/dbus/session-bus.ts';
import type { Value } from '../../electron/platform/dbus/values.ts';

/** An object somebody offers on the bus. */
export type Remote = { readonly name: string; readonly path: string };

/** A session bus as a test sees it. */
export type Bus = {
  /** Calls `interface.member`, written as one word with a dot. */
  call(at: Remote, method: string, signature?: string, body?: readonly Value[]): Promise<Value>;
  property(at: Remote, name: string): Promise<Value>;
  /** Listens for a signal from anybody; `sender` is the unique name of who sent it. */
  onSignal(name: string, listener: (signal: Message) => void): Promise<() => void>;
  /** Settles once somebody owns the name. */
  owned(name: string): Promise<void>;
  /** Settles once nobody owns it. */
  free(name: string): Promise<void>;
  close(): void;
};

type Env = Readonly<Record<string, string>>;

const daemon: Remote = { name: theBus.destination, path: theBus.path };
/** A call nobody answers is a fault of the desktop under test, not a reason to hang. */
const replyTimeLimitMs = 30_000;

/** Connects to the bus of a desktop, as the app does. */
export async function openBus(env: Env): Promise<Bus> {
  const bus = await openSessionBus(env);
  const call: Bus['call'] = async (at, method, signature = '', body = []) => {
    const [owner, member] = cut(method);
    const to = { destination: at.name, path: at.path, interface: owner, member };
    const asked = bus.ask({ ...to, signature, body });
    const reply = await inTime(asked, `No reply to ${method} of ${at.name}`);
    return reply.body.length === 1 ? (reply.body[0] ?? '') : reply.body;
  };
  const onSignal: Bus['onSignal'] = async (name, listener) => {
    const [owner, member] = cut(name);
    const stop = bus.on('signal', (signal) => {
      if (signal.interface === owner && signal.member === member) listener(signal);
    });
    await bus.listen(`type='signal',interface='${owner}',member='${member}'`);
    return stop;
  };
  return {
    call,
    property: (at, name) => call(at, 'org.freedesktop.DBus.Properties.Get', 'ss', cut(name)),
    onSignal,
    owned: (name) => ownership({ call, onSignal }, name, true),
    free: (name) => ownership({ call, onSignal }, name, false),
    close: () => bus.close(),
  };
}

/**
 * Sees every call on the bus that fits the rules, also those meant for others. A connection that
 * watches may never speak again, so it has to be one of its own.
 */
export function watchCalls(
  env: Env,
  rules: readonly string[],
  listener: (call: Message) => void,
): Promise<() => void> {
  return watch(env, { rules, kinds: ['call'] }, listener);
}

/** The same with answers and signals. */
export function watchEverything(
  env: Env,
  listener: (message: Message) => void,
): Promise<() => void> {
  const kinds = ['call', 'reply', 'error', 'signal'] as const;
  return watch(env, { rules: [], kinds }, listener);
}

interface Watched {
  readonly rules: readonly string[];
  readonly kinds: readonly (keyof typeof messageKind)[];
}

async function watch(
  env: Env,
  { rules, kinds }: Watched,
  listener: (message: Message) => void,
): Promise<() => void> {
  const bus = await openSessionBus(env);
  for (const kind of kinds) bus.on(kind, listener);
  const become = { ...theBus, interface: 'org.freedesktop.DBus.Monitoring' };
  await bus.ask({ ...become, member: 'BecomeMonitor', signature: 'asu', body: [rules, 0] });
  return () => bus.close();
}

/** The process behind a name on the bus. */
export async function processOf({ call }: Pick<Bus, 'call'>, name: string): Promise<number> {
  return Number(await call(daemon, `${daemon.name}.GetConnectionUnixProcessID`, 's', [name]));
}

/** Settles once a name has an owner, or has none. */
async function ownership(
  { call, onSignal }: Pick<Bus, 'call' | 'onSignal'>,
  name: string,
  isOwned: boolean,
): Promise<void> {
  let done = (): void => undefined;
  const changed = new Promise<void>((resolve) => {
    done = resolve;
  });
  const stop = await onSignal(`${daemon.name}.NameOwnerChanged`, (signal) => {
    if (signal.body[0] === name && (signal.body[2] !== '') === isOwned) done();
  });
  // Asked only after the watch stands, so that no change can slip in between.
  if ((await call(daemon, `${daemon.name}.NameHasOwner`, 's', [name])) !== isOwned) await changed;
  stop();
}

async function inTime<T>(answer: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), replyTimeLimitMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function cut(dotted: string): [string, string] {
  const at = dotted.lastIndexOf('.');
  return [dotted.slice(0, at), dotted.slice(at + 1)];
}
