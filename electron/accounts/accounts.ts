import type { AccountState, KeychainState } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { AddFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import type { Account, Adapter, AdapterTools } from '../chargers/charger.ts';
import type { Vault, VaultFailure } from '../credentials/vault.ts';
import type { AccountRecord } from '../settings/kept-settings.ts';
import type { Log } from '../system/log.ts';
import type { Overrides } from '../system/overrides.ts';
import { type Held, stateOf } from './held.ts';
import { createSecretWriter } from './secret-writer.ts';

/** What a person gives to sign in. Goes inwards once and is not kept here. */
export interface SignInForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly keepSignedIn: boolean;
  /** Keep the secrets in memory only, where there is no keychain. */
  readonly untilQuit: boolean;
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
  /** Asks the keychain again for accounts that wait for it. */
  retryKeychain(): void;
  record(accountId: string): AccountRecord | undefined;
  states(): readonly AccountState[];
  /** The list of chargers was read, or not. */
  listed(accountId: string, outcome: { count: number } | Failure): void;
  signInRefused(accountId: string): void;
  /** Ends the sessions in memory and waits for secrets that are still being written. */
  stop(): Promise<void>;
}

export interface AccountParts {
  readonly records: readonly AccountRecord[];
  readonly adapters: Readonly<Record<string, Adapter>>;
  readonly vault: Vault;
  readonly log: Log;
  readonly newId: () => string;
  readonly tools: Omit<AdapterTools, 'secretsChanged' | 'keepSignedIn' | 'overrides'>;
  readonly overrides: Overrides;
  readonly saveRecords: (records: readonly AccountRecord[]) => void;
  readonly opened: (record: AccountRecord, account: Account) => void;
  /** A person signed in: whatever was told of a refused sign-in is settled. */
  readonly signedIn: (accountId: string) => void;
  readonly closed: (accountId: string) => void;
  readonly forgotten: (accountId: string) => void;
  readonly keychain: (state: KeychainState) => void;
  readonly changed: () => void;
}

