import type { AddFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';

type Added = Result<{ readonly accountId: string }, AddFailure>;

/** Attempts to add an account, which their owner may call off while they are under way. */
export class SignInAttempts {
  readonly #accounts: Pick<Accounts, 'forget' | 'states'>;
  #begun = 0;
  #calledOff = 0;

  constructor(accounts: Pick<Accounts, 'forget' | 'states'>) {
    this.#accounts = accounts;
  }

  /** One that was called off adds nothing; an account that was there before stays as it is now. */
  async add(attempt: () => Promise<Added>): Promise<Added> {
    this.#begun += 1;
    const mine = this.#begun;
    const before = new Set(this.#accounts.states().map(({ id }) => id));
    const added = await attempt();
    if (!added.ok || mine > this.#calledOff) return added;
    const { accountId } = added.value;
    if (!before.has(accountId)) await this.#accounts.forget(accountId);
    return failed({ kind: 'cancelled' });
  }

  cancel(): void {
    this.#calledOff = this.#begun;
  }
}
