import { failed, type Result, success } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PromptOnce, VaultFailure } from '../../ports/vault.ts';
import { within } from '../../ports/within.ts';
import type { KeychainLock, LockState } from './keychain-lock.ts';
import type { Keytar } from './keytar.ts';

export interface TurnsOptions {
  readonly load: () => Promise<Keytar>;
  readonly lock: KeychainLock;
  readonly clock: Clock;
  readonly timeLimitMs: number;
}

export interface Turn<T> {
  readonly account: string;
  /** What is asked, with all that it depends on: the same of the same account has the same answer. */
  readonly question: string;
  readonly prompt: PromptOnce | undefined;
  readonly work: (keytar: Keytar) => Promise<T>;
  /** Whether an answer is none, because the keychain stayed locked. */
  readonly isLocked?: (answer: T) => Promise<boolean>;
}

type Outcome<T> = Result<T, VaultFailure>;
/** How keytar's call ended: with an answer, with an error, without a library, or not yet. */
type End<T> = { readonly answer: T } | 'refused' | 'notLoaded' | 'late';

/** What keytar was asked, and what it said to that after nobody waited for it any more. */
interface Asked {
  readonly question: string;
  late?: { readonly answer: unknown };
}

/** One that waits for a dialog that nobody sees, and one more once the keychain is open again. */
const mostUnderWay = 2;

/**
 * Calls to the keychain, one at a time. A locked one lets a call hang, and each hung call holds one
 * of the few threads that files and host names need too. So while one hangs others fail at once,
 * and so do those that would ask its owner something without leave to.
 */
export class Turns {
  readonly #options: TurnsOptions;
  readonly #opened: (() => void)[] = [];
  /** By account, the last question that has no answer yet or whose answer nobody has taken. */
  readonly #asked = new Map<string, Asked>();
  #last: Promise<unknown> = Promise.resolve();
  #underWay = 0;
  /** The last call found it locked, and nothing was heard since that would let the next one in. */
  #blocked = false;

  constructor(options: TurnsOptions) {
    this.#options = options;
    options.lock.onOpened(() => this.#tellOpened());
  }

  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  onOpened(heard: () => void): void {
    this.#opened.push(heard);
  }

  take<T>(turn: Turn<T>): Promise<Outcome<T>> {
    const mine = this.#last.then(() => this.#mine(turn));
    this.#last = mine;
    return mine;
  }

  async #mine<T>(turn: Turn<T>): Promise<Outcome<T>> {
    const late = this.#takeLate(turn);
    if (late) return success(late.answer);
    const state = await this.#options.lock.state();
    const shut = state === 'silent' ? state : 'locked';
    if (!this.#mayRun(state, turn.prompt)) return failed(shut);
    const outcome = await this.#outcome(turn, await this.#run(turn), shut);
    this.#blocked = !outcome.ok && outcome.failure !== 'absent';
    if (this.#blocked) turn.prompt?.spend();
    return outcome;
  }

  /** Whoever has answered a prompt, however slowly, must not be prompted for the same again. */
  #takeLate<T>({ account, question }: Turn<T>): { readonly answer: T } | undefined {
    const asked = this.#asked.get(account);
    if (!asked?.late) return undefined;
    this.#asked.delete(account);
    // The same question has an answer of the same type.
    return asked.question === question ? (asked.late as { readonly answer: T }) : undefined;
  }

  #mayRun(state: LockState, prompt: PromptOnce | undefined): boolean {
    if (this.#underWay > 0 && (state !== 'open' || this.#underWay >= mostUnderWay)) return false;
    const mayPrompt = prompt !== undefined && !prompt.isSpent;
    return state === 'open' || mayPrompt || (state !== 'locked' && !this.#blocked);
  }

  /** `shut` is what it is called that nothing came out of it. */
  async #outcome<T>(
    { isLocked }: Turn<T>,
    end: End<T>,
    shut: 'locked' | 'silent',
  ): Promise<Outcome<T>> {
    if (end === 'late') return failed(shut);
    if (end === 'notLoaded') return failed('absent');
    // Errors are known by nothing but their words, in the owner's language: so the lock is asked.
    if (end === 'refused') {
      return failed((await this.#options.lock.state()) === 'absent' ? 'absent' : shut);
    }
    const { answer } = end;
    return (await isLocked?.(answer)) ? failed('locked') : success(answer);
  }

  /** Never rejects. Goes on after the time limit: the call cannot be taken back. */
  #run<T>({ account, question, work }: Turn<T>): Promise<End<T>> {
    const { clock, load, timeLimitMs } = this.#options;
    const asked: Asked = { question };
    this.#asked.set(account, asked);
    let isLate = false;
    this.#underWay += 1;
    const ended = called(load, work).then((end) => {
      this.#underWay -= 1;
      const isLast = this.#asked.get(account) === asked;
      const isAnswered = typeof end === 'object' && end.answer !== null;
      // What was asked of the same account since then may have made the answer an old one.
      if (isLast && isLate && isAnswered) asked.late = end;
      else if (isLast) this.#asked.delete(account);
      if (isLate) void this.#endedLate(isAnswered);
      return end;
    });
    return within<End<T>>(clock, timeLimitMs, ended, () => {
      isLate = true;
      return 'late';
    });
  }

  /** Whoever closes a prompt must not get the next one for it. */
  async #endedLate(isAnswered: boolean): Promise<void> {
    const state = await this.#options.lock.state();
    if (state === 'open' || (state !== 'locked' && isAnswered)) this.#tellOpened();
  }

  #tellOpened(): void {
    this.#blocked = false;
    for (const heard of this.#opened) heard();
  }
}

async function called<T>(
  load: () => Promise<Keytar>,
  work: (keytar: Keytar) => Promise<T>,
): Promise<End<T>> {
  let keytar: Keytar;
  try {
    keytar = await load();
  } catch {
    return 'notLoaded';
  }
  try {
    return { answer: await work(keytar) };
  } catch {
    return 'refused';
  }
}
