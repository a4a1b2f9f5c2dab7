import type { Adapter, Adapters } from '../../electron/integrations/adapter.ts';
import type {
  Connection,
  ConnectionSink,
  PolledCharger,
} from '../../electron/integrations/connection.ts';
import { polled } from '../../electron/integrations/polled/account-poller.ts';
import type { Clock } from '../../electron/ports/clock.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import { cloudPatience, directPatience } from '../fixtures/patience.ts';
import type { TrueCharger } from './true-charger.ts';

/** What one run of the app reaches of the world. */
export interface Reach {
  readonly clock: Clock;
  readonly chargers: readonly TrueCharger[];
  /** Undefined while the network is down. */
  readonly read: (charger: TrueCharger) => Observation | undefined;
  readonly isUp: () => boolean;
}

const unreachable = { kind: 'unreachable' } as const;
export const validForMs = 6 * 60_000;

/** Two brands in the places of real ones: one is asked over a network, one speaks by itself. */
export class Brands {
  readonly adapters: Adapters;
  readonly #reach: Reach;
  #port: ConnectionSink | undefined;

  constructor(reach: Reach) {
    this.#reach = reach;
    const cloud: Adapter = {
      ...this.#common('cloud'),
      brand: 'wallbox',
      kind: 'cloudAccount',
      pollDefaultSeconds: 300,
      pollFloorSeconds: 240,
      patience: cloudPatience,
    };
    const port: Adapter = {
      ...this.#common('port'),
      brand: 'fcsp',
      kind: 'listener',
      patience: directPatience,
    };
    this.adapters = { wallbox: cloud, fcsp: port };
  }

  get listens(): boolean {
    return this.#port !== undefined;
  }

  /** A charger at the port says how it is. */
  push(charger: TrueCharger, observation: Observation, at: number): void {
    this.#port?.observed(charger.facts.id, observation, { at, validForMs });
  }

  /** Its process is dead: it hears nothing more. */
  drop(): void {
    this.#port = undefined;
  }

  relist(): void {
    this.#port?.chargers(this.#of('port').map(({ facts: { id, name } }) => ({ id, name })));
  }

  #of(account: string): readonly TrueCharger[] {
    return this.#reach.chargers.filter(
      ({ facts, isListed }) => facts.account === account && isListed,
    );
  }

  #common(name: string) {
    return {
      form: [],
      labelOf: (fields: Readonly<Record<string, string>>) => fields.name ?? name,
      fieldsOf: ({ label }: { readonly label: string }) => ({ name: label }),
      signIn: async ({ fields }: { readonly fields: Readonly<Record<string, string>> }) => {
        const label = fields.name ?? name;
        return success({ label, account: this.#account(label) });
      },
      open: ({
        plain,
      }: {
        readonly plain?: Readonly<Record<string, string | number>> | undefined;
      }) => this.#account(String(plain?.name ?? name)),
    };
  }

  #account(name: string) {
    return {
      secrets: () => undefined,
      plain: () => ({ name }),
      setKeepSignedIn: () => undefined,
      close: () => undefined,
      connect: (policy: Parameters<typeof polled>[1]['policy']): Connection =>
        name === 'port' ? this.#listening() : this.#asking(name, policy),
    };
  }

  #asking(name: string, policy: Parameters<typeof polled>[1]['policy']): Connection {
    const { clock, isUp } = this.#reach;
    const listChargers = async (): Promise<Result<readonly PolledCharger[], Failure>> =>
      isUp() ? success(this.#of(name).map((one) => this.#asked(one))) : failed(unreachable);
    return polled({ listChargers }, { clock, random: () => 0.5, policy });
  }

  #asked(charger: TrueCharger): PolledCharger {
    const { id, name } = charger.facts;
    return {
      id,
      name,
      read: async () => {
        const observation = this.#reach.read(charger);
        return observation ? success(observation) : failed(unreachable);
      },
    };
  }

  #listening(): Connection {
    return {
      start: (sink) => {
        this.#port = sink;
        this.relist();
      },
      stop: async () => {
        this.#port = undefined;
      },
    };
  }
}
