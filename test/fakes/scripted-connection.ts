import type { Adapter } from '../../electron/integrations/adapter.ts';
import type {
  Account,
  ChargerHandle,
  Connection,
  ConnectionSink,
  ObservationMeta,
} from '../../electron/integrations/connection.ts';
import type { Brand } from '../../shared/domain/brand.ts';
import type { Command } from '../../shared/domain/charger/command.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { CloudSession } from '../../shared/domain/session/history.ts';
import { type Result, success } from '../../shared/result.ts';

/** What a scripted brand is like. */
export interface ScriptedOptions extends Pick<Adapter, 'patience'> {
  /** In whose place it stands: the list of brands is closed. */
  readonly brand: Brand;
  /** What its chargers are called, by their ids. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * A brand that listens at a port: it needs no credentials, asks nobody, and its chargers say whatever
 * a test has them say. Its connection is no more than it must be: it can neither be hurried nor rest.
 */
export class ScriptedBrand {
  readonly adapter: Adapter;
  readonly commands: { readonly chargerId: string; readonly command: Command }[] = [];
  /** What a charger replies to a command. */
  onCommand: (
    command: Command,
  ) =>
    | Result<Observation | undefined, Failure>
    | Promise<Result<Observation | undefined, Failure>> = () => success(undefined);
  /** What it waits for when it is stopped, as for a port that is slow to close. */
  stopping: Promise<void> = Promise.resolve();
  /** Connections that were started and not yet stopped. */
  open = 0;
  readonly #names: ScriptedOptions['names'];
  #sink: ConnectionSink | undefined;

  constructor({ brand, names, patience }: ScriptedOptions) {
    this.#names = names;
    this.adapter = {
      brand,
      form: [],
      kind: 'listener',
      patience,
      labelOf: () => 'Port 9000',
      fieldsOf: () => ({}),
      signIn: async () => success({ label: 'Port 9000', account: this.#account() }),
      open: () => this.#account(),
    };
  }

  /** These are all the chargers there are. */
  list(ids: readonly string[]): void {
    this.#sink?.chargers(ids.map((id) => this.#handle(id)));
  }

  observe(chargerId: string, observation: Observation, meta: ObservationMeta): void {
    this.#sink?.observed(chargerId, observation, meta);
  }

  fail(chargerId: string | undefined, failure: Failure): void {
    this.#sink?.failed(chargerId, failure);
  }

  report(chargerId: string, sessions: readonly CloudSession[]): void {
    this.#sink?.reportedSessions(chargerId, sessions);
  }

  #account(): Account {
    return {
      secrets: () => undefined,
      setKeepSignedIn: () => undefined,
      connect: () => this.#connection(),
      // Whoever was speaking says so once more.
      close: () => this.fail(undefined, { kind: 'unreachable' }),
    };
  }

  #connection(): Connection {
    return {
      start: (sink) => {
        this.open += 1;
        this.#sink = sink;
        this.list(Object.keys(this.#names));
      },
      // It goes on pushing to where it pushed before: nobody may hear.
      stop: async () => {
        await this.stopping;
        this.open -= 1;
      },
    };
  }

  #handle(id: string): ChargerHandle {
    const name = this.#names[id];
    return {
      id,
      ...(name === undefined ? {} : { name }),
      execute: async (command) => {
        this.commands.push({ chargerId: id, command });
        return this.onCommand(command);
      },
    };
  }
}
