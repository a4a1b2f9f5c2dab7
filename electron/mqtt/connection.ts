import type { BrokerFailure, BrokerState } from '../../shared/domain/app/broker.ts';
import { failed, type Result } from '../../shared/result.ts';
import { Backoff } from '../integrations/kit/backoff.ts';
import type { BrokerLink, BrokerMessage, BrokerPort, BrokerRequest } from '../ports/broker.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

export interface ConnectionParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly port: () => Promise<BrokerPort>;
  /** What to connect with, or why there is nothing to try it with. */
  readonly request: () => Promise<Result<Omit<BrokerRequest, 'signal'>, BrokerFailure>>;
  readonly up: (link: BrokerLink) => void;
  readonly down: () => void;
  readonly message: (message: BrokerMessage) => void;
  /** It stands otherwise with the broker. */
  readonly changed: () => void;
}

const firstMs = 2000;
const longestMs = 5 * 60_000;
/** A connection that lasted so long is no sign of trouble when it ends. */
const steadyMs = 60_000;
/** Two computers with one name would throw each other out for ever. */
const sharedNameMs = 10 * 60_000;
/** Let in at once and thrown out soon, so often in a row: brokers before MQTT 5, and some after, say no more. */
const shortLives = 3;

/** What nobody but the owner can mend: it would be refused again and again. */
const final: ReadonlySet<BrokerFailure['kind']> = new Set([
  'signInRefused',
  'untrusted',
  'certificateChanged',
  'oldTls',
  'keychainLocked',
  'passwordNeeded',
]);

/** Keeps one connection to a broker for as long as it is wanted. */
export class BrokerConnection {
  readonly #parts: ConnectionParts;
  readonly #backoff: Backoff;
  #state: BrokerState = { phase: 'connecting' };
  #link: BrokerLink | undefined;
  #wanted: AbortController | undefined;
  #timer: Timer | undefined;
  #sinceMs = 0;
  #shortLives = 0;
  #told: BrokerFailure['kind'] | undefined;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#backoff = new Backoff({ ...parts, firstMs, longestMs });
  }

  state(): BrokerState {
    return this.#state;
  }

  link(): BrokerLink | undefined {
    return this.#link;
  }

  /** Connects, and again whenever it ends. Does nothing while it is wanted already, or was refused. */
  start(): void {
    if (this.#wanted || this.#state.phase === 'refused') return;
    this.#wanted = new AbortController();
    this.#backoff.clear();
    void this.#connect(this.#wanted.signal);
  }

  /** Something has changed of which the last refusal may have been a matter. */
  retry(): void {
    if (this.#state.phase !== 'refused') return;
    this.#cancel();
    this.#state = { phase: 'connecting' };
    this.start();
  }

  /** Ends it, with a farewell of the app's own where somebody listens. Resolves within a second. */
  async end(farewell: (link: BrokerLink) => void): Promise<void> {
    this.#cancel();
    const link = this.#link;
    if (!link) return;
    farewell(link);
    this.#link = undefined;
    this.#state = { phase: 'connecting' };
    this.#parts.down();
    await link.end();
  }

  #cancel(): void {
    this.#wanted?.abort();
    this.#wanted = undefined;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  async #connect(wanted: AbortSignal): Promise<void> {
    this.#turn({ phase: 'connecting' });
    const result = await this.#attempt(wanted).catch((bug: unknown) => {
      this.#parts.log.error('broker not asked', { why: String(bug) });
      return failed<BrokerFailure>({ kind: 'unreachable' });
    });
    if (wanted.aborted) {
      if (result.ok) await result.value.end();
      return;
    }
    if (!result.ok) {
      this.#shortLives = 0;
      this.#failed(result.failure, wanted);
      return;
    }
    const { clock, log } = this.#parts;
    this.#link = result.value;
    this.#sinceMs = clock.monotonic();
    log.info('broker connected');
    this.#turn({ phase: 'connected', since: clock.now() });
    this.#parts.up(result.value);
  }

  async #attempt(signal: AbortSignal): Promise<Result<BrokerLink, BrokerFailure>> {
    const [port, request] = await Promise.all([this.#parts.port(), this.#parts.request()]);
    if (!request.ok) return request;
    return port.connect(
      { ...request.value, signal },
      {
        message: (message) => {
          if (!signal.aborted) this.#parts.message(message);
        },
        closed: (why) => {
          if (!signal.aborted) this.#lost(why, signal);
        },
      },
    );
  }

  #lost(why: BrokerFailure, wanted: AbortSignal): void {
    this.#link = undefined;
    const isSteady = this.#parts.clock.monotonic() - this.#sinceMs > steadyMs;
    if (isSteady) this.#backoff.clear();
    this.#shortLives = isSteady ? 0 : this.#shortLives + 1;
    this.#parts.down();
    const isFought = why.kind === 'lost' && this.#shortLives >= shortLives;
    this.#failed(isFought ? { kind: 'nameInUse' } : why, wanted);
  }

  #failed(why: BrokerFailure, wanted: AbortSignal): void {
    const { clock, log } = this.#parts;
    const before = this.#state;
    this.#backoff.hit(why.kind === 'nameInUse' ? sharedNameMs : 0);
    // Once for each trouble: a broker that is off for a week is one line.
    if (this.#told !== why.kind || before.phase === 'connected') {
      log.warn('broker not connected', { why: why.kind });
      this.#told = why.kind;
    }
    if (final.has(why.kind)) {
      this.#turn({ phase: 'refused', why });
      return;
    }
    const retryAt = Math.ceil(this.#backoff.until());
    this.#turn({ phase: 'waiting', retryAt, why });
    this.#timer = clock.after(retryAt - clock.now(), () => void this.#connect(wanted));
  }

  #turn(state: BrokerState): void {
    this.#state = state;
    this.#parts.changed();
  }
}
