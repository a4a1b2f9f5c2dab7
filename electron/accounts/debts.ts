import type { Spent } from '../integrations/adapter.ts';

/** What each account was asked lately, by its id. */
export type SpentByAccount = Readonly<Record<string, Spent>>;

/**
 * What accounts were asked lately, for as long as the far end counts it: a restart must not make it
 * a second burst.
 */
export class Debts {
  readonly #spent: Map<string, Spent>;
  readonly #keep: () => void;

  /** `keep` has them written at once: what is not pressing goes with the next reading. */
  constructor(kept: SpentByAccount | undefined, keep: () => void) {
    this.#spent = new Map(Object.entries(kept ?? {}));
    this.#keep = keep;
  }

  of(accountId: string): Spent | undefined {
    return this.#spent.get(accountId);
  }

  note(accountId: string, spent: Spent, isPressing: boolean): void {
    this.#spent.set(accountId, spent);
    if (isPressing) this.#keep();
  }

  /** Those of accounts that are known; a sign-in that came to nothing leaves one behind. */
  kept(isKnown: (accountId: string) => boolean): SpentByAccount {
    return Object.fromEntries([...this.#spent].filter(([id]) => isKnown(id)));
  }
}
