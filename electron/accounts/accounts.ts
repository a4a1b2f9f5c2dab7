import type { AccountState } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { AddFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import type { Account, Adapter, AdapterTools } from '../chargers/charger.ts';
import type { VaultFailure } from '../credentials/vault.ts';
import type { AccountRecord } from '../settings/kept-settings.ts';
import type { AccountParts, Accounts, SignInForm } from './account-parts.ts';
import { type Held, newHeld, stateOf } from './held.ts';

/** Opens the book of accounts: who is signed in, and where the secrets are. */
export function createAccounts(parts: AccountParts): Accounts {
  return new AccountBook(parts);
}

class AccountBook implements Accounts {
  readonly #parts: AccountParts;
  readonly #all: Map<string, Held>;
  /** Ids whose secrets nobody wants any more, and which a hanging keychain may still hold. */
  readonly #orphans = new Set<string>();

  constructor(parts: AccountParts) {
    this.#parts = parts;
    this.#all = new Map(parts.records.map((record) => [record.id, this.#held(record)]));
  }

  start(): void {
    for (const mine of this.#all.values()) void this.#openKept(mine);
  }

  async add(
    brand: Adapter['brand'],
    form: SignInForm,
  ): Promise<Result<{ accountId: string }, AddFailure>> {
    const mine = this.#sameAs(brand, form) ?? this.#newHeld(brand, form);
    const result = await this.#signIn(mine, form);
    return result.ok ? success({ accountId: mine.record.id }) : result;
  }

  async signInAgain(accountId: string, form: SignInForm): Promise<Result<null, AddFailure>> {
    const mine = this.#all.get(accountId);
    return mine ? this.#signIn(mine, form) : failed({ kind: 'notSupported' });
  }

  async signOut(accountId: string): Promise<void> {
    const mine = this.#all.get(accountId);
    if (!mine) return;
    this.#close(mine);
    delete mine.reading;
    mine.signIn = 'signInNeeded';
    mine.waitsForKeychain = false;
    this.#parts.changed();
    await mine.writer.idle();
    await this.#removeSecrets(accountId);
  }

  async forget(accountId: string): Promise<void> {
    await this.signOut(accountId);
    this.#all.delete(accountId);
    this.#saveRecords();
    this.#parts.forgotten(accountId);
    this.#parts.changed();
  }

  setKeepSignedIn(accountId: string, keep: boolean): void {
    this.#change(accountId, (mine) => {
      mine.record = { ...mine.record, keepSignedIn: keep };
      mine.account?.setKeepSignedIn(keep);
      if (mine.account && mine.secrets === 'keychain') mine.writer.write(mine.account.secrets());
    });
  }

  setPollSeconds(accountId: string, seconds: number): void {
    this.#change(accountId, (mine) => {
      const floor = this.#adapter(mine.record.brand).pollFloorSeconds;
      mine.record = { ...mine.record, pollSeconds: Math.max(floor, seconds) };
    });
  }

  retryKeychain(): void {
    for (const id of this.#orphans) void this.#removeSecrets(id);
    for (const mine of this.#all.values()) if (mine.waitsForKeychain) void this.#openKept(mine);
  }

  record(accountId: string): AccountRecord | undefined {
    return this.#all.get(accountId)?.record;
  }

  states(): readonly AccountState[] {
    return [...this.#all.values()].map((mine) => stateOf(mine, this.#adapter(mine.record.brand)));
  }

  listed(accountId: string, outcome: { count: number } | Failure): void {
    const mine = this.#all.get(accountId);
    if (!mine) return;
    delete mine.trouble;
    mine.empty = 'count' in outcome && outcome.count === 0;
    if (!('count' in outcome)) mine.trouble = outcome;
    this.#parts.changed();
  }

  signInRefused(accountId: string): void {
    const mine = this.#all.get(accountId);
    if (mine) mine.signIn = 'signInNeeded';
    this.#parts.changed();
  }

  async stop(): Promise<void> {
    const writers = [...this.#all.values()].map(({ writer }) => writer.idle());
    for (const { account } of this.#all.values()) account?.close();
    await Promise.all(writers);
  }

  #held(record: AccountRecord): Held {
    return newHeld(record, this.#parts.vault, (failure) => this.#vaultFailed(failure));
  }

  #newHeld(brand: Adapter['brand'], { keepSignedIn }: SignInForm): Held {
    return this.#held({ id: this.#parts.newId(), brand, label: '', keepSignedIn });
  }

  /** An account that is added twice is the one that is there, or its chargers would be asked twice. */
  #sameAs(brand: Adapter['brand'], { fields }: SignInForm): Held | undefined {
    const label = this.#adapter(brand).labelOf(fields).toLowerCase();
    return [...this.#all.values()].find(
      ({ record }) => record.brand === brand && record.label.toLowerCase() === label,
    );
  }

  #tools(mine: Held, keepSignedIn: boolean): AdapterTools {
    return {
      ...this.#parts.tools,
      overrides: this.#parts.overrides[mine.record.brand] ?? {},
      keepSignedIn,
      secretsChanged: (secrets) => {
        if (mine.account && mine.secrets === 'keychain') mine.writer.write(secrets);
      },
    };
  }

  async #openKept(mine: Held): Promise<void> {
    mine.waitsForKeychain = false;
    const reading = {};
    mine.reading = reading;
    const kept = await this.#parts.vault.read(mine.record.id);
    if (mine.reading !== reading) return;
    if (!kept.ok) {
      mine.waitsForKeychain = true;
      // A keychain that is not there will not answer later: only the owner can help.
      if (kept.failure === 'absent') mine.signIn = 'signInNeeded';
      this.#vaultFailed(kept.failure);
    } else {
      this.#parts.keychain('working');
      if (kept.value === undefined) mine.signIn = 'signInNeeded';
      else {
        const { brand, keepSignedIn } = mine.record;
        this.#opened(mine, this.#adapter(brand).open(kept.value, this.#tools(mine, keepSignedIn)));
      }
    }
    this.#parts.changed();
  }

  /** Signs in and keeps the secrets; nothing is changed unless both work. */
  async #signIn(mine: Held, form: SignInForm): Promise<Result<null, AddFailure>> {
    const { keepSignedIn } = form;
    const adapter = this.#adapter(mine.record.brand);
    const result = await adapter.signIn(form.fields, this.#tools(mine, keepSignedIn));
    if (!result.ok) return result;
    const { account, label } = result.value;
    if (!form.untilQuit && !(await this.#keep(mine, account))) {
      account.close();
      return failed({ kind: 'noKeychain' });
    }
    // Whoever wants nothing kept does not want the secrets of the time before kept either.
    if (form.untilQuit && this.#all.has(mine.record.id)) void this.#removeSecrets(mine.record.id);
    mine.secrets = form.untilQuit ? 'untilQuit' : 'keychain';
    mine.record = { ...mine.record, label, keepSignedIn };
    this.#close(mine);
    this.#all.set(mine.record.id, mine);
    this.#saveRecords();
    this.#parts.signedIn(mine.record.id);
    this.#opened(mine, account);
    this.#parts.changed();
    return success(null);
  }

  async #keep(mine: Held, account: Account): Promise<boolean> {
    const { id } = mine.record;
    // Tokens of the session before may still be on their way to the same place.
    await mine.writer.idle();
    const written = await this.#parts.vault.write(id, account.secrets());
    if (written.ok) {
      this.#orphans.delete(id);
      this.#parts.keychain('working');
      return true;
    }
    this.#vaultFailed(written.failure);
    if (!this.#all.has(id)) this.#orphans.add(id);
    return false;
  }

  #opened(mine: Held, account: Account): void {
    delete mine.reading;
    mine.waitsForKeychain = false;
    mine.account = account;
    mine.signIn = 'signedIn';
    delete mine.trouble;
    this.#parts.opened(mine.record, account);
  }

  #close(mine: Held): void {
    if (!mine.account) return;
    mine.account.close();
    delete mine.account;
    this.#parts.closed(mine.record.id);
  }

  async #removeSecrets(id: string): Promise<void> {
    const removed = await this.#parts.vault.remove(id);
    if (removed.ok) this.#orphans.delete(id);
    else {
      this.#orphans.add(id);
      this.#vaultFailed(removed.failure);
    }
  }

  #vaultFailed(failure: VaultFailure): void {
    this.#parts.log.warn('keychain did not answer', { failure });
    this.#parts.keychain(failure);
  }

  #change(accountId: string, to: (mine: Held) => void): void {
    const mine = this.#all.get(accountId);
    if (!mine) return;
    to(mine);
    this.#saveRecords();
    this.#parts.changed();
  }

  #saveRecords(): void {
    this.#parts.saveRecords([...this.#all.values()].map(({ record }) => record));
  }

  #adapter(brand: Adapter['brand']): Adapter {
    const adapter = this.#parts.adapters[brand];
    if (!adapter) throw new Error(`No adapter for ${brand}`);
    return adapter;
  }
}
