import type { AccountState } from '../../shared/domain/app/app-state.ts';
import type { Brand } from '../../shared/domain/brand.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { AddFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import type { Adapter, AdapterTools } from '../integrations/adapter.ts';
import type { Account, PollInterval } from '../integrations/connection.ts';
import { PromptOnce } from '../ports/vault.ts';
import type { AccountRecord } from '../settings/kept-settings.ts';
import type { AccountParts, SignInForm } from './account-parts.ts';
import { CredentialStore } from './credential-store.ts';
import {
  type AccountEntry,
  calledOff,
  entryAs,
  heardList,
  intervalOf,
  isUntouched,
  knownBefore,
  newEntry,
  ownerOf,
  polledEvery,
  recordAfter,
  signedInto,
  signedOutOf,
  stateOf,
} from './entry.ts';
import { toolsFor } from './tools-for.ts';

/** The accounts, their sign-ins and where their secrets are. */
export class Accounts {
  readonly #parts: AccountParts;
  readonly #safe: CredentialStore;
  readonly #all: Map<string, AccountEntry>;

  constructor(parts: AccountParts) {
    this.#parts = parts;
    this.#safe = new CredentialStore(parts);
    this.#all = new Map(parts.records.map((record) => [record.id, this.#held(record)]));
  }

