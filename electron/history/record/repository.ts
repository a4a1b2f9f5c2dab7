import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { Settings } from '../../../shared/domain/app/settings.ts';
import { nameKnown } from '../../../shared/domain/charger/known-as.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { CloudSession, HistoryTrouble } from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { Result } from '../../../shared/result.ts';
import type { ChargerRecord, SessionRecord } from '../../charging/record.ts';
import type { ChargerEvent } from '../../charging/reduce.ts';
import type { ChargerHandle, SessionRange } from '../../integrations/connection.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { KnownSlots } from '../../tariffs/hourly.ts';
import { Pricing } from '../../tariffs/pricing.ts';
import { chargerKeyOf, type History, type OpenHistory } from '../store/history.ts';
import { listedCharger } from './cloud.ts';
import { CloudFetches } from './cloud-fetches.ts';
import { Recorder } from './recorder.ts';
import { ReportedSessions } from './reported.ts';
import { inWholeMs } from './sampling.ts';

type View = AppState['history'];
/** How far something has come that takes a while. */
export type Doing = Pick<View, 'exported' | 'backedUp'>;

export interface HistoryRepositoryParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly open: OpenHistory;
  /** A charger that is watched now, by its key. */
  readonly charger: (key: string) => ChargerHandle | undefined;
  /** The owner's own name for a charger, where there is one. */
  readonly alias?: (key: string) => string | undefined;
  readonly settings: () => Settings;
  /** IANA name of the zone by whose clock its owner lives. */
  readonly zone: () => string;
  /** Hears the prices of a charger whenever they are read or changed. */
  readonly prices: (charger: string, entries: readonly PriceEntry[]) => void;
  /** What is known of the prices of the chosen market. */
  readonly slots?: () => KnownSlots | undefined;
  /** Something of what the window shows has changed, see `view`. */
  readonly changed: () => void;
  /** What a person waits for has come further. */
  readonly progressed: () => void;
}

const firstTidyMs = 60_000;
const dayMs = 86_400_000;

/** Records what is seen, says what it cost, and keeps the history in order. */
export class HistoryRepository {
  readonly history: History;
  readonly pricing: Pricing;
  readonly #parts: HistoryRepositoryParts;
  readonly #recorder: Recorder;
  readonly #reported: ReportedSessions;
  readonly #cloud: CloudFetches;
  readonly #life = new AbortController();
  /** Charges whose cost is to be said, as soon as the history can be read. */
  readonly #unpriced = new Map<string, readonly [key: string, startedAt: number]>();
  #view: View = { changes: 0 };
  #doing: Doing = {};
  /** What is under way besides recording: it ends before the file is closed. */
  #busy: Promise<unknown> = Promise.resolve();

