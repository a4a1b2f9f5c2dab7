import type { AccountParts, SignInForm } from '../../../electron/accounts/account-parts.ts';
import { Accounts } from '../../../electron/accounts/accounts.ts';
import type { Adapter, AdapterTools, SignInWords } from '../../../electron/integrations/adapter.ts';
import type { Plain } from '../../../electron/integrations/connection.ts';
import type { HttpRequest } from '../../../electron/ports/http.ts';
import type { Vault } from '../../../electron/ports/vault.ts';
import type { AccountRecord } from '../../../electron/settings/kept-settings.ts';
import type { SignInFailure } from '../../../shared/domain/account/sign-in.ts';
import type { KeychainState } from '../../../shared/domain/app/app-state.ts';
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
  signal: new AbortController().signal,
  ...more,
});

/** Accounts over a keychain and a fake brand, and all that they tell. */
export class PeopleWith<V extends Vault> {
  readonly vault: V;
  readonly log = new RecordedLog();
  readonly told: string[] = [];
  readonly keychain: KeychainState[] = [];
  /** What was saved last. */
  saved: readonly AccountRecord[] | undefined;
  refuses: SignInFailure | undefined;
  /** What the brand was opened with, and what came of it, in order. */
  readonly seenAt = new Map<string, number>();
  readonly openedAskedAt: (number | undefined)[] = [];
  readonly openedWith: (string | undefined)[] = [];
  readonly openedPlain: (Plain | undefined)[] = [];
  /** What the brand was signed in with, in order. */
  readonly signedInWith: SignInWords[] = [];
  /** What happens in the moment in which the brand's sign-in has its answer. */
  atAnswer: () => void = () => undefined;
  /** What the brand's next sign-in gives. */
  freshSecrets: string | undefined = 'fresh tokens';
  identity: string | undefined;
  plain: Plain | undefined;
  readonly sessions: RecordedAccount[] = [];
  readonly tools: AdapterTools[] = [];
  readonly accounts: Accounts;
  #nextId = 1;

  constructor(vault: V, known: readonly (string | AccountRecord)[]) {
    this.vault = vault;
    const records = known.map((one) => (typeof one === 'string' ? recordOf(one) : one));
    this.accounts = new Accounts(this.#parts(records));
  }

  readonly adapter: Adapter = this.#brand();
  readonly asked: HttpRequest[] = [];

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
      adapters: { wallbox: this.adapter },
      vault: this.vault,
      log: this.log,
      newId: () => `new-${this.#nextId++}`,
      tools: {
        clock,
        log: this.log,
        random: () => 0,
        hide: () => undefined,
        http: {
          send: (request) => {
            this.asked.push(request);
            return Promise.reject(new Error('nobody is asked here'));
          },
          certificateAt: () => Promise.reject(new Error('nobody is asked here')),
          close: async () => undefined,
        },
      },
      spent: new Map(),
      keepSpent: () => undefined,
      overrides: { wallbox: { paceSeconds: 1 } },
      saveRecords: (saved) => {
        this.saved = saved;
      },
      opened: ({ id }) => void this.told.push(`opened ${id}`),
      signedIn: tell('signed in'),
      closed: tell('closed'),
      forgotten: tell('forgotten'),
      keychain: (state) => void this.keychain.push(state),
      seenAt: (id) => this.seenAt.get(id),
      changed: () => undefined,
    };
  }

  #brand(): Adapter {
    return {
      brand: 'wallbox',
      kind: 'cloudAccount',
      form: [],
      pollDefaultSeconds: 120,
      pollFloorSeconds: 60,
      patience: { ms: 15 * 60_000, reads: 1 },
      timeoutDefaultSeconds: 30,
      labelOf: (fields) => fields.email ?? '',
      fieldsOf: ({ label }) => ({ email: label }),
      signIn: async (words, tools) => {
        const { fields } = words;
        this.signedInWith.push(words);
        this.atAnswer();
        if (this.refuses) return failed(this.refuses);
        return success({
          label: fields.email ?? '',
          account: this.#session(this.freshSecrets, tools),
          ...(this.identity === undefined ? {} : { identity: this.identity }),
        });
      },
      open: ({ secrets, plain, askedAt }, tools) => {
        this.openedAskedAt.push(askedAt);
        this.openedWith.push(secrets);
        this.openedPlain.push(plain);
        return this.#session(secrets, tools);
      },
    };
  }

  #session(secrets: string | undefined, tools: AdapterTools): RecordedAccount {
    const account = new RecordedAccount([], secrets);
    const { plain } = this;
    if (plain) account.plain = () => plain;
    this.sessions.push(account);
    this.tools.push(tools);
    return account;
  }
}

/** Accounts over a fake keychain. */
export class People extends PeopleWith<FakeVault> {
  constructor(...known: (string | AccountRecord)[]) {
    super(new FakeVault(), known);
  }
}
