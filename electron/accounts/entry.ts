import type { AccountState, AccountWay } from '../../shared/domain/app/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { harmless } from '../../shared/domain/harmless.ts';
import type { AddFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Adapter, SignedIn, SignInWords } from '../integrations/adapter.ts';
import type { Account, PollInterval } from '../integrations/connection.ts';
import type { Vault } from '../ports/vault.ts';
import type { AccountRecord } from '../settings/kept-settings.ts';
import type { SignInForm } from './account-parts.ts';
import { SecretWriter } from './secret-writer.ts';

/** One account as the accounts hold it. Changed by them alone. */
export interface AccountEntry {
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

/** An account that was not opened yet. `wrote` hears what became of secrets that changed. */
export function newEntry(
  record: AccountRecord,
  vault: Vault,
  wrote: ConstructorParameters<typeof SecretWriter>[2],
): AccountEntry {
  const writer = new SecretWriter(vault, record.id, wrote);
  const fresh = { waitsForKeychain: false, empty: false, secrets: 'keychain' } as const;
  return { record, signIn: 'working', writer, ...fresh };
}

/** An account that is added twice is the one that is there, or its chargers would be asked twice. */
export function entryAs(
  all: Iterable<AccountEntry>,
  brand: Adapter['brand'],
  label: string,
): AccountEntry | undefined {
  const kept = harmless(label).toLowerCase();
  const isSame = ({ record }: AccountEntry) =>
    record.brand === brand && record.label.toLowerCase() === kept;
  return [...all].find(isSame);
}

/** Whether nobody was faster than the start of the app, by signing in or out. */
export function isUntouched({ account, signIn }: AccountEntry): boolean {
  return account === undefined && signIn === 'working';
}

/** From now on it has a session. */
export function signedInto(mine: AccountEntry, account: Account): void {
  delete mine.reading;
  delete mine.trouble;
  mine.waitsForKeychain = false;
  mine.account = account;
  mine.signIn = 'signedIn';
}

/** Only its owner can open it again; what the keychain still answers is not heard. */
export function signedOutOf(mine: AccountEntry): void {
  delete mine.reading;
  mine.waitsForKeychain = false;
  mine.signIn = 'signInNeeded';
}

/** Its list of chargers was read, or not. */
export function heardList(mine: AccountEntry, outcome: { readonly count: number } | Failure): void {
  delete mine.trouble;
  mine.empty = 'count' in outcome && outcome.count === 0;
  if (!('count' in outcome)) mine.trouble = outcome;
}

/** What the window may know of it: nothing secret. */
export function stateOf(mine: AccountEntry, adapter: Adapter): AccountState {
  const { record, signIn, secrets, trouble, empty } = mine;
  const { label, plain } = record;
  return {
    ...wayOf(mine, adapter),
    id: record.id,
    brand: record.brand,
    label,
    signIn,
    fields: adapter.fieldsOf({ label, ...(plain ? { plain } : {}) }),
    secrets: record.bare ? 'none' : secrets,
    keepSignedIn: record.keepSignedIn,
    ...(trouble ? { trouble } : {}),
    ...(empty ? { empty: true as const } : {}),
  };
}

function wayOf({ account, record }: AccountEntry, adapter: Adapter): AccountWay {
  const { kind } = adapter;
  if (kind === 'listener') return { kind };
  const timeoutSeconds = record.timeoutSeconds ?? adapter.timeoutDefaultSeconds;
  const polled = {
    pollSeconds: record.pollSeconds ?? adapter.pollDefaultSeconds,
    pollFloorSeconds: adapter.pollFloorSeconds,
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  };
  if (kind === 'cloudAccount') return { kind, ...polled };
  const certificate = account?.certificate?.();
  return { kind, ...polled, ...(certificate ? { certificate } : {}) };
}

/** Of a sign-in that nobody wants any more; its answer may come in that very moment. */
export function calledOff(result: Result<SignedIn, unknown>): Result<never, AddFailure> {
  if (result.ok) result.value.account.close();
  return failed({ kind: 'cancelled' });
}

/** The record of an account after a sign-in. */
export function recordAfter(
  before: AccountRecord,
  { account, identity, label }: SignedIn,
  { keepSignedIn }: Pick<SignInForm, 'keepSignedIn'>,
): AccountRecord {
  const { bare: _bare, ...rest } = before;
  const plain = account.plain?.();
  return {
    ...rest,
    label: harmless(label),
    keepSignedIn,
    ...(plain ? { plain } : {}),
    ...(identity === undefined ? {} : { identity }),
    ...(account.secrets() === undefined ? { bare: true as const } : {}),
  };
}

/**
 * Another account that has the charger already. One charger under two addresses is one charger, or
 * it would be asked twice at a time: the account that is there takes the new address.
 */
export function ownerOf(
  all: Iterable<AccountEntry>,
  { identity }: Pick<SignedIn, 'identity'>,
  asked: AccountEntry,
): AccountEntry | undefined {
  const { brand, id } = asked.record;
  if (identity === undefined) return undefined;
  return [...all].find(
    ({ record }) => record.id !== id && record.brand === brand && record.identity === identity,
  );
}

/** What the brand is told of the time before: what was kept of this account, and which are open. */
export function knownBefore(
  all: ReadonlyMap<string, AccountEntry>,
  { account, record: { brand, id, plain } }: AccountEntry,
): Pick<SignInWords, 'before' | 'open'> {
  const open = [...all.values()].flatMap((one) =>
    one.record.brand === brand && one.account ? [one.account] : [],
  );
  return all.has(id) ? { open, before: { secrets: account?.secrets(), plain } } : { open };
}

/** As often as its owner wants and its brand allows; of whom nobody asks, nothing changes. */
export function polledEvery(
  record: AccountRecord,
  adapter: Adapter,
  seconds: number,
): AccountRecord {
  if (adapter.kind === 'listener') return record;
  return { ...record, pollSeconds: Math.max(adapter.pollFloorSeconds, seconds) };
}

/** Seconds between two readings of one charger of an account; 0 for one that is gone. */
export function intervalOf(
  state: AccountWay | undefined,
  paceSeconds: number | undefined,
): PollInterval {
  const isPolled = state !== undefined && state.kind !== 'listener';
  const pollSeconds = isPolled ? state.pollSeconds : 0;
  const floorSeconds = isPolled ? state.pollFloorSeconds : 0;
  return { pollSeconds, floorSeconds, ...(paceSeconds === undefined ? {} : { paceSeconds }) };
}
