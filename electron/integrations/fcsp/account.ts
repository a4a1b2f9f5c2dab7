import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { Account, AdapterTools, Charger, Kept, Plain } from '../connection.ts';
import { developerKey } from './auth/developer-key.ts';
import { StationClient, type Turn } from './client.ts';
import { type Known, knownFrom, plainOf, sealed, unsealed } from './kept.ts';
import { FcspCharger } from './station.ts';
import type { WireCharger } from './wire.ts';

export interface AccountParts {
  readonly tools: AdapterTools;
  readonly client: StationClient;
  readonly known: Known;
  /** Undefined when it was its owner's own and was not kept. */
  readonly key: string | undefined;
  readonly early?: WireCharger;
}

/** One station as an account: it has exactly one charger, itself. */
export class StationAccount implements Account {
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
    return key === developerKey ? undefined : sealed(this.#keep ? key : undefined);
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

  /** Asks nobody: which station it is was learned when it was added. */
  async listChargers(): Promise<Result<readonly Charger[], Failure>> {
    return success([this.#charger]);
  }

  /** Whether it asks at this address, or whoever shows this certificate. */
  asks({ address, fingerprint }: { address: string; fingerprint: string }): boolean {
    const { known } = this.#parts;
    return known.address.label === address || known.certificate.fingerprint === fingerprint;
  }

  /** See `StationClient.lend`. */
  lend<T>(turn: Turn, run: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    return this.#parts.client.lend(turn, run);
  }

  close(): void {
    this.#parts.client.close();
  }
}

/** An account from what was kept. What is missing in that is said when something is asked of it. */
export function openAccount(kept: Kept, tools: AdapterTools): Account {
  const known = knownFrom(kept.plain);
  if (!known) return lostAccount(kept);
  const key = known.hasOwnKey ? unsealed(kept.secrets) : developerKey;
  const { address, certificate } = known;
  const client = new StationClient(tools, { address, pin: certificate.fingerprint, key });
  client.noteAskedAt(kept.askedAt);
  return new StationAccount({ tools, client, known, key });
}

/** Of this one not even the address is known any more. */
function lostAccount({ secrets }: Kept): Account {
  return {
    secrets: () => secrets,
    setKeepSignedIn: () => {},
    listChargers: async () => failed({ kind: 'signInNeeded', cause: 'noSecret' }),
    close: () => {},
  };
}
