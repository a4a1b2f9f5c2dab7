import type { Vault } from '../credentials/vault.ts';

/** Writes the secrets of one account, one write at a time, and of several that wait the last. */
export interface SecretWriter {
  write(secrets: string): void;
  /** Writes once more what the keychain did not take last. */
  writeAgain(): void;
  /** What it did not take is not wanted any more. */
  drop(): void;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

/** Nobody is there to ask: what happens by itself must not open a prompt. */
export function createSecretWriter(
  vault: Vault,
  accountId: string,
  wrote: (outcome: Awaited<ReturnType<Vault['write']>>) => void,
): SecretWriter {
  let next: string | undefined;
  let untaken: string | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (next !== undefined) {
      const secrets = next;
      next = undefined;
      const written = await vault.write(accountId, secrets);
      untaken = written.ok ? undefined : secrets;
      wrote(written);
    }
    running = undefined;
  }

  return {
    write(secrets) {
      next = secrets;
      running ??= run();
    },
    writeAgain() {
      if (untaken !== undefined) this.write(next ?? untaken);
    },
    drop() {
      untaken = undefined;
    },
    idle: async () => running,
  };
}
