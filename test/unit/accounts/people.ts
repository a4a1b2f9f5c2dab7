import type {
  AccountParts,
  Accounts,
  SignInForm,
} from '../../../electron/accounts/account-parts.ts';
import { createAccounts } from '../../../electron/accounts/accounts.ts';
import type { Adapter, AdapterTools } from '../../../electron/chargers/charger.ts';
import type { AccountRecord } from '../../../electron/settings/kept-settings.ts';
import type { KeychainState } from '../../../shared/domain/app-state.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, success } from '../../../shared/result.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { FakeVault } from '../../fakes/fake-vault.ts';
import { RecordedAccount } from '../../fakes/recorded-account.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

export const password = 'correct horse';
export const recordOf = (id: string): AccountRecord => ({
  id,
  brand: 'wallbox',
  label: `${id}@example.com`,
  keepSignedIn: true,
});

export const form = (more: Partial<SignInForm> = {}): SignInForm => ({
  fields: { email: 'owner@example.com', password },
  keepSignedIn: true,
  untilQuit: false,
  ...more,
});

/** Accounts over a fake keychain and a fake brand, and all that they tell. */
export class People {
  readonly vault = new FakeVault();
  readonly log = new RecordedLog();
  readonly told: string[] = [];
  readonly keychain: KeychainState[] = [];
  /** What was saved last. */
  saved: readonly AccountRecord[] | undefined;
  refuses: Failure | undefined;
  /** What the brand was opened with, and what came of it, in order. */
  readonly openedWith: string[] = [];
  readonly sessions: RecordedAccount[] = [];
  readonly tools: AdapterTools[] = [];
  readonly accounts: Accounts;
  #nextId = 1;

  constructor(...ids: string[]) {
    this.accounts = createAccounts(this.#parts(ids.map(recordOf)));
  }

  state(id: string) {
    const found = this.accounts.states().find((state) => state.id === id);
    if (!found) throw new Error(`no account ${id}`);
    return found;
  }

  /** The last session that was opened, with the tools it was given. */
  get session(): { account: RecordedAccount; tools: AdapterTools } {
    const account = this.sessions.at(-1);
    const tools = this.tools.at(-1);
    if (!account || !tools) throw new Error('no session');
    return { account, tools };
  }

  #parts(records: readonly AccountRecord[]): AccountParts {
    const clock = new FakeClock();
    const tell = (what: string) => (id: string) => void this.told.push(`${what} ${id}`);
    return {
      records,
      adapters: { wallbox: this.#brand() },
      vault: this.vault,
      log: this.log,
      newId: () => `new-${this.#nextId++}`,
      tools: {
        clock,
        log: this.log,
        random: () => 0,
        hide: () => undefined,
        http: {
          send: () => Promise.reject(new Error('nobody is asked here')),
          close: async () => undefined,
        },
      },
      overrides: { wallbox: { paceSeconds: 1 } },
      saveRecords: (saved) => {
        this.saved = saved;
      },
      opened: ({ id }) => void this.told.push(`opened ${id}`),
      signedIn: tell('signed in'),
      closed: tell('closed'),
      forgotten: tell('forgotten'),
      keychain: (state) => void this.keychain.push(state),
      changed: () => undefined,
    };
  }

  #brand(): Adapter {
    return {
      brand: 'wallbox',
      form: [],
      pollDefaultSeconds: 120,
      pollFloorSeconds: 60,
      labelOf: (fields) => fields.email ?? '',
      signIn: async (fields, tools) => {
        if (this.refuses) return failed(this.refuses);
        return success({
          label: fields.email ?? '',
          account: this.#session('fresh tokens', tools),
        });
      },
      open: (secrets, tools) => {
        this.openedWith.push(secrets);
        return this.#session(secrets, tools);
      },
    };
  }

  #session(secrets: string, tools: AdapterTools): RecordedAccount {
    const account = new RecordedAccount([], secrets);
    this.sessions.push(account);
    this.tools.push(tools);
    return account;
  }
}
