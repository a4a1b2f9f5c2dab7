import type { PromptOnce, Vault, VaultFailure } from '../../electron/ports/vault.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import { Later } from './recorded-account.ts';

/**
 * A keychain in memory that can be locked, absent, or slow to answer. As the real one, once it was
 * found locked it does nothing more without leave for a prompt until somebody has unlocked it.
 */
export class FakeVault implements Vault {
  readonly kept = new Map<string, string>();
  /** Every call, in the order in which it was made: `write a`. */
  readonly calls: string[] = [];
  /** Those of them that might have prompted, in the same words. */
  readonly prompting: string[] = [];
  /** Calls that wait, in order, while `holds` is set: each is answered by `answer`. */
  holds = false;
  failure: VaultFailure | undefined;
  underWay = 0;
  mostUnderWay = 0;
  #blocked = false;
  readonly #held: Later<void>[] = [];
  readonly #late: (() => void)[] = [];

  async read(
    accountId: string,
    prompt?: PromptOnce,
  ): Promise<Result<string | undefined, VaultFailure>> {
    return this.#call(`read ${accountId}`, prompt, () => this.kept.get(accountId));
  }

  async write(
    accountId: string,
    secrets: string,
    prompt?: PromptOnce,
  ): Promise<Result<null, VaultFailure>> {
    return this.#call(`write ${accountId}`, prompt, () => {
      this.kept.set(accountId, secrets);
      return null;
    });
  }

  async remove(accountId: string, prompt?: PromptOnce): Promise<Result<null, VaultFailure>> {
    return this.#call(`remove ${accountId}`, prompt, () => {
      this.kept.delete(accountId);
      return null;
    });
  }

  onOpened(heard: () => void): void {
    this.#late.push(heard);
  }

  /** Lets the oldest waiting call go on. */
  answer(): void {
    this.#held.shift()?.resolve();
  }

  /** Somebody unlocked it after a call had run into its time limit. */
  answersLate(): void {
    this.failure = undefined;
    this.#blocked = false;
    for (const heard of this.#late) heard();
  }

  async #call<T>(
    name: string,
    prompt: PromptOnce | undefined,
    does: () => T,
  ): Promise<Result<T, VaultFailure>> {
    this.calls.push(name);
    const mayPrompt = prompt !== undefined && !prompt.isSpent;
    if (mayPrompt) this.prompting.push(name);
    this.mostUnderWay = Math.max(this.mostUnderWay, ++this.underWay);
    if (this.holds) {
      const turn = new Later<void>();
      this.#held.push(turn);
      await turn.promise;
    }
    this.underWay--;
    if (this.#blocked && !mayPrompt) return failed('locked');
    this.#blocked = this.failure === 'locked';
    if (this.#blocked) prompt?.spend();
    return this.failure ? failed(this.failure) : success(does());
  }
}
