import type { PriceFailure, TokenSourceId } from '../../../shared/domain/price/source.ts';
import type { TokenFailure } from '../../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { PromptOnce, type Vault, type VaultFailure } from '../../ports/vault.ts';
import type { PriceSource } from '../sources/price-source.ts';

export interface TokenParts {
  readonly source: TokenSourceId;
  readonly vault: Vault;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Keeps a secret out of the log. */
  readonly hide: (secret: string) => void;
  /** There is another token, or one at last. */
  readonly changed: () => void;
}

/** What is known of the token: nothing before the keychain was asked, or while it is locked. */
type Known =
  | { readonly kind: 'unread' | 'locked' | 'none' }
  | { readonly kind: 'there'; readonly token: string; readonly isKept: boolean };

/** What the keychain is to hold once it answers again: what was given last, or nothing. */
type Owed = { readonly kept: string | undefined };

/** A source may forgive: a contract may have begun by then. */
const refusedMs = 24 * 60 * 60_000;

/**
 * The token by which a source knows its customer. It lies in the keychain, or in memory until the
 * app quits, and goes to its source alone.
 */
export class PriceToken {
  readonly #parts: TokenParts;
  readonly #key: string;
  #known: Known = { kind: 'unread' };
  #owed: Owed | undefined;
  #refused: { readonly token: string; readonly at: number } | undefined;
  /** One after the other: what is removed must not come back by an earlier write. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: TokenParts) {
    this.#parts = parts;
    this.#key = `prices ${parts.source}`;
  }

  /** Keeps a token in the place of the one before; where that fails, the one before stays. */
  set(token: string, untilQuit: boolean): Promise<Result<null, TokenFailure>> {
    this.#parts.hide(token);
    return this.#inTurn(() => (untilQuit ? this.#hold(token) : this.#keep(token)));
  }

  /** Nobody wants it any more. */
  forget(): Promise<void> {
    return this.#inTurn(async () => {
      this.#known = { kind: 'none' };
      await this.#remove(new PromptOnce());
    });
  }

  /** The keychain may answer again; by its owner's leave also with a prompt. */
  opened(prompt?: PromptOnce): Promise<void> {
    return this.#inTurn(async () => {
      await this.#settle(prompt);
      if (!this.#isLocked()) return;
      await this.#read(prompt);
      if (!this.#isLocked()) this.#parts.changed();
    });
  }

  /** The same source, asked with the token; without one it is not asked at all. */
  guarded(source: Pick<PriceSource, 'fetch'>): Pick<PriceSource, 'fetch'> {
    return {
      fetch: async (request, tools, signal) => {
        const read = await this.#token();
        if (!read.ok) return read;
        const token = read.value;
        if (this.#isRefused(token)) return failed({ kind: 'tokenRefused' });
        const told = await source.fetch({ ...request, token }, tools, signal);
        const isRefused = !told.ok && told.failure.kind === 'tokenRefused';
        this.#refused = isRefused ? { token, at: this.#parts.clock.now() } : undefined;
        return told;
      },
    };
  }

  #isLocked(): boolean {
    return this.#known.kind === 'locked';
  }

  async #token(): Promise<Result<string, PriceFailure>> {
    if (this.#known.kind === 'unread') {
      await this.#inTurn(async () => {
        if (this.#known.kind === 'unread') await this.#read();
      });
    }
    const known = this.#known;
    if (known.kind === 'there') return success(known.token);
    return failed({ kind: known.kind === 'none' ? 'noToken' : 'tokenLocked' });
  }

  #isRefused(token: string): boolean {
    const { clock } = this.#parts;
    return this.#refused?.token === token && clock.now() < this.#refused.at + refusedMs;
  }

  async #keep(token: string): Promise<Result<null, TokenFailure>> {
    const before = this.#known;
    // Whoever enters one is there for a prompt.
    const written = await this.#parts.vault.write(this.#key, token, new PromptOnce());
    if (written.ok) {
      this.#owed = undefined;
      this.#learn({ kind: 'there', token, isKept: true });
      return success(null);
    }
    this.#heard(written);
    // It may still be written, by whoever opens the keychain later. What nobody could read stays.
    if (before.kind === 'there') this.#owed = { kept: before.isKept ? before.token : undefined };
    else if (before.kind === 'none') this.#owed = { kept: undefined };
    return failed({ kind: 'noKeychain' });
  }

  async #hold(token: string): Promise<Result<null, TokenFailure>> {
    this.#learn({ kind: 'there', token, isKept: false });
    // Whoever wants nothing kept does not want the token of before kept either.
    await this.#remove();
    return success(null);
  }

  #learn(known: Known): void {
    this.#known = known;
    this.#refused = undefined;
    this.#parts.changed();
  }

  async #read(prompt?: PromptOnce): Promise<void> {
    const { vault, hide } = this.#parts;
    const read = await vault.read(this.#key, prompt);
    if (!read.ok) {
      this.#heard(read);
      // A keychain that is not there will not answer later: only the owner can help.
      this.#known = { kind: read.failure === 'absent' ? 'none' : 'locked' };
    } else if (read.value === undefined) this.#known = { kind: 'none' };
    else {
      hide(read.value);
      this.#known = { kind: 'there', token: read.value, isKept: true };
    }
  }

  async #remove(prompt?: PromptOnce): Promise<void> {
    this.#owed = { kept: undefined };
    await this.#settle(prompt);
  }

  async #settle(prompt?: PromptOnce): Promise<void> {
    if (!this.#owed) return;
    const { kept } = this.#owed;
    const { vault } = this.#parts;
    const done = await (kept === undefined
      ? vault.remove(this.#key, prompt)
      : vault.write(this.#key, kept, prompt));
    if (done.ok) this.#owed = undefined;
    else this.#heard(done);
  }

  #heard({ failure }: { readonly failure: VaultFailure }): void {
    this.#parts.log.warn('keychain did not answer', { failure, about: 'prices' });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}
