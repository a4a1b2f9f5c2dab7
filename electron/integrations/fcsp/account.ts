import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { AdapterTools, Kept } from '../adapter.ts';
import type { Connection, Plain, PolledAccount, PolledCharger, PollPolicy } from '../connection.ts';
import { polled } from '../polled/account-poller.ts';
import { developerKey } from './auth/developer-key.ts';
import { FcspCharger } from './charger.ts';
import { FcspClient, type Loan } from './client.ts';
import { deserialized, type Known, knownFrom, plainOf, serialized } from './kept.ts';
import type { WireCharger } from './wire.ts';

export interface AccountParts {
  readonly tools: AdapterTools;
  readonly client: FcspClient;
  readonly known: Known;
  /** Undefined when it was its owner's own and was not kept. */
  readonly key: string | undefined;
  readonly early?: WireCharger;
}

/** One station as an account: it has exactly one charger, itself. */
export class FcspAccount implements PolledAccount {
  readonly #parts: AccountParts;
  readonly #charger: FcspCharger;
  #keep: boolean;

  constructor(parts: AccountParts) {
    const { client, tools, known, early } = parts;
    this.#parts = parts;
    this.#charger = new FcspCharger({ client, tools, known, early });
    this.#keep = tools.keepSignedIn;
  }

  /** The key that all stations take is no secret and is not kept. */
  secrets(): string | undefined {
    const { key } = this.#parts;
    return key === developerKey ? undefined : serialized(this.#keep ? key : undefined);
  }

  plain(): Plain {
    return plainOf(this.#parts.known);
  }

  certificate(): CertificateFacts {
    return this.#parts.known.certificate;
  }

  paceSeconds(): number | undefined {
    return this.#parts.client.pace.overrideSeconds;
  }

  setTimeoutSeconds(seconds: number): void {
    this.#parts.client.setTimeoutSeconds(seconds);
  }

  setKeepSignedIn(keep: boolean): void {
    if (keep === this.#keep) return;
    this.#keep = keep;
    const secrets = this.secrets();
    if (secrets !== undefined) this.#parts.tools.secretsChanged(secrets);
  }

  connect(policy: PollPolicy): Connection {
    const { clock, random } = this.#parts.tools;
    return polled(this, { clock, random, policy });
  }

  /** Asks nobody: which station it is was learned when it was added. */
  async listChargers(): Promise<Result<readonly PolledCharger[], Failure>> {
    return success([this.#charger]);
  }

  /** Whether it asks at this address, or whoever shows this certificate. */
  asks({ address, fingerprint }: { address: string; fingerprint: string }): boolean {
    const { known } = this.#parts;
    return known.address.label === address || known.certificate.fingerprint === fingerprint;
  }

  /** See `FcspClient.lend`. */
  lend<T>(loan: Loan<T>): Promise<Result<T, Failure>> {
    return this.#parts.client.lend(loan);
  }

  close(): void {
    this.#parts.client.close();
  }
}

/** An account from what was kept. What is missing in that is said when something is asked of it. */
export function openAccount(kept: Kept, tools: AdapterTools): PolledAccount {
  const known = knownFrom(kept.plain);
  if (!known) return lostAccount(kept, tools);
  const key = known.hasOwnKey ? deserialized(kept.secrets) : developerKey;
  const { address, certificate } = known;
  const client = new FcspClient(tools, { address, pin: certificate.fingerprint, key });
  client.noteAskedAt(kept.askedAt);
  return new FcspAccount({ tools, client, known, key });
}

/** Of this one not even the address is known any more. */
function lostAccount({ secrets }: Kept, { clock, random }: AdapterTools): PolledAccount {
  const lost: PolledAccount = {
    secrets: () => secrets,
    setKeepSignedIn: () => {},
    listChargers: async () => failed({ kind: 'signInNeeded', cause: 'noSecret' }),
    connect: (policy) => polled(lost, { clock, random, policy }),
    close: () => {},
  };
  return lost;
}
