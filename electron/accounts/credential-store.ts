import type { KeychainState } from '../../shared/domain/app/app-state.ts';
import type { Result } from '../../shared/result.ts';
import type { Log } from '../ports/log.ts';
import { PromptOnce, type Vault, type VaultFailure } from '../ports/vault.ts';
import type { AccountEntry } from './entry.ts';

export interface SafeParts {
  readonly vault: Vault;
  readonly log: Log;
  readonly keychain: (state: KeychainState) => void;
}

/** The accounts' dealings with the keychain: what is kept there, and what must go from it. */
export class CredentialStore {
  readonly #parts: SafeParts;
  /** Ids whose secrets nobody wants any more, and which a hanging keychain may still hold. */
  readonly #orphans = new Set<string>();

  constructor(parts: SafeParts) {
    this.#parts = parts;
  }

  /** The kept secrets, undefined where there are none. A failure was told already. */
  async read(id: string, prompt: PromptOnce | undefined): ReturnType<Vault['read']> {
    const kept = await this.#parts.vault.read(id, prompt);
    this.heard(kept);
    return kept;
  }

  /**
   * Writes the secrets of an account; who signs in is there for a prompt. `isKnown`: the account
   * exists whether this works or not.
   */
  async keep(mine: AccountEntry, secrets: string, isKnown: boolean): Promise<boolean> {
    const { id } = mine.record;
    // Tokens of the session before may still be on their way to the same place.
    await mine.writer.idle();
    const written = await this.#parts.vault.write(id, secrets, new PromptOnce());
    this.heard(written);
    if (written.ok) {
      mine.writer.drop();
      this.#orphans.delete(id);
    } else if (!isKnown) this.#orphans.add(id);
    return written.ok;
  }

  /** Removes the secrets of an account, where the owner asked for it with leave for a prompt. */
  async remove(id: string, prompt?: PromptOnce): Promise<void> {
    const removed = await this.#parts.vault.remove(id, prompt);
    if (removed.ok) this.#orphans.delete(id);
    else {
      this.#orphans.add(id);
      this.heard(removed);
    }
  }

  /** The keychain answers again, or its owner says that it may be asked. */
  retry(prompt: PromptOnce | undefined): void {
    for (const id of this.#orphans) void this.remove(id, prompt);
  }

  heard(outcome: Result<unknown, VaultFailure>): void {
    if (!outcome.ok) this.#parts.log.warn('keychain did not answer', { failure: outcome.failure });
    this.#parts.keychain(outcome.ok ? 'working' : outcome.failure);
  }
}