  constructor(parts: HistoryRepositoryParts) {
    const { clock, log, open } = parts;
    this.#parts = parts;
    const onTrouble = (trouble: HistoryTrouble | undefined) => {
      this.changed();
      // A new file was begun, or the old one can be read again.
      if (!trouble || trouble.kind === 'corrupt') this.#catchUp();
    };
    this.history = open({ clock, log, onTrouble });
    this.pricing = new Pricing(this.history, parts.zone, {
      told: parts.prices,
      ...omitUndefined({ slots: parts.slots }),
    });
    this.#reported = new ReportedSessions({ history: this.history, pricing: this.pricing, log });
    this.#cloud = new CloudFetches({
      ...parts,
      history: this.history,
      pricing: this.pricing,
      signal: this.#life.signal,
      know: (key) => this.#know(key),
      changed: () => this.changed(),
      failed: (bug) => this.#failed(bug),
    });
    const ended = (key: string, startedAt: number) => this.#ended(key, startedAt);
    const recorded = () => this.#refresh(this.#view.changes + 1);
    this.#recorder = new Recorder({ history: this.history, log, recorded, ended });
    this.#quietly(() => this.pricing.tellAll());
    this.slotsChanged();
    clock.after(firstTidyMs, () => this.#tidyDaily());
  }

  /** What has just become of a charger, and of the session that it has left behind. */
  heard(after: ChargerRecord, event: ChargerEvent, left?: SessionRecord): void {
    if (event.kind !== 'observed') return;
    const key = chargerKeyOf(after.brand, after.id);
    const { validForMs } = event;
    const { alias: name, brand } = after;
    const observation = { ...event.observation, ...omitUndefined({ name }) };
    const at = Math.round(event.at);
    const live = after.session && inWholeMs(after.session);
    const { price } = observation;
    const since = live?.startedAt ?? at;
    // Before its charge may end with this reading, and be priced.
    if (price) this.#quietly(() => this.pricing.observed(key, price, { at, since }));
    const serial = this.#parts.charger(key)?.serial;
    const facts = { brand, ...omitUndefined({ serial }) };
    const behind = left && inWholeMs(left);
    this.#recorder.observed({
      chargerKey: key,
      facts,
      observation,
      validForMs,
      at,
      live,
      left: behind,
    });
    if (live?.carLeft) this.#cloud.left(key, live);
  }

  view(): View {
    return this.#view;
  }

  /** There is something new to fetch. */
  changed(): void {
    this.#refresh(this.#view.changes + 1);
    this.#parts.changed();
  }

  /** What is under way has come further, or, with nothing, to its end. */
  doing(doing: Doing = {}): void {
    this.#doing = doing;
    this.#refresh(this.#view.changes);
    this.#parts.progressed();
  }

  #refresh(changes: number): void {
    const trouble = this.history.trouble();
    this.#view = { changes, ...(trouble ? { trouble } : {}), ...this.#doing };
  }

  /** Asks the cloud of a charger for its sessions of a time. */
  fetch(key: string, range: SessionRange): Promise<Result<{ sessions: number }, Failure>> {
    return this.#cloud.fetch(key, range);
  }

  #know(key: string): void {
    const listed = listedCharger(key, this.#parts.charger(key));
    const name = this.#parts.alias?.(key);
    if (listed) this.history.know({ ...listed, ...omitUndefined({ name }) });
  }

  /** Its owner calls it by another name from now on. */
  renamed(charger: ChargerRecord): void {
    const name = nameKnown(charger);
    const { brand, id } = charger;
    if (name !== undefined) this.history.know({ key: chargerKeyOf(brand, id), brand, name });
    this.changed();
  }

  /** Sessions that a charger or its cloud has counted, told without being asked. */
  reported(key: string, sessions: readonly CloudSession[]): void {
    this.#know(key);
    this.#reported.add(key, sessions);
    this.#behind(() => this.#reported.merge(key));
  }

  /** More may be known of the prices of the chosen market. */
  slotsChanged(): void {
    this.#quietly(async () => {
      if (await this.pricing.followSlots()) this.changed();
    });
  }

  /** Lets go of what is older than its owner wants. */
  tidy(): void {
    const { samplesDays, sessionsDays } = this.#parts.settings().history;
    this.#behind(async () => {
      await this.history.applyRetention({
        samplesMs: (samplesDays ?? Number.MAX_SAFE_INTEGER / dayMs) * dayMs,
        ...(sessionsDays === undefined ? {} : { sessionsMs: sessionsDays * dayMs }),
      });
    });
  }

  /** Resolves when all that was heard is with the history. */
  async settled(): Promise<void> {
    await this.#recorder.settled();
    await this.#busy;
  }

  /** Writes what waits and lets go of the file. */
  async stop(): Promise<void> {
    this.#life.abort();
    await this.settled();
    await this.history.close();
  }

  #ended(key: string, startedAt: number): void {
    const name = `${key} ${startedAt}`;
    this.#unpriced.set(name, [key, startedAt]);
    this.#behind(async () => {
      await this.pricing.priceFrom(key, startedAt);
      this.#unpriced.delete(name);
      await this.#reported.merge(key);
    });
  }

  /** What could not be read when it was needed. */
  #catchUp(): void {
    this.#quietly(() => this.pricing.tellAll());
    this.slotsChanged();
    for (const one of [...this.#unpriced.values()]) this.#ended(...one);
    for (const key of this.#reported.keys) this.#behind(() => this.#reported.merge(key));
  }

  /** One thing after the other, with a word to the window at its end. */
  #behind(work: () => Promise<void>): void {
    this.#quietly(() => work().then(() => this.changed()));
  }

  #quietly(work: () => Promise<void>): void {
    this.#busy = this.#busy.then(work).catch((bug: unknown) => this.#failed(bug));
  }

  #failed(bug: unknown): void {
    this.#parts.log.error('history work failed', { why: String(bug) });
  }

  #tidyDaily(): void {
    if (this.#life.signal.aborted) return;
    this.tidy();
    this.#parts.clock.after(dayMs, () => this.#tidyDaily());
  }
}
