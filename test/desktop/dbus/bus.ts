import { type Message, messageKind } from '../../../electron/platform/dbus/message.ts';
import { type Value, Variant } from '../../../electron/platform/dbus/values.ts';
import { type Connection, openConnection } from './connection.ts';

/** An object somebody offers on the bus. */
export type Remote = { readonly name: string; readonly path: string };

/** A session bus as a test sees it. */
export type Bus = {
  /** Calls `interface.member`, written as one word with a dot. */
  call(at: Remote, method: string, signature?: string, body?: readonly Value[]): Promise<Value>;
  property(at: Remote, name: string): Promise<Value>;
  setProperty(at: Remote, name: string, value: Variant): Promise<void>;
  /** Listens for a signal from anybody; `sender` is the unique name of who sent it. */
  onSignal(name: string, listener: (signal: Message) => void): Promise<() => void>;
  owns(name: string): Promise<boolean>;
  /** Settles once somebody owns the name. */
  owned(name: string): Promise<void>;
  close(): void;
};

const daemon: Remote = { name: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };

/** Connects to the bus and says hello. */
export async function openBus(socketPath: string): Promise<Bus> {
  const connection = await openConnection(socketPath);
  const call = async (at: Remote, method: string, signature = '', body: readonly Value[] = []) =>
    first(await connection.call({ ...target(at, method), signature, body }));
  await call(daemon, 'org.freedesktop.DBus.Hello');
  const owns = async (name: string): Promise<boolean> =>
    (await call(daemon, 'org.freedesktop.DBus.NameHasOwner', 's', [name])) === true;
  const onSignal = signalsOf(connection, call);
  return {
    call,
    property(at, name) {
      const [owner, property] = cut(name);
      return call(at, 'org.freedesktop.DBus.Properties.Get', 'ss', [owner, property]);
    },
    async setProperty(at, name, value) {
      const [owner, property] = cut(name);
      await call(at, 'org.freedesktop.DBus.Properties.Set', 'ssv', [owner, property, value]);
    },
    onSignal,
    owns,
    owned: (name) => ownedName({ owns, onSignal }, name),
    close: () => connection.close(),
  };
}

/**
 * Sees every call on the bus that fits the rules, also those meant for others. A connection that
 * watches may never speak again, so it has to be one of its own.
 */
export async function watchCalls(
  socketPath: string,
  rules: readonly string[],
  listener: (message: Message) => void,
): Promise<() => void> {
  const connection = await openConnection(socketPath);
  await connection.call({ ...target(daemon, 'org.freedesktop.DBus.Hello') });
  const become = target(daemon, 'org.freedesktop.DBus.Monitoring.BecomeMonitor');
  connection.onMessage(listener);
  await connection.call({ ...become, signature: 'asu', body: [rules, 0] });
  return () => connection.close();
}

function signalsOf(connection: Connection, call: Bus['call']): Bus['onSignal'] {
  return async (name, listener) => {
    const [owner, member] = cut(name);
    const stop = connection.onMessage((message) => {
      const fits = message.interface === owner && message.member === member;
      if (message.kind === messageKind.signal && fits) listener(message);
    });
    const rule = `type='signal',interface='${owner}',member='${member}'`;
    await call(daemon, 'org.freedesktop.DBus.AddMatch', 's', [rule]);
    return stop;
  };
}

async function ownedName(bus: Pick<Bus, 'owns' | 'onSignal'>, name: string): Promise<void> {
  let taken = (): void => undefined;
  const changed = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const stop = await bus.onSignal('org.freedesktop.DBus.NameOwnerChanged', (signal) => {
    if (signal.body[0] === name && signal.body[2] !== '') taken();
  });
  // Asked only after the watch stands, so that no owner can slip in between.
  if (!(await bus.owns(name))) await changed;
  stop();
}

function target(at: Remote, method: string) {
  const [owner, member] = cut(method);
  return { destination: at.name, path: at.path, interface: owner, member };
}

function cut(dotted: string): [string, string] {
  const at = dotted.lastIndexOf('.');
  return [dotted.slice(0, at), dotted.slice(at + 1)];
}

function first(body: readonly Value[]): Value {
  return body.length === 1 ? (body[0] ?? '') : body;
}

/** The process behind a name on the bus. */
export async function processOf(bus: Bus, name: string): Promise<number> {
  const method = 'org.freedesktop.DBus.GetConnectionUnixProcessID';
  return Number(await bus.call(daemon, method, 's', [name]));
}

/** Writes text as the boxed value that some calls ask for. */
export function boxedText(text: string): Variant {
  return new Variant('s', text);
}
