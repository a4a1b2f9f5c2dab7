import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { CloudSession } from '../../shared/domain/session/history.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { ListedCharger } from '../charging/tracker.ts';
import type { ObservationMeta } from '../integrations/connection.ts';
import type { ConnectionsListener } from '../integrations/connections.ts';
import { within } from '../ports/within.ts';
import type { AppServices } from './app-services.ts';
import { SilenceWatch } from './silence-watch.ts';
import { togetherMs } from './throttle.ts';

type Connected = Pick<
  AppServices,
  | 'accounts'
  | 'commands'
  | 'connections'
  | 'history'
  | 'pipeline'
  | 'ports'
  | 'stateFile'
  | 'throttle'
  | 'tracker'
>;

/** For how long a reading speaks for its charger where nobody has said it. */
const unsaidMs = 15 * 60_000;

/** What connections push, on its way into the pipeline, with what it means for account and command. */
export class Incoming implements ConnectionsListener {
  readonly #services: Connected;
  readonly #silence: SilenceWatch;
  /** Accounts whose need of a sign-in was told, so that it is told once. */
  readonly #signInTold: Set<string>;
  /** When each charger was read last, as no clock that is set counts it, ms. */
  readonly #observedAt = new Map<string, number>();

  constructor(services: Connected, signInTold: readonly string[]) {
    this.#services = services;
    this.#signInTold = new Set(signInTold);
    this.#silence = new SilenceWatch(services.ports.clock, (id, isExplained) =>
      this.#silent(id, isExplained),
    );
  }

  /** What a restart needs to know. */
  signInTold(): readonly string[] {
    return [...this.#signInTold];
  }

  /** A person has signed in: another refusal is news. */
  signedIn(accountId: string): void {
    this.#signInTold.delete(accountId);
  }

  listed(accountId: string, chargers: readonly ListedCharger[]): void {
    const { accounts, stateFile, tracker } = this.#services;
    const brand = accounts.record(accountId)?.brand;
    if (!brand) return;
    if (tracker.list({ accountId, brand }, chargers)) void stateFile.keep();
    accounts.listed(accountId, { count: chargers.length });
    for (const { id } of chargers) this.#expect(id);
    this.#services.throttle.soon();
  }

  accountFailed(accountId: string, failure: Failure): void {
    const { accounts, tracker } = this.#services;
    accounts.listed(accountId, failure);
    for (const record of tracker.watched()) {
      if (record.accountId === accountId) this.failed(record.id, failure);
    }
    if (failure.kind === 'signInNeeded') this.#signInRefused(accountId);
    this.#services.throttle.soon();
  }

  observed(id: string, observation: Observation, { at, validForMs }: ObservationMeta): void {
    const { commands, pipeline, ports, tracker } = this.#services;
    if (this.#isLate(id, at)) return;
    const taken = pipeline.apply(id, {
      kind: 'observed',
      at,
      observation,
      validForMs,
      ...omitUndefined({ elapsedMs: this.#elapsedMs(id) }),
    });
    if (taken?.event.kind === 'observed') {
      commands.observed(id, taken.event.observation, taken.event.validForMs);
      this.#answered(tracker.record(id)?.accountId);
      // A computer whose clock was set back meanwhile has heard it no later than now.
      const agoMs = Math.max(0, ports.clock.now() - taken.event.at);
      this.#silence.observed(id, taken.event.validForMs ?? unsaidMs, agoMs);
    } else this.#silence.failed(id);
    this.#showAfter(taken?.told);
  }

  /** Since the reading before; undefined for the first one after a start or a sleep. */
  #elapsedMs(id: string): number | undefined {
    const before = this.#observedAt.get(id);
    const now = this.#services.ports.clock.monotonic();
    this.#observedAt.set(id, now);
    return before === undefined ? undefined : now - before;
  }

  /**
   * Made before what is believed already: it would bring back the past. A computer whose clock was set
   * back believes something of a time to come.
   */
  #isLate(id: string, at: number): boolean {
    const { ports, tracker } = this.#services;
    const { reading } = tracker.record(id) ?? {};
    const believedAt = reading && 'at' in reading ? reading.at : undefined;
    return believedAt !== undefined && at < believedAt && believedAt <= ports.clock.now();
  }

  failed(id: string, failure: Failure): void {
    const { pipeline, ports, tracker } = this.#services;
    const { accountId } = tracker.record(id) ?? {};
    const taken = pipeline.apply(id, { kind: 'failed', at: ports.clock.now(), failure });
    this.#silence.failed(id);
    if (failure.kind === 'signInNeeded' && accountId) this.#signInRefused(accountId);
    this.#showAfter(taken?.told);
  }

  reportedSessions(id: string, sessions: readonly CloudSession[]): void {
    const record = this.#services.tracker.record(id);
    if (record) this.#services.history.reported(record, sessions);
  }

  /** Whoever sleeps expects to hear nothing. */
  rested(): void {
    this.#silence.forget();
    this.#observedAt.clear();
    this.#services.throttle.settle();
  }

  /** Whoever is awake again has to hear something anew before anything is sure. */
  woke(): void {
    this.#observedAt.clear();
    for (const { id } of this.#services.tracker.watched()) this.#expect(id);
  }

  /** Who is known to speak by itself is missed where it never begins to. */
  #expect(id: string): void {
    const { connections, tracker } = this.#services;
    const { reading, validForMs = unsaidMs } = tracker.record(id) ?? {};
    const isRead = reading !== undefined && lastObservation(reading) !== undefined;
    if (isRead && connections.handle(id)) this.#silence.expect(id, validForMs);
  }

  /** Says again why nothing is heard, so that it can last; or that nobody knows why. */
  #silent(id: string, isExplained: boolean): void {
    const { connections, pipeline, ports, tracker } = this.#services;
    const { reading } = tracker.record(id) ?? {};
    const isWatched = connections.handle(id) !== undefined;
    if (
      !isWatched ||
      !reading ||
      !lastObservation(reading) ||
      reading.certainty === 'signInNeeded'
    ) {
      this.#silence.forget(id);
      return;
    }
    const because = reading.certainty === 'outdated' ? reading.because : undefined;
    const failure = because ?? ({ kind: 'timedOut' } as const);
    const at = ports.clock.now();
    const how = isExplained ? ({ again: true } as const) : ({ silent: true } as const);
    const taken = pipeline.apply(id, { kind: 'failed', at, failure, ...how });
    this.#showAfter(taken?.told);
  }

  /** One reading, and what its history has become by it, are shown once; no disk is waited for. */
  #showAfter(told: Promise<void> = Promise.resolve()): void {
    const { ports, throttle } = this.#services;
    void within(ports.clock, togetherMs, told, () => undefined).then(() => throttle.soon());
  }

  /** What was refused before is accepted by now; should it be refused again, that is news. */
  #answered(accountId: string | undefined): void {
    if (accountId === undefined) return;
    this.#services.accounts.answered(accountId);
    this.#signInTold.delete(accountId);
  }

  /** Credentials that were refused once are not tried again until somebody acts; told once. */
  #signInRefused(accountId: string): void {
    const { accounts, pipeline, ports } = this.#services;
    const record = accounts.record(accountId);
    accounts.signInRefused(accountId);
    if (!record || this.#signInTold.has(accountId)) return;
    this.#signInTold.add(accountId);
    const at = ports.clock.now();
    const account = { id: accountId, brand: record.brand };
    pipeline.announce({ about: 'account', account, events: [{ kind: 'signInNeeded', at }] });
  }
}