  /** Opens every known account. Does not wait: the keychain may take its time. */
  start(): void {
    const prompt = new PromptOnce();
    for (const mine of this.#all.values()) if (isUntouched(mine)) void this.#openKept(mine, prompt);
  }

  async add(brand: Brand, form: SignInForm): Promise<Result<{ accountId: string }, AddFailure>> {
    const { fields, keepSignedIn } = form;
    const label = this.#adapter(brand).labelOf(fields);
    const fresh = () => this.#held({ id: this.#parts.newId(), brand, label: '', keepSignedIn });
    const mine = entryAs(this.#all.values(), brand, label) ?? fresh();
    const result = await this.#signIn(mine, form);
    return result.ok ? success({ accountId: result.value.record.id }) : result;
  }

  async signInAgain(accountId: string, form: SignInForm): Promise<Result<null, AddFailure>> {
    const mine = this.#all.get(accountId);
    if (!mine) return failed({ kind: 'notSupported' });
    const result = await this.#signIn(mine, form);
    return result.ok ? success(null) : result;
  }

  /** Forgets the secrets, keeps the account. */
  async signOut(accountId: string): Promise<void> {
    const mine = this.#all.get(accountId);
    if (!mine) return;
    this.#close(mine);
    signedOutOf(mine);
    this.#parts.changed();
    await mine.writer.idle();
    mine.writer.drop();
    if (!mine.record.bare) await this.#safe.remove(accountId, new PromptOnce());
  }

  /** Forgets everything about the account. */
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
      const secrets = mine.secrets === 'keychain' ? mine.account?.secrets() : undefined;
      if (secrets !== undefined) mine.writer.write(secrets, new PromptOnce());
    });
  }

  setPollSeconds(accountId: string, seconds: number): void {
    this.#change(accountId, (mine) => {
      mine.record = polledEvery(mine.record, this.#adapter(mine.record.brand), seconds);
    });
  }

  setTimeoutSeconds(accountId: string, seconds: number): void {
    this.#change(accountId, (mine) => {
      mine.record = { ...mine.record, timeoutSeconds: seconds };
      mine.account?.setTimeoutSeconds?.(seconds);
    });
  }

  /** Asks the keychain again for what waits for it; by its owner's leave also with a prompt. */
  retryKeychain(prompt?: PromptOnce): void {
    for (const mine of this.#all.values()) {
      mine.writer.writeAgain(prompt);
      if (mine.waitsForKeychain) void this.#openKept(mine, prompt);
    }
    this.#safe.retry(prompt);
  }

  record(accountId: string): AccountRecord | undefined {
    return this.#all.get(accountId)?.record;
  }

  states(): readonly AccountState[] {
    return [...this.#all.values()].map((mine) => stateOf(mine, this.#adapter(mine.record.brand)));
  }

  listed(accountId: string, outcome: { count: number } | Failure): void {
    const mine = this.#all.get(accountId);
    if (mine) heardList(mine, outcome);
  }

  signInRefused(accountId: string): void {
    const mine = this.#all.get(accountId);
    if (mine) mine.signIn = 'signInNeeded';
    this.#parts.changed();
  }

  /** It answered again, so that whatever was refused is accepted by now. */
  answered(accountId: string): void {
    const mine = this.#all.get(accountId);
    if (mine?.account && mine.signIn === 'signInNeeded') mine.signIn = 'signedIn';
  }

  /** Seconds between two readings of one of its chargers, as its owner has set it. */
  interval(accountId: string): PollInterval {
    const state = this.states().find(({ id }) => id === accountId);
    return intervalOf(state, this.paceSeconds(accountId));
  }

  paceSeconds(accountId: string): number | undefined {
    return this.#all.get(accountId)?.account?.paceSeconds?.();
  }

  /** Ends the sessions in memory and waits for secrets that are still being written. */
  async stop(): Promise<void> {
    const writers = [...this.#all.values()].map(({ writer }) => writer.idle());
    for (const { account } of this.#all.values()) account?.close();
    await Promise.all(writers);
  }

  #held(record: AccountRecord): AccountEntry {
    return newEntry(record, this.#parts.vault, (outcome) => this.#safe.heard(outcome));
  }

  #tools(whose: () => AccountEntry, keepSignedIn: boolean): AdapterTools {
    return toolsFor(this.#parts, { whose, keepSignedIn, saveRecords: () => this.#saveRecords() });
  }

  async #openKept(mine: AccountEntry, prompt: PromptOnce | undefined): Promise<void> {
    mine.waitsForKeychain = false;
    if (mine.record.bare) return this.#openWith(mine, undefined);
    const reading = {};
    mine.reading = reading;
    const kept = await this.#safe.read(mine.record.id, prompt);
    if (mine.reading !== reading) return;
    if (!kept.ok) {
      mine.waitsForKeychain = true;
      // A keychain that is not there will not answer later: only the owner can help.
      if (kept.failure === 'absent') mine.signIn = 'signInNeeded';
    } else if (kept.value === undefined) mine.signIn = 'signInNeeded';
    else return this.#openWith(mine, kept.value);
    this.#parts.changed();
  }

  #openWith(mine: AccountEntry, secrets: string | undefined): void {
    const { brand, id, keepSignedIn, plain } = mine.record;
    const askedAt = this.#parts.seenAt(id);
    const tools = this.#tools(() => mine, keepSignedIn);
    this.#opened(mine, this.#adapter(brand).open({ secrets, plain, askedAt }, tools));
    this.#parts.changed();
  }

  /** Signs in and keeps the secrets; nothing is changed unless both work. Tells whose account it is. */
  async #signIn(asked: AccountEntry, form: SignInForm): Promise<Result<AccountEntry, AddFailure>> {
    let mine = asked;
    const result = await this.#adapter(asked.record.brand).signIn(
      { ...form, ...knownBefore(this.#all, asked) },
      this.#tools(() => mine, form.keepSignedIn),
    );
    if (form.signal.aborted) return calledOff(result);
    if (!result.ok) return result;
    mine = ownerOf(this.#all.values(), result.value, asked) ?? asked;
    const { account } = result.value;
    const isKnown = this.#all.has(mine.record.id);
    const kept = await this.#safe.keep(mine, { form, secrets: account.secrets(), isKnown });
    if (!kept.ok) {
      account.close();
      return kept;
    }
    mine.secrets = form.untilQuit ? 'untilQuit' : 'keychain';
    mine.record = recordAfter(mine.record, result.value, form);
    this.#close(mine);
    this.#all.set(mine.record.id, mine);
    this.#saveRecords();
    this.#parts.signedIn(mine.record.id);
    this.#opened(mine, account);
    this.#parts.changed();
    return success(mine);
  }

  #opened(mine: AccountEntry, account: Account): void {
    signedInto(mine, account);
    this.#parts.opened(mine.record, account);
  }

  #close(mine: AccountEntry): void {
    const { account } = mine;
    if (!account) return;
    delete mine.account;
    // Before what is broken off by that could be heard as a failure.
    this.#parts.closed(mine.record.id);
    account.close();
  }

  #change(accountId: string, to: (mine: AccountEntry) => void): void {
    const mine = this.#all.get(accountId);
    if (!mine) return;
    to(mine);
    this.#saveRecords();
    this.#parts.changed();
  }

  #saveRecords(): void {
    this.#parts.saveRecords([...this.#all.values()].map(({ record }) => record));
  }

  #adapter(brand: Brand): Adapter {
    const adapter = this.#parts.adapters[brand];
    if (!adapter) throw new Error(`No adapter for ${brand}`);
    return adapter;
  }
}
