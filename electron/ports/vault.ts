import type { Result } from '../../shared/result.ts';

/** Why the keychain gave nothing: nobody unlocked it, it hangs, or there is none. */
export type VaultFailure = 'locked' | 'silent' | 'absent';

/**
 * Leave to let a locked keychain ask for its password, once: whoever has dismissed that question
 * does not want it again at the next secret.
 */
export class PromptOnce {
  #spent = false;

  get isSpent(): boolean {
    return this.#spent;
  }

  spend(): void {
    this.#spent = true;
  }
}

/**
 * The system's safe place for secrets, by account id. Every call ends within a time limit; a call
 * that ran into it may still succeed later. Without leave for a prompt nobody is asked anything: as
 * far as can be known beforehand, a call that would prompt fails instead.
 */
export interface Vault {
  read(accountId: string, prompt?: PromptOnce): Promise<Result<string | undefined, VaultFailure>>;
  write(
    accountId: string,
    secrets: string,
    prompt?: PromptOnce,
  ): Promise<Result<null, VaultFailure>>;
  remove(accountId: string, prompt?: PromptOnce): Promise<Result<null, VaultFailure>>;
  /** After a failure: somebody unlocked it, it may be asked again without a prompt. */
  onOpened(heard: () => void): void;
}