export function createAccounts(parts: AccountParts): Accounts {
  const { vault, log } = parts;
  const all = new Map<string, Held>(parts.records.map((record) => [record.id, held(record)]));

  function held(record: AccountRecord): Held {
    const writer = createSecretWriter(vault, record.id, (failure) => vaultFailed(failure));
    const fresh = { waitsForKeychain: false, empty: false, secrets: 'keychain' } as const;
    return { record, signIn: 'working', writer, ...fresh };
  }

  function vaultFailed(failure: VaultFailure): void {
    log.warn('keychain did not answer', { failure });
    parts.keychain(failure);
  }

  function saveRecords(): void {
    parts.saveRecords([...all.values()].map(({ record }) => record));
  }

  function tools(mine: Held, keepSignedIn: boolean): AdapterTools {
    return {
      ...parts.tools,
      overrides: parts.overrides[mine.record.brand] ?? {},
      keepSignedIn,
      secretsChanged: (secrets) => {
        if (mine.account && mine.secrets === 'keychain') mine.writer.write(secrets);
      },
    };
  }

  async function openKept(mine: Held): Promise<void> {
    mine.waitsForKeychain = false;
    const reading = {};
    mine.reading = reading;
    const kept = await vault.read(mine.record.id);
    if (mine.reading !== reading) return;
    if (!kept.ok) {
      mine.waitsForKeychain = true;
      vaultFailed(kept.failure);
    } else {
      parts.keychain('working');
      if (kept.value === undefined) mine.signIn = 'signInNeeded';
      else opened(mine, openWith(mine, kept.value));
    }
    parts.changed();
  }

  function openWith(mine: Held, secrets: string): Account {
    return adapterOf(mine.record).open(secrets, tools(mine, mine.record.keepSignedIn));
  }

  function opened(mine: Held, account: Account): void {
    delete mine.reading;
    mine.waitsForKeychain = false;
    mine.account = account;
    mine.signIn = 'signedIn';
    delete mine.trouble;
    parts.opened(mine.record, account);
  }

  function close(mine: Held): void {
    if (!mine.account) return;
    mine.account.close();
    delete mine.account;
    parts.closed(mine.record.id);
  }

  function adapterOf(record: Pick<AccountRecord, 'brand'>): Adapter {
    const adapter = parts.adapters[record.brand];
    if (!adapter) throw new Error(`No adapter for ${record.brand}`);
    return adapter;
  }

  /** Signs in and keeps the secrets; nothing is changed unless both work. */
  async function signIn(mine: Held, form: SignInForm): Promise<Result<null, AddFailure>> {
    const { keepSignedIn } = form;
    const result = await adapterOf(mine.record).signIn(form.fields, tools(mine, keepSignedIn));
    if (!result.ok) return result;
    const { account, label } = result.value;
    if (!form.untilQuit) {
      // Tokens of the session before may still be on their way to the same place.
      await mine.writer.idle();
      const written = await vault.write(mine.record.id, account.secrets());
      if (!written.ok) {
        account.close();
        vaultFailed(written.failure);
        return failed({ kind: 'noKeychain' });
      }
      parts.keychain('working');
    }
    mine.secrets = form.untilQuit ? 'untilQuit' : 'keychain';
    mine.record = { ...mine.record, label, keepSignedIn };
    close(mine);
    all.set(mine.record.id, mine);
    saveRecords();
    parts.signedIn(mine.record.id);
    opened(mine, account);
    parts.changed();
    return success(null);
  }

  function change(accountId: string, to: (mine: Held) => void): void {
    const mine = all.get(accountId);
    if (!mine) return;
    to(mine);
    saveRecords();
    parts.changed();
  }

  async function signOut(accountId: string): Promise<void> {
    const mine = all.get(accountId);
    if (!mine) return;
    close(mine);
    delete mine.reading;
    mine.signIn = 'signInNeeded';
    mine.waitsForKeychain = false;
    parts.changed();
    await mine.writer.idle();
    const removed = await vault.remove(accountId);
    if (!removed.ok) vaultFailed(removed.failure);
  }

  return {
    start() {
      for (const mine of all.values()) void openKept(mine);
    },
    async add(brand, form) {
      const mine = held({ id: parts.newId(), brand, label: '', keepSignedIn: form.keepSignedIn });
      const result = await signIn(mine, form);
      return result.ok ? success({ accountId: mine.record.id }) : result;
    },
    async signInAgain(accountId, form) {
      const mine = all.get(accountId);
      if (!mine) return failed({ kind: 'notSupported' });
      return signIn(mine, form);
    },
    signOut,
    async forget(accountId) {
      await signOut(accountId);
      all.delete(accountId);
      saveRecords();
      parts.forgotten(accountId);
      parts.changed();
    },
    setKeepSignedIn(accountId, keep) {
      change(accountId, (mine) => {
        mine.record = { ...mine.record, keepSignedIn: keep };
        mine.account?.setKeepSignedIn(keep);
        if (mine.account && mine.secrets === 'keychain') mine.writer.write(mine.account.secrets());
      });
    },
    setPollSeconds(accountId, seconds) {
      change(accountId, (mine) => {
        const floor = adapterOf(mine.record).pollFloorSeconds;
        mine.record = { ...mine.record, pollSeconds: Math.max(floor, seconds) };
      });
    },
    retryKeychain() {
      for (const mine of all.values()) if (mine.waitsForKeychain) void openKept(mine);
    },
    record: (accountId) => all.get(accountId)?.record,
    states: () => [...all.values()].map((mine) => stateOf(mine, adapterOf(mine.record))),
    listed(accountId, outcome) {
      const mine = all.get(accountId);
      if (!mine) return;
      delete mine.trouble;
      mine.empty = 'count' in outcome && outcome.count === 0;
      if (!('count' in outcome)) mine.trouble = outcome;
      parts.changed();
    },
    signInRefused(accountId) {
      const mine = all.get(accountId);
      if (mine) mine.signIn = 'signInNeeded';
      parts.changed();
    },
    async stop() {
      const writers = [...all.values()].map(({ writer }) => writer.idle());
      for (const { account } of all.values()) account?.close();
      await Promise.all(writers);
    },
  };
}
