import type { Confirmed } from '../../shared/domain/account/sign-in.ts';
import type { AccountState, KeychainState } from '../../shared/domain/app/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { AddFailure } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { Adapter, AdapterTools } from '../integrations/adapter.ts';
import type { Account, PollInterval } from '../integrations/connection.ts';
import type { Overrides } from '../platform/electron/overrides.ts';
import type { Log } from '../ports/log.ts';
import type { PromptOnce, Vault } from '../ports/vault.ts';
import type { AccountRecord } from '../settings/kept-settings.ts';

/** What a person gives to sign in. Goes inwards once and is not kept here. */
export interface SignInForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly keepSignedIn: boolean;
  /** Keep the secrets in memory only, where there is no keychain. */
  readonly untilQuit: boolean;
  /** What was asked at the try before, and answered with yes. */
  readonly confirmed?: Confirmed | undefined;
}

/** The accounts, their sign-ins and where their secrets are. */
export interface Accounts {
  /** Opens every known account. Does not wait: the keychain may take its time. */
  start(): void;
  add(
    brand: Adapter['brand'],
    form: SignInForm,
  ): Promise<Result<{ accountId: string }, AddFailure>>;
  signInAgain(accountId: string, form: SignInForm): Promise<Result<null, AddFailure>>;
  /** Forgets the secrets, keeps the account. */
  signOut(accountId: string): Promise<void>;
  /** Forgets everything about the account. */
  forget(accountId: string): Promise<void>;
  setKeepSignedIn(accountId: string, keep: boolean): void;
  setPollSeconds(accountId: string, seconds: number): void;
  setTimeoutSeconds(accountId: string, seconds: number): void;
  /** Asks the keychain again for what waits for it; by its owner's leave also with a prompt. */
  retryKeychain(prompt?: PromptOnce): void;
  record(accountId: string): AccountRecord | undefined;
  states(): readonly AccountState[];
  /** The list of chargers was read, or not. */
  listed(accountId: string, outcome: { count: number } | Failure): void;
  signInRefused(accountId: string): void;
  /** It answered again, so that whatever was refused is accepted by now. */
  answered(accountId: string): void;
  /** Seconds between two readings of one of its chargers, as its owner has set it. */
  interval(accountId: string): PollInterval;
  /** Replaces every interval of an account; tests and the demo only. */
  paceSeconds(accountId: string): number | undefined;
  /** Ends the sessions in memory and waits for secrets that are still being written. */
  stop(): Promise<void>;
}

export interface AccountParts {
  readonly records: readonly AccountRecord[];
  readonly adapters: Readonly<Record<string, Adapter>>;
  readonly vault: Vault;
  readonly log: Log;
  readonly newId: () => string;
  readonly tools: Pick<AdapterTools, 'clock' | 'http' | 'log' | 'random' | 'hide'>;
  readonly overrides: Overrides;
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
