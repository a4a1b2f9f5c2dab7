import { type Result, success } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Vault, VaultFailure } from '../../ports/vault.ts';
import type { KeychainLock } from './keychain-lock.ts';
import type { Keytar } from './keytar.ts';
import { Turns } from './turns.ts';

export interface KeychainOptions {
  /** Loads keytar at the first use: it brings a system library that a start need not wait for. */
  readonly load: () => Promise<Keytar>;
  /** The name under which a person finds the entries in the keychain. */
  readonly service: string;
  readonly lock: KeychainLock;
  readonly clock: Clock;
  readonly timeLimitMs?: number;
}

/** The system keychain, and whether a call to it is under way, waited for or not. */
export interface KeychainVault extends Vault {
  isBusy(): boolean;
}

/** The system keychain over keytar. */
export function openKeychainVault(options: KeychainOptions): KeychainVault {
  const { service, lock } = options;
  const turns = new Turns({ timeLimitMs: 5000, ...options });
  return {
    async read(account, prompt) {
      const found = await turns.take({
        account,
        question: 'read',
        prompt,
        work: (keytar) => keytar.getPassword(service, account),
        // A prompt that is dismissed at once looks like an empty keychain.
        isLocked: async (value) =>
          value === null &&
          (await lock.state()) === 'locked' &&
          (await lock.holds(service, account)) !== false,
      });
      return found.ok ? success(found.value ?? undefined) : found;
    },
    async write(account, secrets, prompt) {
      const work = async (keytar: Keytar) => keytar.setPassword(service, account, secrets);
      const question = `write ${secrets}`;
      return doneIf(await turns.take({ account, question, prompt, work }));
    },
    async remove(account, prompt) {
      const work = async (keytar: Keytar) => keytar.deletePassword(service, account);
      return doneIf(await turns.take({ account, question: 'remove', prompt, work }));
    },
    onOpened: (heard) => turns.onOpened(heard),
    isBusy: () => turns.isBusy,
  };
}

function doneIf(outcome: Result<unknown, VaultFailure>): Result<null, VaultFailure> {
  return outcome.ok ? success(null) : outcome;
}
