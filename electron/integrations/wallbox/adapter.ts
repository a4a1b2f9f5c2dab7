import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { Adapter, AdapterTools } from '../adapter.ts';
import type {
  Connection,
  PolledAccount,
  PolledCharger,
  PollPolicy,
  RequestOptions,
} from '../connection.ts';
import { saidAtSignIn } from '../kit/said-at-sign-in.ts';
import { whileWanted } from '../kit/while-wanted.ts';
import { polled } from '../polled/account-poller.ts';
import { deserialized } from './auth/secrets.ts';
import { WallboxCharger } from './charger.ts';
import { WallboxClient } from './client.ts';
import { readGroups } from './wire.ts';

/** Wallbox, through the cloud of its own app. */
export const wallboxAdapter: Adapter<PolledAccount> = {
  brand: 'wallbox',
  kind: 'cloudAccount',
  form: [
    { name: 'email', type: 'email', required: true, fixed: true },
    { name: 'password', type: 'password', required: true },
  ],
  pollDefaultSeconds: 120,
  pollFloorSeconds: 60,
  patience: { ms: 15 * 60_000, reads: 1 },
  fetchesSessions: true,
  labelOf: (fields) => fields.email?.trim() ?? '',
  fieldsOf: ({ label }) => ({ email: label }),
  async signIn({ fields, signal }, tools) {
    const email = fields.email?.trim();
    const password = fields.password;
    if (!email || !password) return failed({ kind: 'signInNeeded', cause: 'noSecret' });
    let answered = false;
    const secretsChanged = (secrets: string) => answered && tools.secretsChanged(secrets);
    const client = new WallboxClient({ ...tools, secretsChanged }, { email, password });
    const signedIn = await whileWanted(signal, client, () => client.session.signIn());
    answered = true;
    if (signedIn.ok) return success({ label: email, account: new WallboxAccount(client, tools) });
    client.close();
    return failed(saidAtSignIn(signedIn.failure));
  },
  open: ({ secrets }, tools) =>
    new WallboxAccount(new WallboxClient(tools, deserialized(secrets ?? '')), tools),
};

class WallboxAccount implements PolledAccount {
  readonly #client: WallboxClient;
  readonly #tools: AdapterTools;
  readonly #chargers = new Map<string, WallboxCharger>();

  constructor(client: WallboxClient, tools: AdapterTools) {
    this.#client = client;
    this.#tools = tools;
  }

  secrets(): string {
    return this.#client.session.secrets();
  }

  paceSeconds(): number | undefined {
    return this.#tools.overrides.paceSeconds;
  }

  connect(policy: PollPolicy): Connection {
    const { clock, random } = this.#tools;
    return polled(this, { clock, random, policy });
  }

  waitMs(): number {
    return this.#client.waitMs();
  }

  setKeepSignedIn(keep: boolean): void {
    this.#client.session.setKeepSignedIn(keep);
  }

  async listChargers({
    signal,
  }: RequestOptions): Promise<Result<readonly PolledCharger[], Failure>> {
    const template = '/v3/chargers/groups';
    const missing = { kind: 'notUnderstood' } as const;
    const listing = await this.#client.read({
      turn: 'list',
      template,
      signal,
      missing,
      understand: readGroups,
    });
    if (!listing.ok) return listing;
    const { chargers, skipped } = listing.value;
    if (skipped > 0)
      this.#tools.log.warn('Wallbox listed chargers without a usable id', { skipped });
    return success(
      chargers.map((listed) => {
        const charger =
          this.#chargers.get(listed.id) ?? new WallboxCharger(this.#client, this.#tools, listed);
        this.#chargers.set(listed.id, charger);
        charger.relist(listed);
        return charger;
      }),
    );
  }

  close(): void {
    this.#client.close();
    this.#chargers.clear();
  }
}
