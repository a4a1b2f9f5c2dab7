import { connect, type Socket } from 'node:net';
import {
  type Call,
  type Message,
  messageKind,
  messageLength,
  readMessage,
  writeCall,
} from '../../../electron/platform/dbus/message.ts';
import type { Value } from '../../../electron/platform/dbus/values.ts';

/** One socket to a bus: sends calls, pairs replies, hands on everything else. */
export type Connection = {
  call(call: Call): Promise<readonly Value[]>;
  onMessage(listener: (message: Message) => void): () => void;
  close(): void;
};

/** A refusal by whoever was called, with the name the bus gives it. */
export class BusError extends Error {
  readonly errorName: string;

  constructor(errorName: string, message: string) {
    super(`${errorName}: ${message}`);
    this.errorName = errorName;
  }
}

/** A call nobody answers is a fault of the desktop under test, not a reason to hang. */
const replyTimeLimitMs = 30_000;

type Waiting = { resolve(body: readonly Value[]): void; reject(reason: Error): void };

/** Connects to a bus that listens on a socket file and signs in as this user. */
export async function openConnection(socketPath: string): Promise<Connection> {
  const socket = await signIn(socketPath);
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(message: Message) => void>();
  let lastSerial = 0;
  readMessages(socket, (message) => {
    const waits = message.replyTo === undefined ? undefined : waiting.get(message.replyTo);
    if (waits !== undefined) settle(waits, message);
    for (const listener of listeners) listener(message);
  });
  socket.on('close', () => {
    for (const waits of waiting.values()) waits.reject(new Error('The bus closed the connection'));
  });
  socket.on('error', () => socket.destroy());

  return {
    async call(call) {
      lastSerial += 1;
      const serial = lastSerial;
      let timer: NodeJS.Timeout | undefined;
      try {
        return await new Promise<readonly Value[]>((resolve, reject) => {
          const silent = `No reply to ${call.member} of ${call.destination}`;
          timer = setTimeout(() => reject(new Error(silent)), replyTimeLimitMs);
          waiting.set(serial, { resolve, reject });
          socket.write(writeCall(call, serial));
        });
      } finally {
        clearTimeout(timer);
        waiting.delete(serial);
      }
    },
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => socket.destroy(),
  };
}

function settle(waits: Waiting, message: Message): void {
  if (message.kind === messageKind.reply) waits.resolve(message.body);
  else waits.reject(new BusError(message.errorName, String(message.body[0] ?? '')));
}

/** The hand-shake is lines of text; after BEGIN the stream is messages only. */
function signIn(socketPath: string): Promise<Socket> {
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath, () => socket.write(`\0AUTH EXTERNAL ${user}\r\n`));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.off('error', reject);
      if (!answer.toString('latin1').startsWith('OK ')) {
        socket.destroy();
        return reject(new Error(`The bus refused us: ${answer.toString('latin1').trim()}`));
      }
      socket.write('BEGIN\r\n');
      return resolve(socket);
    });
  });
}

function readMessages(socket: Socket, onMessage: (message: Message) => void): void {
  let pending: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    let length = messageLength(pending);
    while (length !== undefined && pending.length >= length) {
      const message = readMessage(pending.subarray(0, length));
      pending = pending.subarray(length);
      onMessage(message);
      length = messageLength(pending);
    }
  });
}
