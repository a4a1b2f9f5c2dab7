import type { AccountState } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Account, Adapter } from '../chargers/charger.ts';
import type { AccountRecord } from '../settings/kept-settings.ts';
import type { SecretWriter } from './secret-writer.ts';

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
