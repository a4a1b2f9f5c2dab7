import type {
  Connection,
  Plain,
  PolledAccount,
  PolledCharger,
  PollPolicy,
  RequestOptions,
} from '../../electron/integrations/connection.ts';
import { polled } from '../../electron/integrations/polled/account-poller.ts';
import type { Command } from '../../shared/domain/charger/command.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import { anObservation } from '../fixtures/observations.ts';
import { FakeClock } from './fake-clock.ts';

/** A promise whose answer a test gives when it likes. */
export class Later<T> {
  readonly promise: Promise<T>;
  #resolve: (value: T) => void = () => undefined;

  constructor() {
    this.promise = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  resolve(value: T): void {
    this.#resolve(value);
  }
}

type Observed = Result<Observation, Failure>;

/** A charger that notes who looked and asked, and answers as a test says. */
export class RecordedCharger implements PolledCharger {
  readonly reads: RequestOptions[] = [];
  readonly asked: Command[] = [];
  /** Readings that are under way now, and the most that ever were at a time. */
  underWay = 0;
  mostUnderWay = 0;
  onRead: () => Observed | Promise<Observed> = () => success(anObservation('waiting'));
  onAsk: (
    command: Command,
  ) =>
    | Result<Observation | undefined, Failure>
    | Promise<Result<Observation | undefined, Failure>> = () => success(undefined);

  constructor(
    readonly id: string,
    readonly diary: string[] = [],
  ) {}

  async read(ask: RequestOptions): Promise<Observed> {
    this.reads.push(ask);
    this.diary.push(this.id);
    this.mostUnderWay = Math.max(this.mostUnderWay, ++this.underWay);
    const result = await this.onRead();
    this.underWay--;
    return result;
  }

  async details(): Promise<Result<readonly [], Failure>> {
    return success([]);
  }

  async execute(
    command: Command,
    _ask: RequestOptions,
  ): Promise<Result<Observation | undefined, Failure>> {
    this.asked.push(command);
    return this.onAsk(command);
  }
}

type Listed = Result<readonly PolledCharger[], Failure>;

/** An account with some chargers that notes how often its list was asked for. */
export class RecordedAccount implements PolledAccount {
  readonly lists: RequestOptions[] = [];
  closed = false;
  keeps: boolean | undefined;
  kept: string | undefined;
  plain?: () => Plain;
  pace: number | undefined;
  timeoutSeconds: number | undefined;
  clock = new FakeClock();
  onList: () => Listed | Promise<Listed>;

  constructor(chargers: readonly PolledCharger[] = [], kept: string | undefined = undefined) {
    this.onList = () => success(chargers);
    this.kept = kept;
  }

  secrets(): string | undefined {
    return this.kept;
  }

  paceSeconds(): number | undefined {
    return this.pace;
  }

  setTimeoutSeconds(seconds: number): void {
    this.timeoutSeconds = seconds;
  }

  setKeepSignedIn(keep: boolean): void {
    this.keeps = keep;
  }

  connect(policy: PollPolicy): Connection {
    return polled(this, { clock: this.clock, random: () => 0, policy });
  }

  async listChargers(ask: RequestOptions): Promise<Listed> {
    this.lists.push(ask);
    return this.onList();
  }

  close(): void {
    this.closed = true;
  }
}

export const unreachable: { ok: false; failure: Failure } = failed({ kind: 'unreachable' });
