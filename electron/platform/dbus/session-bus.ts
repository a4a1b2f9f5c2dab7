import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import {
  type Call,
  type Message,
  messageKind,
  messageLength,
  readMessage,
  writeCall,
} from './message.ts';
import type { Value } from './values.ts';

/** The desktop's session bus. Whoever asks must set a time limit: the one asked may be stopped. */
export interface SessionBus {
  /** Tells this bus from that of another session, in which others have the same unique names. */
  readonly id: string;
  /** Rejects with a `BusRefusal` when the bus or the one asked says no, or when the bus is gone. */
  ask(call: Call): Promise<Message>;
  /** Asks for the signals that match; `rule` is in the words of D-Bus. */
  listen(rule: string): Promise<void>;
  /** Calls back for every message of a kind, until what it gives is called. */
  on(kind: keyof typeof messageKind, heard: (message: Message) => void): () => void;
  onClose(heard: () => void): void;
  close(): void;
}

export const theBus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** The one asked says no, or the bus for it. What the error is called means the same everywhere. */
export class BusRefusal extends Error {
  readonly errorName: string;

  /** `cause` is what the one asked says of it, for whoever looks for the fault. */
  constructor(errorName: string, cause?: Value) {
    super(`The session bus said no: ${errorName}`, { cause });
    this.errorName = errorName;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens the session bus; rejects where there is none. */
export async function openSessionBus(environment: Environment): Promise<SessionBus> {
  const socket = await connectedTo(busPaths(environment));
  try {
    const bus = talk(socket, await signIn(socket));
    await bus.ask({ ...theBus, member: 'Hello' });
    return bus;
  } catch (error) {
    // Whoever asks will ask again, over a connection of its own.
    socket.destroy();
    throw error;
  }
}

/** The places of the bus, in the order in which they are tried. */
export function busPaths(environment: Environment): readonly string[] {
  const named = (environment.DBUS_SESSION_BUS_ADDRESS ?? '').split(';').flatMap(socketPath);
  const runtime = environment.XDG_RUNTIME_DIR;
  return named.length === 0 && runtime ? [join(runtime, 'bus')] : named;
}

function socketPath(address: string): readonly string[] {
  const [, kind, value] = /^unix:(?:.*,)?(path|abstract)=([^,]+)/.exec(address) ?? [];
  if (kind === undefined || value === undefined) return [];
  const plain = value.replace(/%([0-9a-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number(`0x${code}`)),
  );
  // Linux names a socket without a file by a zero in front.
  return [kind === 'abstract' ? `\0${plain}` : plain];
}

async function connectedTo(paths: readonly string[]): Promise<Socket> {
  for (const path of paths) {
    const socket = connect({ path });
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (open) return socket;
  }
  throw new Error('There is no session bus');
}

/** Says who we are; the system vouches for it, so the bus asks for nothing else. Gives its id. */
function signIn(socket: Socket): Promise<string> {
  const user = Buffer.from(String(process.getuid?.() ?? '')).toString('hex');
  return new Promise((resolve, reject) => {
    const refused = (): void => reject(new Error('The session bus refused us'));
    socket.once('close', refused);
    socket.once('error', refused);
    socket.once('data', (answer) => {
      socket.off('close', refused);
      socket.off('error', refused);
      const [word, id = ''] = answer.toString('latin1').trim().split(' ');
      if (word !== 'OK') return refused();
      socket.write('BEGIN\r\n');
      return resolve(id);
    });
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
}

interface Waiting {
  readonly resolve: (reply: Message) => void;
  readonly reject: (error: Error) => void;
}

function talk(socket: Socket, id: string): SessionBus {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(message: Message) => void>();
  let serial = 0;
  receive(socket, (message) => {
    for (const heard of listeners) heard(message);
    if (message.replyTo === undefined) return;
    const asked = waiting.get(message.replyTo);
    waiting.delete(message.replyTo);
    if (message.kind === messageKind.reply) asked?.resolve(message);
    else asked?.reject(new BusRefusal(message.errorName, message.body[0]));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The session bus is gone'));
    waiting.clear();
  });
  const ask = (call: Call): Promise<Message> =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('The session bus is gone'));
      serial += 1;
      waiting.set(serial, { resolve, reject });
      return socket.write(writeCall(call, serial));
    });
  const addMatch = { ...theBus, member: 'AddMatch', signature: 's' };
  return {
    id,
    ask,
    listen: async (rule) => void (await ask({ ...addMatch, body: [rule] })),
    on(kind, heard) {
      const listener = (message: Message): void => {
        if (message.kind === messageKind[kind]) heard(message);
      };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onClose: (heard) => void socket.on('close', heard),
    close: () => socket.destroy(),
  };
}

function receive(socket: Socket, heard: (message: Message) => void): void {
  let arrived: Buffer = Buffer.alloc(0);
  // An error is always followed by the end of the socket, which is heard elsewhere.
  socket.on('error', () => undefined);
  socket.on('data', (more) => {
    arrived = Buffer.concat([arrived, more]);
    try {
      for (let end = messageLength(arrived); end !== undefined && end <= arrived.length; ) {
        const whole = arrived.subarray(0, end);
        arrived = arrived.subarray(end);
        end = messageLength(arrived);
        heard(readMessage(whole));
      }
    } catch {
      socket.destroy();
    }
  });
}
