import type { Socket } from 'node:net';
import {
  type TerminalLine,
  type TerminalRefusal,
  terminalVersion,
} from '../../../shared/ipc/terminal-calls.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Clock, Timer } from '../../ports/clock.ts';

/** Answers one line, in parts where it takes that. Never rejects. */
export type AnswerLine = (line: Uint8Array, how: Answered) => Promise<TerminalLine>;

export interface Answered {
  /** The one who asks has gone. */
  readonly signal: AbortSignal;
  /** Says a part, and settles once it is on its way: nobody is told faster than they listen. */
  readonly tell: (part: unknown) => Promise<void>;
}

/** What a conversation needs beside its socket. */
export interface Answering {
  readonly clock: Pick<Clock, 'after'>;
  /** Hears why somebody was refused. */
  readonly refused: (why: TerminalRefusal) => void;
}

interface Conversing extends Answering {
  readonly load: () => Promise<AnswerLine>;
}

/** In bytes. The longest request of ours has less than two hundred. */
export const longestLine = 64 * 1024;
/** From one answer to the next question. */
const restMs = 10_000;
/** For a sentence to be read; what is said meanwhile is not heard. */
const farewellMs = 1000;
const lineEnd = 10;

/** Answers the lines of one socket, one after the other, until it is closed. */
export function converse(socket: Socket, parts: Conversing): void {
  const conversation = new Conversation(socket, parts);
  conversation.begin();
}

/** Says why nobody listens, and hangs up. */
export function refuse(socket: Socket, why: TerminalRefusal, { clock, refused }: Answering): void {
  refused(why);
  socket.removeAllListeners('data');
  // Cut off while it still speaks, the other side would lose the sentence.
  socket.resume();
  socket.end(lineOf(refusal(why)));
  const enough = clock.after(farewellMs, () => socket.destroy());
  socket.once('close', () => enough.cancel());
}

/** An answer that is none. */
export function refusal(why: TerminalRefusal): TerminalLine {
  return { v: terminalVersion, ok: false, refusal: why, say: messages.commandLine.refusals[why] };
}

function lineOf(line: TerminalLine): string {
  return `${JSON.stringify(line)}\n`;
}

class Conversation {
  readonly #socket: Socket;
  readonly #parts: Conversing;
  readonly #gone = new AbortController();
  #heard: Buffer = Buffer.alloc(0);
  #isAnswering = false;
  #isOver = false;
  #rest: Timer | undefined;

  constructor(socket: Socket, parts: Conversing) {
    this.#socket = socket;
    this.#parts = parts;
  }

  begin(): void {
    this.#socket.once('close', () => this.#leave());
    this.#socket.once('end', () => this.#leave());
    this.#socket.on('data', (bytes) => this.#hear(bytes));
    this.#waitForQuestion();
  }

  /** It goes on listening while it answers, or it would not hear that the other side hangs up. */
  #hear(bytes: Buffer | string): void {
    if (this.#isOver) return;
    this.#heard = Buffer.concat([this.#heard, Buffer.from(bytes)]);
    const end = this.#heard.indexOf(lineEnd);
    const isTooLong = end > longestLine || this.#heard.length > 2 * longestLine;
    if (isTooLong || (end < 0 && this.#heard.length > longestLine)) this.#refuse('tooLong');
    else void this.#answerNext();
  }

  async #answerNext(): Promise<void> {
    const end = this.#heard.indexOf(lineEnd);
    if (this.#isAnswering || this.#isOver || end < 0) return;
    const line = this.#heard.subarray(0, end);
    this.#heard = this.#heard.subarray(end + 1);
    this.#isAnswering = true;
    this.#rest?.cancel();
    const answer = await this.#answer(line);
    this.#isAnswering = false;
    if (this.#isOver) return;
    if ('ok' in answer && !answer.ok) this.#parts.refused(answer.refusal);
    await this.#write(answer);
    this.#waitForQuestion();
    await this.#answerNext();
  }

  async #answer(line: Uint8Array): Promise<TerminalLine> {
    try {
      const answer = await this.#parts.load();
      const tell = (more: unknown) => this.#write({ v: terminalVersion, more });
      return await answer(line, { signal: this.#gone.signal, tell });
    } catch {
      return refusal('crashed');
    }
  }

  #write(line: TerminalLine): Promise<void> {
    return new Promise((done) => {
      if (this.#isOver || this.#socket.write(lineOf(line))) return done();
      const settle = () => {
        this.#socket.off('drain', settle).off('close', settle);
        done();
      };
      this.#socket.on('drain', settle).on('close', settle);
    });
  }

  #waitForQuestion(): void {
    this.#rest?.cancel();
    if (!this.#isOver) this.#rest = this.#parts.clock.after(restMs, () => this.#refuse('tooSlow'));
  }

  #refuse(why: TerminalRefusal): void {
    if (this.#isOver) return;
    this.#leave();
    refuse(this.#socket, why, this.#parts);
  }

  #leave(): void {
    this.#isOver = true;
    this.#heard = Buffer.alloc(0);
    this.#rest?.cancel();
    this.#gone.abort();
  }
}
