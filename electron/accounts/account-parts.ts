import type { Confirmed } from '../../shared/domain/account/sign-in.ts';
import type { KeychainState } from '../../shared/domain/app/app-state.ts';
import type { Adapter, AdapterTools, Spent } from '../integrations/adapter.ts';
import type { Account } from '../integrations/connection.ts';
import type { Log } from '../ports/log.ts';
import type { Overrides } from '../ports/overrides.ts';
import type { Vault } from '../ports/vault.ts';
import type { AccountRecord } from '../settings/kept-settings.ts';

/** What a person gives to sign in, and how long they want it. Goes inwards once, is not kept here. */
export interface SignInForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly keepSignedIn: boolean;
  /** Keep the secrets in memory only, where there is no keychain. */
  readonly untilQuit: boolean;
  /** What was asked at the try before, and answered with yes. */
  readonly confirmed?: Confirmed | undefined;
  /** Aborted by whoever calls the sign-in off: then it leaves everything as it was. */
  readonly signal: AbortSignal;
}

export interface AccountParts {
  readonly records: readonly AccountRecord[];
  readonly adapters: Readonly<Record<string, Adapter>>;
  readonly vault: Vault;
  readonly log: Log;
  readonly newId: () => string;
  readonly tools: Pick<AdapterTools, 'clock' | 'http' | 'log' | 'random' | 'hide'>;
  readonly overrides: Overrides;
  /** What each account was asked lately, by its id: a restart must not make it a second burst. */
  readonly spent: Map<string, Spent>;
  /** Has that written at once; what is not pressing goes with the next reading. */
  readonly keepSpent: () => void;
  readonly saveRecords: (records: readonly AccountRecord[]) => void;
  readonly opened: (record: AccountRecord, account: Account) => void;
  /** A person signed in: whatever was told of a refused sign-in is settled. */
  readonly signedIn: (accountId: string) => void;
  readonly closed: (accountId: string) => void;
  readonly forgotten: (accountId: string) => void;
  readonly keychain: (state: KeychainState) => void;
  /** When a charger of the account was last seen, epoch ms. */
  readonly seenAt: (accountId: string) => number | undefined;
  readonly changed: () => void;
}
