import type { Result } from '../../shared/result.ts';

/** Why the keychain did not answer: nobody unlocked it (or it hangs), or there is none. */
export type VaultFailure = 'locked' | 'absent';

/**
 * The system's safe place for secrets, by account id. Every call ends within a time limit; a call
 * that ran into it may still succeed later, which `onLate` tells.
 */
export interface Vault {
  read(accountId: string): Promise<Result<string | undefined, VaultFailure>>;
  write(accountId: string, secrets: string): Promise<Result<null, VaultFailure>>;
  remove(accountId: string): Promise<Result<null, VaultFailure>>;
  /** The keychain answered after all, somebody unlocked it: worth asking again. */
  onLate(heard: () => void): void;
}
