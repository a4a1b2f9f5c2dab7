import '../../fakes/loaded-beforehand.ts';
import { ChargerTracker } from '../../../electron/charging/tracker.ts';
import { Commands } from '../../../electron/commands/commands.ts';
import type { Connection, PolledAccount } from '../../../electron/integrations/connection.ts';
import type { Brand } from '../../../shared/domain/brand.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { type AbleCharger, ableCharger } from '../../fakes/able-charger.ts';
import { patient } from '../adapter-tools.ts';
import { type ContractBench, contractBench } from '../contract-bench.ts';
import { type Around, type Injection, injections, type WholeFault } from './faults.ts';
import { type Garage, garageFor, pathOf } from './garage.ts';
import { type Operation, type OperationSpec, operations } from './operations.ts';
import { closedPort, Way } from './way.ts';

const accountId = 'account';

/**
 * One operation of one account before its far end, with everything between the connection and what
 * is shown: what is believed, and the commands that readings confirm.
 */
export class Cell implements Around {
  readonly spec: OperationSpec;
  readonly path: string;
  readonly way: Way;
  /** What the connection has said went wrong, in order. */
  readonly failures: Failure[] = [];
  readings = 0;
  readonly commands: Commands;
  readonly #garage: Garage;
  readonly #bench: ContractBench;
  readonly #tracker: ChargerTracker;
  #account: PolledAccount | undefined;
  #connection: Connection | undefined;
  #handle: AbleCharger | undefined;

  private constructor(operation: Operation, garage: Garage, way: Way, bench: ContractBench) {
    this.spec = operations[operation];
    this.path = pathOf(this.spec);
    this.way = way;
    this.#garage = garage;
    this.#bench = bench;
    const { clock, watched } = bench;
    const { log } = watched.tools;
    const { patience } = garage.harness.adapter;
    this.#tracker = new ChargerTracker({ clock, log, kept: [], patience: () => patience });
    this.commands = new Commands({
      clock,
      log,
      kept: [],
      charger: () => this.#handle,
      reading: () => this.reading,
      replied: (id, observation) => void this.#tracker.apply(id, { kind: 'replied', observation }),
      failed: () => undefined,
      notConfirmed: () => undefined,
      save: async () => undefined,
      changed: () => this.#connection?.reconsider?.(),
      readSoon: (id) => this.#connection?.refresh?.(8000, id),
    });
  }

  /** `isOpen`: it may be signed in to as often as somebody likes. */
  static async begin(operation: Operation, { isOpen = false } = {}): Promise<Cell> {
    const garage = garageFor(operations[operation], isOpen);
    const way = new Way();
    return new Cell(operation, garage, way, await contractBench(garage.harness, way.over));
  }

  get bench(): ContractBench {
    return this.#bench;
  }

  get chargerId(): string {
    return this.#bench.farEnd.chargerId;
  }

  get brand(): Brand {
    return this.#garage.harness.adapter.brand;
  }

  get reading(): Reading | undefined {
    return this.#tracker.record(this.chargerId)?.reading;
  }

  get handle(): AbleCharger {
    if (!this.#handle) throw new Error('No charger');
    return this.#handle;
  }

  get account(): PolledAccount {
    if (!this.#account) throw new Error('Nobody is signed in');
    return this.#account;
  }

  signIn() {
    return this.#bench.answered(this.#bench.signIn());
  }

  /** Signed in, and what makes the operation possible done. */
  async signedIn(): Promise<void> {
    const signedIn = await this.signIn();
    if (!signedIn.ok) throw new Error(`Sign-in: ${signedIn.failure.kind}`);
    this.#account = signedIn.value;
    const { before, role } = this.spec;
    if (!before && role !== 'list') return;
    // A token that has opened nothing so far would be another story.
    const list = await this.#bench.answered(this.account.listChargers(patient()));
    const charger = ableCharger(list);
    if (before) {
      await this.#bench.read(charger);
      await this.#bench.ask(charger, before);
    }
    await this.#bench.clock.advance(5 * 60_000);
  }

  /** The connection runs; ends with its first reading, or failure. */
  async connected(): Promise<void> {
    const { adapter } = this.#garage.harness;
    if (adapter.kind === 'listener') throw new Error('Nobody is asked there');
    const { pollDefaultSeconds: pollSeconds, pollFloorSeconds: floorSeconds } = adapter;
    const isAwaited = () => this.commands.awaits(this.chargerId);
    this.#connection = this.account.connect({
      interval: () => ({ pollSeconds, floorSeconds }),
      isForeground: () => false,
      plugged: () => 'yes',
      purpose: () => (isAwaited() ? 'confirmation' : 'routine'),
    });
    const { brand } = adapter;
    const { clock } = this.#bench;
    this.#connection.start({
      chargers: (list) => {
        this.#handle = ableCharger({ ok: true, value: list as readonly AbleCharger[] });
        this.#tracker.list(
          { accountId, brand },
          list.map(({ id }) => ({ id })),
        );
      },
      observed: (id, observation, meta) => {
        this.readings += 1;
        const { validForMs, at } = meta;
        this.#tracker.apply(id, { kind: 'observed', observation, at, validForMs });
        this.commands.observed(id, observation, validForMs);
      },
      reportedSessions: () => undefined,
      failed: (id, failure) => {
        this.failures.push(failure);
        const told = { kind: 'failed', at: clock.now(), failure } as const;
        this.#tracker.apply(id ?? this.chargerId, told);
      },
    });
    await this.nextSaid();
  }

  /** Lets time pass until the connection says something, for so long at most. */
  async nextSaid(mostMs = 3_600_000): Promise<void> {
    const before = this.failures.length + this.readings;
    await this.#bench.passUntil(() => this.failures.length + this.readings > before, mostMs);
  }

  /** Brings a fault about. */
  async spoil(fault: WholeFault): Promise<void> {
    const injection: Injection = injections[fault];
    const { method, path } = this.spec;
    switch (injection.how) {
      case 'detour': {
        const port = injection.to === 'closed' ? await closedPort() : undefined;
        this.way.lead(this.spec, port === undefined ? 'charger.invalid' : `127.0.0.1:${port}`);
        return;
      }
      case 'around':
        return injection.does(this);
      case 'answer': {
        if (injection.isSlow) this.way.slow(this.spec);
        const { applied } = injection;
        this.#garage.fail({
          method,
          path,
          times: Number.POSITIVE_INFINITY,
          failure: injection.failure(this),
          ...(applied === undefined ? {} : { applied }),
        });
      }
    }
  }

  /** The connection asks nothing more by itself. */
  rest(): void {
    this.#connection?.sleep?.();
  }

  /** The fault goes. */
  mend(): void {
    this.way.straight();
    this.#garage.clear();
  }

  fail(rule: Omit<Parameters<Garage['fail']>[0], 'path' | 'method'>): void {
    const { method, path } = this.spec;
    this.#garage.fail({ method, path, ...rule });
  }

  reached = () => this.way.reached();

  now = () => this.#bench.clock.now();

  setClockOff(ms: number): void {
    this.#bench.clock.setWall(this.#bench.clock.now() + ms);
  }

  loseToken(): void {
    this.#garage.loseToken();
  }

  loseSession(): void {
    this.#garage.loseSession();
  }

  spendRefresh(): void {
    this.#garage.loseToken();
    const failure = { kind: 'reset', before: 'reply' } as const;
    this.#garage.fail({ path: this.#garage.refreshPath, failure });
  }

  async end(): Promise<void> {
    this.commands.stop();
    await this.#connection?.stop();
    this.#account?.close();
    await this.#bench.close();
  }
}
