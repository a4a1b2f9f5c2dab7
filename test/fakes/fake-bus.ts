import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Message,
  messageKind,
  messageLength,
  readMessage,
} from '../../electron/platform/dbus/message.ts';
import { aligned, type Value, Variant } from '../../electron/platform/dbus/values.ts';
import { writeValues } from '../../electron/platform/dbus/write-values.ts';

/** What somebody on the bus says. */
export interface Said {
  /** What the error is called, if it says no. */
  readonly refusal?: string;
  readonly sender?: string;
  readonly signature?: string;
  readonly body?: readonly Value[];
}

export interface Signal extends Said {
  readonly path: string;
  readonly interface: string;
  readonly member: string;
}

type Answer = Said | 'refused';

/** A session bus on a socket of its own, and on it whoever answers. */
export class FakeBus {
  readonly #folder = mkdtempSync(join(tmpdir(), 'chargetray-bus-'));
  readonly #server: Server;
  readonly #sockets: Socket[] = [];
  /** How those on it answer; never, if the promise says nothing. */
  answer: (call: Message) => Answer | Promise<Answer> = () => ({});
  /** Says who it is to nobody. */
  refuses = false;
  /** Lets nobody listen. */
  refusesRules = false;
  id = '0a1b';
  readonly rules: string[] = [];
  connections = 0;

  constructor() {
    this.#server = createServer((socket) => this.#serve(socket)).listen(this.#path);
  }

  /** How many are connected now. */
  get open(): number {
    return this.#sockets.filter(({ destroyed }) => !destroyed).length;
  }

  get environment(): { readonly DBUS_SESSION_BUS_ADDRESS: string } {
    return { DBUS_SESSION_BUS_ADDRESS: `unix:path=${this.#path}` };
  }

  get #path(): string {
    return join(this.#folder, 'bus');
  }

  signal(signal: Signal): void {
    this.tell('signal', signal);
  }

  /** What else may come to everybody who is connected. */
  tell(kind: 'call' | 'signal', { path, interface: of, member, ...said }: Signal): void {
    const fields: Value[] = [
      [1, new Variant('o', path)],
      [2, new Variant('s', of)],
      [3, new Variant('s', member)],
    ];
    for (const socket of this.#sockets) socket.write(bytes(messageKind[kind], fields, said));
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.hangUp();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #serve(socket: Socket): void {
    this.#sockets.push(socket);
    this.connections += 1;
    socket.on('error', () => undefined);
    const begin = 'BEGIN\r\n';
    let signedIn = false;
    let rest: Buffer = Buffer.alloc(0);
    socket.on('data', (more) => {
      if (!signedIn) {
        signedIn = more.toString('latin1').includes('AUTH');
        socket.write(this.refuses ? 'REJECTED EXTERNAL\r\n' : `OK ${this.id}\r\n`);
        return;
      }
      const said = more.toString('latin1').startsWith(begin) ? more.subarray(begin.length) : more;
      rest = Buffer.concat([rest, said]);
      for (let end = messageLength(rest); end !== undefined && end <= rest.length; ) {
        const call = readMessage(rest.subarray(0, end));
        rest = rest.subarray(end);
        end = messageLength(rest);
        void this.#reply(socket, call);
      }
    });
  }

  #said({ member }: Message): Answer {
    return member === 'AddMatch' && this.refusesRules ? 'refused' : {};
  }

  async #reply(socket: Socket, call: Message): Promise<void> {
    if (call.member === 'AddMatch') this.rules.push(String(call.body[0]));
    const isForBus = call.destination === 'org.freedesktop.DBus';
    const answer = isForBus ? this.#said(call) : await this.answer(call);
    const said = answer === 'refused' ? { refusal: '' } : answer;
    const fields: Value[] = [[5, new Variant('u', call.serial)]];
    if (said.refusal !== undefined) fields.push([4, new Variant('s', said.refusal)]);
    const kind = said.refusal === undefined ? messageKind.reply : messageKind.error;
    socket.write(bytes(kind, fields, said));
  }
}

function bytes(kind: number, fields: Value[], { sender, signature, body }: Said): Buffer {
  const content = writeValues(signature ?? '', body ?? []);
  if (sender !== undefined) fields.push([7, new Variant('s', sender)]);
  if (signature !== undefined) fields.push([8, new Variant('g', signature)]);
  const start = ['l'.charCodeAt(0), kind, 0, 1, content.length, 1];
  const head = writeValues('yyyyuua(yv)', [...start, fields]);
  return Buffer.concat([head, Buffer.alloc(aligned(head.length, 8) - head.length), content]);
}
