import type { PromptOnce, Vault } from '../ports/vault.ts';

type Wrote = (outcome: Awaited<ReturnType<Vault['write']>>) => void;

/** Writes the secrets of one account, one write at a time, and of several that wait the last. */
export class SecretWriter {
  readonly #vault: Vault;
  readonly #accountId: string;
  readonly #wrote: Wrote;
  /** The last secrets, as long as the keychain has not taken them. */
  #untaken: string | undefined;
  /** Leave for the write that is due, if one is. */
  #due: { readonly prompt: PromptOnce | undefined } | undefined;
  #running: Promise<void> | undefined;

  constructor(vault: Vault, accountId: string, wrote: Wrote) {
    this.#vault = vault;
    this.#accountId = accountId;
    this.#wrote = wrote;
  }

  /** What happens by itself must not open a prompt: nobody is there to be asked. */
  write(secrets: string, prompt?: PromptOnce): void {
    this.#untaken = secrets;
    this.#start(prompt);
  }

  /** Writes once more what the keychain did not take last. */
  writeAgain(prompt?: PromptOnce): void {
    if (this.#untaken !== undefined) this.#start(prompt);
  }

  /** What it did not take is not wanted any more. */
  drop(): void {
    this.#untaken = undefined;
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    await this.#running;
  }

  #start(prompt: PromptOnce | undefined): void {
    this.#due = { prompt: prompt ?? this.#due?.prompt };
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    while (this.#due && this.#untaken !== undefined) {
      const { prompt } = this.#due;
      const secrets = this.#untaken;
      this.#due = undefined;
      const written = await this.#vault.write(this.#accountId, secrets, prompt);
      if (written.ok && this.#untaken === secrets) this.#untaken = undefined;
      this.#wrote(written);
    }
    this.#due = undefined;
    this.#running = undefined;
  }
}
