import type { PromptOnce, Vault } from '../ports/vault.ts';

/** Writes the secrets of one account, one write at a time, and of several that wait the last. */
export interface SecretWriter {
  /** What happens by itself must not open a prompt: nobody is there to be asked. */
  write(secrets: string, prompt?: PromptOnce): void;
  /** Writes once more what the keychain did not take last. */
  writeAgain(prompt?: PromptOnce): void;
  /** What it did not take is not wanted any more. */
  drop(): void;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

export function createSecretWriter(
  vault: Vault,
  accountId: string,
  wrote: (outcome: Awaited<ReturnType<Vault['write']>>) => void,
): SecretWriter {
  /** The last secrets, as long as the keychain has not taken them. */
  let untaken: string | undefined;
  /** Leave for the write that is due, if one is. */
  let due: { readonly prompt: PromptOnce | undefined } | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (due && untaken !== undefined) {
      const { prompt } = due;
      const secrets = untaken;
      due = undefined;
      const written = await vault.write(accountId, secrets, prompt);
      if (written.ok && untaken === secrets) untaken = undefined;
      wrote(written);
    }
    due = undefined;
    running = undefined;
  }

  function start(prompt: PromptOnce | undefined): void {
    due = { prompt: prompt ?? due?.prompt };
    running ??= run();
  }

  return {
    write(secrets, prompt) {
      untaken = secrets;
      start(prompt);
    },
    writeAgain(prompt) {
      if (untaken !== undefined) start(prompt);
    },
    drop() {
      untaken = undefined;
    },
    idle: async () => running,
  };
}
