import type { Vault, VaultFailure } from '../credentials/vault.ts';

/** Writes the secrets of one account, one write at a time, and of several that wait the last. */
export interface SecretWriter {
  write(secrets: string): void;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

export function createSecretWriter(
  vault: Vault,
  accountId: string,
  unwritten: (failure: VaultFailure) => void,
): SecretWriter {
  let next: string | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (next !== undefined) {
      const secrets = next;
      next = undefined;
      const written = await vault.write(accountId, secrets);
      if (!written.ok) unwritten(written.failure);
    }
    running = undefined;
  }

  return {
    write(secrets) {
      next = secrets;
      running ??= run();
    },
    idle: async () => running,
  };
}
