import { connect, type Socket } from 'node:net';
import {
  type TerminalCallName,
  type TerminalLine,
  type TerminalRefusal,
  type TerminalReply,
  type TerminalRequest,
  terminalVersion,
} from '../../../shared/ipc/terminal-calls.ts';
import { terminalLineSchema } from '../../../shared/schema/terminal-calls.ts';
import { jsonOf } from '../../integrations/kit/json-of.ts';
import type { Clock } from '../../ports/clock.ts';

/** A line to the app that runs. One question at a time. */
export interface Link {
  /** Rejects with a `LinkFault`. */
  ask<Name extends TerminalCallName>(
    name: Name,
    request: TerminalRequest<Name>,
    heard?: (part: unknown) => void,
  ): Promise<TerminalReply<Name>>;
  close(): void;
}

/** Why there is no answer: what the app said, or that it is gone, hangs or says something else. */
export class LinkFault extends Error {
  constructor(readonly why: TerminalRefusal | 'lost' | 'silent' | 'notUnderstood') {
    super(why);
  }
}

/** An app that takes longer to pick up hangs, and is as good as not there. */
const connectMs = 2000;
/** What an app answers by itself, it answers sooner. */
const answerMs = 10_000;
/** Chargers take their time, and changes come when they come. */
const unhurried: ReadonlySet<TerminalCallName> = new Set(['execute', 'choosePlan', 'watch']);
/** In bytes. A state of a thousand chargers has a few. */
const longestReply = 64 * 1024 * 1024;

/** Calls the app at an address; undefined where nobody is there. */
export function linkTo(address: string, clock: Pick<Clock, 'after'>): Promise<Link | undefined> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const giveUp = () => {
      socket.destroy();
      resolve(undefined);
    };
    const enough = clock.after(connectMs, giveUp);
    socket.once('error', giveUp);
    socket.once('connect', () => {
      enough.cancel();
      socket.off('error', giveUp);
      resolve(new SocketLink(socket, clock));
    });
  });
}

class SocketLink implements Link {
  readonly #socket: Socket;
  readonly #clock: Pick<Clock, 'after'>;
  #parts: Buffer[] = [];
  #size = 0;
  #fault: LinkFault | undefined;
  #heard: (line: TerminalLine | LinkFault) => void = () => undefined;

  constructor(socket: Socket, clock: Pick<Clock, 'after'>) {
    this.#socket = socket;
    this.#clock = clock;
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => this.#hear(Buffer.from(bytes)));
    socket.once('close', () => this.#fail(new LinkFault('lost')));
  }

  ask<Name extends TerminalCallName>(
    call: Name,
    request: TerminalRequest<Name>,
    heard: (part: unknown) => void = () => undefined,
  ): Promise<TerminalReply<Name>> {
    const silent = () => this.#fail(new LinkFault('silent'));
    const enough = unhurried.has(call) ? undefined : this.#clock.after(answerMs, silent);
    return new Promise<TerminalReply<Name>>((resolve, reject) => {
      this.#heard = (line) => {
        if (line instanceof LinkFault) reject(line);
        else if ('more' in line) heard(line.more);
        else if (!line.ok) reject(new LinkFault(line.refusal));
        // The app is of this version, and answers what was asked.
        else resolve(line.value as TerminalReply<Name>);
      };
      if (this.#fault) return reject(this.#fault);
      this.#socket.write(`${JSON.stringify({ v: terminalVersion, call, request })}\n`);
    }).finally(() => enough?.cancel());
  }

  close(): void {
    this.#socket.destroy();
  }

  #hear(bytes: Buffer): void {
    let rest = bytes;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const line = Buffer.concat([...this.#parts, rest.subarray(0, end)]).toString('utf8');
      [this.#parts, this.#size] = [[], 0];
      rest = rest.subarray(end + 1);
      this.#take(line);
    }
    this.#parts.push(rest);
    this.#size += rest.length;
    if (this.#size > longestReply) this.#misunderstand();
  }

  #take(line: string): void {
    try {
      this.#heard(terminalLineSchema.parse(jsonOf(line)));
    } catch {
      this.#misunderstand();
    }
  }

  #misunderstand(): void {
    this.#fail(new LinkFault('notUnderstood'));
    this.#socket.destroy();
  }

  #fail(fault: LinkFault): void {
    this.#fault ??= fault;
    this.#heard(this.#fault);
  }
}
