import type { AccountState } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Account, Adapter } from '../chargers/charger.ts';
import type { Vault, VaultFailure } from '../credentials/vault.ts';
import type { AccountRecord } from '../settings/kept-settings.ts';
import { createSecretWriter, type SecretWriter } from './secret-writer.ts';

/** One account as the accounts hold it. Changed by them alone. */
export interface Held {
  record: AccountRecord;
  signIn: AccountState['signIn'];
  secrets: AccountState['secrets'];
  writer: SecretWriter;
  account?: Account;
  /** The question to the keychain whose answer counts; a late answer to another is not heard. */
  reading?: object;
  waitsForKeychain: boolean;
  trouble?: Failure;
  empty: boolean;
}

/** An account that was not opened yet. `unwritten` hears of secrets that could not be kept. */
export function newHeld(
  record: AccountRecord,
  vault: Vault,
  unwritten: (failure: VaultFailure) => void,
): Held {
  const writer = createSecretWriter(vault, record.id, unwritten);
  const fresh = { waitsForKeychain: false, empty: false, secrets: 'keychain' } as const;
  return { record, signIn: 'working', writer, ...fresh };
}

/** What the window may know of it: nothing secret. */
export function stateOf(mine: Held, adapter: Adapter): AccountState {
  const { record, signIn, secrets, trouble, empty } = mine;
  return {
    id: record.id,
    brand: record.brand,
    label: record.label,
    signIn,
    secrets,
    keepSignedIn: record.keepSignedIn,
    pollSeconds: record.pollSeconds ?? adapter.pollDefaultSeconds,
    pollFloorSeconds: adapter.pollFloorSeconds,
    ...(trouble ? { trouble } : {}),
    ...(empty ? { empty: true as const } : {}),
  };
}
