import type { Command, CommandProgress } from '../../shared/domain/charger/command.ts';
import type { CommandFailure } from '../../shared/ipc/contract.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { Commands } from '../commands/commands.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { type Order, readOrder, wordOf } from './read-command.ts';

/** What becomes of a command. `superseded`: a newer one came before it was its turn. */
export interface CommandResult {
  readonly id?: string;
  /** Absent where nobody could tell what was wanted. */
  readonly command?: string;
  readonly result: 'sent' | 'confirmed' | 'notConfirmed' | 'refused' | 'superseded';
  /** Why it was refused: a word of a closed list. */
  readonly reason?: string;
}

export interface DeskParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly commands: Pick<Commands, 'asked' | 'execute'>;
  readonly answer: (chargerId: string, result: CommandResult) => void;
}

/** A command as it came for a charger. */
export interface Incoming {
  readonly chargerId: string;
  readonly rest: string;
  readonly payload: string | undefined;
  readonly isRetained: boolean;
}

interface Followed {
  readonly chargerId: string;
  readonly order: Order;
  readonly since: number;
}

/** Answers in a minute at most; whoever sends more is answered no more. */
const mostAnswers = 1500;
const minuteMs = 60_000;
/** Nobody waits for a command for longer, see `doubt.ts`. */
const followedMs = 10 * minuteMs;

/**
 * Where commands come in that a broker passes on. One of a kind is under way for each charger, and of
 * those that come meanwhile the newest waits: a storm that is over at once costs the charger's cloud few.
 */
export class CommandDesk {
  readonly #parts: DeskParts;
  /** By charger and kind: what waits for the one under way. */
  readonly #busy = new Map<string, Order | undefined>();
  #followed: readonly Followed[] = [];
  #answers = 0;
  #answersSince = Number.NEGATIVE_INFINITY;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  take({ chargerId, rest, payload, isRetained }: Incoming): void {
    const order = readOrder(rest, payload);
    // What is retained may be of yesterday, and would come again with every connection.
    if (isRetained) this.#refuse(chargerId, 'retained');
    else if (order) this.#queue(chargerId, order);
    else this.#refuse(chargerId, 'notUnderstood');
  }

  /** Readings may have said what has become of those that were sent. */
  look(): void {
    if (this.#followed.length === 0) return;
    this.#followed = this.#followed.filter((one) => !this.#isSettled(one));
  }

  #queue(chargerId: string, order: Order): void {
    const place = `${chargerId} ${matterOf(order.command)}`;
    if (!this.#busy.has(place)) {
      this.#busy.set(place, undefined);
      void this.#work(chargerId, place, order);
      return;
    }
    const waiting = this.#busy.get(place);
    this.#busy.set(place, order);
    if (waiting) this.#tell(chargerId, waiting, { result: 'superseded' });
  }

  async #work(chargerId: string, place: string, order: Order): Promise<void> {
    await this.#run(chargerId, order).catch((bug: unknown) => {
      this.#parts.log.error('command of a broker failed', { why: String(bug) });
    });
    const next = this.#busy.get(place);
    if (!next) {
      this.#busy.delete(place);
      return;
    }
    this.#busy.set(place, undefined);
    await this.#work(chargerId, place, next);
  }

  async #run(chargerId: string, order: Order): Promise<void> {
    const { clock, commands } = this.#parts;
    const result = await commands.execute(chargerId, order.command, 'automation');
    if (!result.ok) {
      this.#tell(chargerId, order, { result: 'refused', reason: reasonOf(result.failure) });
      return;
    }
    this.#tell(chargerId, order, { result: 'sent' });
    this.#followed = [...this.#followed, { chargerId, order, since: clock.monotonic() }];
    this.look();
  }

  #isSettled({ chargerId, order, since }: Followed): boolean {
    const progress = this.#parts.commands
      .asked(chargerId)
      .find(({ command }) => command === order.command);
    const isOld = this.#parts.clock.monotonic() - since > followedMs;
    const outcome = progress ? outcomeOf(progress) : ({ result: 'superseded' } as const);
    const settled = outcome ?? (isOld ? ({ result: 'notConfirmed' } as const) : undefined);
    if (settled) this.#tell(chargerId, order, settled);
    return settled !== undefined;
  }

  #refuse(chargerId: string, reason: 'retained' | 'notUnderstood'): void {
    this.#parts.log.warn('command of a broker ignored', { reason });
    this.#answer(chargerId, { result: 'refused', reason });
  }

  #tell(chargerId: string, { command, id }: Order, said: Omit<CommandResult, 'id'>): void {
    this.#answer(chargerId, { ...omitUndefined({ id }), command: wordOf(command), ...said });
  }

  #answer(chargerId: string, result: CommandResult): void {
    const now = this.#parts.clock.monotonic();
    if (now - this.#answersSince > minuteMs) {
      this.#answersSince = now;
      this.#answers = 0;
    }
    this.#answers += 1;
    if (this.#answers <= mostAnswers) this.#parts.answer(chargerId, result);
  }
}

function matterOf({ kind }: Command): string {
  if (kind === 'lock' || kind === 'unlock') return 'lock';
  return kind === 'setLimit' ? 'limit' : 'charge';
}

function outcomeOf(progress: CommandProgress): Omit<CommandResult, 'id'> | undefined {
  switch (progress.phase) {
    case 'sending':
    case 'sent':
      return undefined;
    case 'confirmed':
    case 'notConfirmed':
      return { result: progress.phase };
    case 'failed':
      return { result: 'refused', reason: reasonOf(progress.why) };
  }
}

/** One word: why it is blocked, why it was refused, or what failed. */
function reasonOf(failure: CommandFailure): string {
  return failure.kind === 'blocked' || failure.kind === 'refused' ? failure.why : failure.kind;
}
