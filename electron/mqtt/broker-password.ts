import type { BrokerAddress, BrokerFailure, BrokerWish } from '../../shared/domain/app/broker.ts';
import type { TokenFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import { jsonOf } from '../integrations/kit/json-of.ts';
import type { Log } from '../ports/log.ts';
import { PromptOnce, type Vault } from '../ports/vault.ts';
import { isContent } from '../settings/kept-found.ts';

export interface PasswordParts {
  readonly vault: Vault;
  readonly log: Log;
  /** Keeps a secret out of the log. */
  readonly hide: (secret: string) => void;
}

const key = 'broker';

/**
 * The password by which a broker knows this computer. It lies in the keychain with whom it is for, or in
 * memory until the app quits, and goes to that broker alone.
 */
export class BrokerPassword {
  readonly #parts: PasswordParts;
  #known: { readonly of: string; readonly password: string } | undefined;
  #owesRemoval = false;
  /** One after the other: what is removed must not come back by an earlier write. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: PasswordParts) {
    this.#parts = parts;
  }

  /** Keeps it; where that fails, the one before stays. */
  keep(wish: BrokerWish, password: string): Promise<Result<null, TokenFailure>> {
    return this.#inTurn(async () => {
      const known = this.#learn(whose(wish), password);
      // Whoever enters one is there for a prompt.
      const written = await this.#parts.vault.write(key, JSON.stringify(known), new PromptOnce());
      if (!written.ok) {
        this.#warn(written.failure);
        return failed({ kind: 'noKeychain' });
      }
      this.#owesRemoval = false;
      this.#known = known;
      return success(null);
    });
  }

  /** For as long as the app runs; whoever wants nothing kept wants the one before not kept either. */
  hold(wish: BrokerWish, password: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#known = this.#learn(whose(wish), password);
      await this.#remove();
    });
  }

  /** Nobody wants it any more. */
  forget(): Promise<void> {
    return this.#inTurn(async () => {
      this.#known = undefined;
      await this.#remove(new PromptOnce());
    });
  }

  /** Without leave for a prompt nobody is asked. */
  read(wish: BrokerWish, from: 'keychain' | 'untilQuit'): Promise<Result<string, BrokerFailure>> {
    return this.#inTurn(async () => {
      const of = whose(wish);
      if (this.#known?.of === of) return success(this.#known.password);
      if (from === 'untilQuit') return failed({ kind: 'passwordNeeded' });
      const read = await this.#parts.vault.read(key);
      if (!read.ok) {
        this.#warn(read.failure);
        return failed({ kind: read.failure === 'absent' ? 'passwordNeeded' : 'keychainLocked' });
      }
      const kept = parsed(read.value);
      // Never to another than the one it was entered for.
      if (kept?.of !== of) return failed({ kind: 'passwordNeeded' });
      this.#known = this.#learn(of, kept.password);
      return success(kept.password);
    });
  }

  /** The keychain may answer again; by its owner's leave also with a prompt. */
  opened(prompt?: PromptOnce): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#owesRemoval) await this.#remove(prompt);
      // The only question that a prompt is worth: what is known needs no keychain.
      else if (prompt && !this.#known) await this.#parts.vault.read(key, prompt);
    });
  }

  #learn(of: string, password: string) {
    this.#parts.hide(password);
    return { of, password };
  }

  async #remove(prompt?: PromptOnce): Promise<void> {
    const removed = await this.#parts.vault.remove(key, prompt);
    this.#owesRemoval = !removed.ok;
    if (!removed.ok) this.#warn(removed.failure);
  }

  #warn(failure: string): void {
    this.#parts.log.warn('keychain did not answer', { failure, about: 'broker' });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

/** Whom a password is for: a broker that listens elsewhere, or another user, never gets it. */
export function isForSame(one: BrokerWish, other: BrokerWish): boolean {
  return whose(one) === whose(other);
}

function whose({ address, user }: BrokerWish): string {
  const { host, port, tls }: BrokerAddress = address;
  return JSON.stringify([host, port, tls, user ?? null]);
}

function parsed(text: string | undefined): { of: string; password: string } | undefined {
  const kept = jsonOf(text ?? '');
  const { of, password } = isContent(kept) ? kept : {};
  return typeof of === 'string' && typeof password === 'string' ? { of, password } : undefined;
}
