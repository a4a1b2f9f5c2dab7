import type { KeychainState } from '../../shared/domain/app/app-state.ts';
import type { AddFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import type { Log } from '../ports/log.ts';
import { PromptOnce, type Vault, type VaultFailure } from '../ports/vault.ts';
import type { SignInForm } from './account-parts.ts';
import type { AccountEntry } from './entry.ts';

export interface SafeParts {
  readonly vault: Vault;
  readonly log: Log;
  readonly keychain: (state: KeychainState) => void;
}

/** What a sign-in has come to, for the keychain. */
interface Outcome {
  readonly form: Pick<SignInForm, 'untilQuit' | 'signal'>;
  /** Undefined where there is nothing to keep. */
  readonly secrets: string | undefined;
  /** The account exists whether this works or not. */
  readonly isKnown: boolean;
}

/** The accounts' dealings with the keychain: what is kept there, and what must go from it. */
export class CredentialStore {
  readonly #parts: SafeParts;
  /** Ids whose secrets nobody wants any more, and which a hanging keychain may still hold. */
  readonly #orphans = new Set<string>();
  /** The last sign-in that keeps something, until it is known whether that stays. */
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(parts: SafeParts) {
    this.#parts = parts;
  }

  /** The kept secrets, undefined where there are none. A failure was told already. */
  async read(id: string, prompt: PromptOnce | undefined): ReturnType<Vault['read']> {
    await this.#keeping;
    const kept = await this.#parts.vault.read(id, prompt);
    this.heard(kept);
    return kept;
  }

  /**
   * Makes the keychain hold what a sign-in has come to. Where that fails, or is called off before it
   * is done, it holds again what it held before.
   */
  async keep(mine: AccountEntry, outcome: Outcome): Promise<Result<null, AddFailure>> {
    const { secrets, isKnown, form } = outcome;
    if (secrets !== undefined && !form.untilQuit) {
      // One after the other: what is put back must not come after what the next one keeps.
      const turn = this.#keeping.then(() => this.#write(mine, { ...outcome, secrets }));
      this.#keeping = turn;
      return turn;
    }
    // Whoever wants nothing kept does not want the secrets of the time before kept either.
    mine.writer.drop();
    if (isKnown && !mine.record.bare) void this.remove(mine.record.id);
    return success(null);
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

  /** Who signs in is there for a prompt. */
  async #write(
    mine: AccountEntry,
    { secrets, isKnown, form: { signal } }: Outcome & { readonly secrets: string },
  ): Promise<Result<null, AddFailure>> {
    const { vault } = this.#parts;
    const { id } = mine.record;
    const prompt = new PromptOnce();
    // Tokens of the session before may still be on their way to the same place.
    await mine.writer.idle();
    // What nobody could read so far may have to be put back.
    const unread = mine.reading ? await vault.read(id, prompt) : undefined;
    if (signal.aborted) return failed({ kind: 'cancelled' });
    // Who opens the keychain for this must not have it removed as something of before.
    this.#orphans.delete(id);
    const written = await vault.write(id, secrets, prompt);
    this.heard(written);
    if (written.ok && !signal.aborted) {
      mine.writer.drop();
      return success(null);
    }
    const before = unread?.ok ? unread.value : isKnown ? heldBy(mine) : undefined;
    if (before !== undefined) {
      mine.writer.write(before);
      await mine.writer.idle();
    } else if (written.ok) await this.remove(id);
    // It may still be written, by whoever opens the keychain later.
    else this.#orphans.add(id);
    return failed({ kind: signal.aborted ? 'cancelled' : 'noKeychain' });
  }

  heard(outcome: Result<unknown, VaultFailure>): void {
    if (!outcome.ok) this.#parts.log.warn('keychain did not answer', { failure: outcome.failure });
    this.#parts.keychain(outcome.ok ? 'working' : outcome.failure);
  }
}

/** What the keychain has of an open account. */
function heldBy({ account, secrets, record }: AccountEntry): string | undefined {
  return secrets === 'keychain' && !record.bare ? account?.secrets() : undefined;
}
