import type { KeychainState } from '../../shared/domain/app-state.ts';
import type { Vault, VaultFailure } from '../credentials/vault.ts';
import type { Log } from '../system/log.ts';
import type { Held } from './held.ts';

export interface SafeParts {
  readonly vault: Vault;
  readonly log: Log;
  readonly keychain: (state: KeychainState) => void;
}

/** The accounts' dealings with the keychain: what is kept there, and what must go from it. */
export class Safe {
  readonly #parts: SafeParts;
  /** Ids whose secrets nobody wants any more, and which a hanging keychain may still hold. */
  readonly #orphans = new Set<string>();

  constructor(parts: SafeParts) {
    this.#parts = parts;
  }

  /** The kept secrets, undefined where there are none. A failure was told already. */
  async read(id: string): ReturnType<Vault['read']> {
    const kept = await this.#parts.vault.read(id);
    if (kept.ok) this.#parts.keychain('working');
    else this.failed(kept.failure);
    return kept;
  }

  /** Writes the secrets of an account. `isKnown`: the account exists whether this works or not. */
  async keep(mine: Held, secrets: string, isKnown: boolean): Promise<boolean> {
    const { id } = mine.record;
    // Tokens of the session before may still be on their way to the same place.
    await mine.writer.idle();
    const written = await this.#parts.vault.write(id, secrets);
    if (written.ok) {
      this.#orphans.delete(id);
      this.#parts.keychain('working');
      return true;
    }
    this.failed(written.failure);
    if (!isKnown) this.#orphans.add(id);
    return false;
  }

  async remove(id: string): Promise<void> {
    const removed = await this.#parts.vault.remove(id);
    if (removed.ok) this.#orphans.delete(id);
    else {
      this.#orphans.add(id);
      this.failed(removed.failure);
    }
  }

  /** The keychain answers again. */
  retry(): void {
    for (const id of this.#orphans) void this.remove(id);
  }

  failed(failure: VaultFailure): void {
    this.#parts.log.warn('keychain did not answer', { failure });
    this.#parts.keychain(failure);
  }
}
