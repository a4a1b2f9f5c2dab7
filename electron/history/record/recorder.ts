import type { Brand } from '../../../shared/domain/brand.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { sessionEnergyWh } from '../../charging/energy-counter.ts';
import type { SessionRecord } from '../../charging/record.ts';
import type { Log } from '../../ports/log.ts';
import type { History, SureReads } from '../store/history.ts';
import { sampled, type Watch } from './sampling.ts';
import { counted, newTotals, type SessionTotals, sessionOf } from './session-totals.ts';

/** One reading of a charger, after the state has taken it in. */
export interface ObservedReading {
  /** See `chargerKeyOf`. */
  readonly chargerKey: string;
  readonly facts: { readonly brand: Brand; readonly serial?: string };
  readonly observation: Observation;
  /** Epoch ms. */
  readonly at: number;
  /** For how long it speaks for the charger, ms. */
  readonly validForMs?: number | undefined;
  /** The charge that the state holds after this reading. */
  readonly live: SessionRecord | undefined;
  /** The one before it, as it stands at last, where this reading has left it behind. */
  readonly left?: SessionRecord | undefined;
}

export interface RecorderParts {
  readonly history: History;
  readonly log: Log;
  /** There is more of a session than before: of many readings in a row only some add to it. */
  readonly recorded?: () => void;
  /** A session has ended, or has changed after that: time to say what it costs. */
  readonly ended?: (chargerKey: string, startedAt: number) => void;
}

interface Watched {
  watch: Watch;
  totals: SessionTotals | undefined;
  /** Readings that came while earlier samples were being read, in their order. */
  catchingUp: Promise<void> | undefined;
  /** The session as it was given to the history last. */
  saved: string | undefined;
  /** Gives it to the history as it has become since. */
  unsaved: (() => void) | undefined;
  /** That sessions which nobody watches any more were ended. */
  hasEndedOthers: boolean;
  toldOfClock: boolean;
}

/** A reading, what it leaves as a sample, and whether that only says the same once more. */
interface Seen {
  readonly read: ObservedReading;
  readonly sample: Sample | undefined;
  readonly isHeld: boolean;
}

/** Turns readings into samples and charges into sessions. */
export class Recorder {
  readonly #parts: RecorderParts;
  readonly #chargers = new Map<string, Watched>();

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  observed(read: ObservedReading): void {
    const { history, recorded } = this.#parts;
    const { chargerKey: key, facts, observation, at, live, validForMs } = read;
    const watched = this.#watched(key);
    this.#mindClock(watched, read);
    const { watch, sample, written } = sampled(watched.watch, {
      at,
      observation,
      validForMs,
      live,
    });
    watched.watch = watch;
    const { name, model } = observation;
    history.know({ key, ...facts, name, ...(model ? { model } : {}) });
    for (const one of written) history.record(key, one);
    if (live && written.length > 0) recorded?.();
    // The session is never more up to date than its samples, or each of ten looks a second writes.
    const isHeld = written.length === 0 && live?.endedAt === undefined;
    const seen: Seen = { read, sample, isHeld };
    const earlier = watched.catchingUp;
    const taken = earlier
      ? earlier.then(() => this.#take(watched, seen))
      : this.#take(watched, seen);
    watched.catchingUp = taken;
    void taken?.then(() => {
      if (watched.catchingUp === taken) watched.catchingUp = undefined;
    });
  }

  /** Resolves when everything that was given is with the history. */
  async settled(): Promise<void> {
    await Promise.all([...this.#chargers.values()].map(({ catchingUp }) => catchingUp));
    for (const [key, watched] of this.#chargers) {
      const { held, ...watch } = watched.watch;
      if (held) this.#parts.history.record(key, held);
      watched.watch = held ? { ...watch, last: held } : watch;
      watched.unsaved?.();
    }
  }

  #watched(key: string): Watched {
    const known = this.#chargers.get(key);
    if (known) return known;
    const watched: Watched = {
      watch: {},
      totals: undefined,
      catchingUp: undefined,
      saved: undefined,
      unsaved: undefined,
      hasEndedOthers: false,
      toldOfClock: false,
    };
    this.#chargers.set(key, watched);
    return watched;
  }

  /** Samples of the time that comes twice are all kept, but none in the place of another. */
  #mindClock(watched: Watched, { at, chargerKey }: ObservedReading): void {
    const { readAt } = watched.watch;
    if (readAt === undefined || at >= readAt || watched.toldOfClock) return;
    watched.toldOfClock = true;
    this.#parts.log.warn('clock was set back', { charger: chargerKey, byMs: readAt - at });
  }

  /** Undefined where nothing earlier has to be read for it. */
  #take(watched: Watched, seen: Seen): Promise<void> | undefined {
    const { left, live, at } = seen.read;
    const isKnown = !left || watched.totals?.startedAt === left.startedAt;
    if (!isKnown) return this.#finish(watched, left, seen);
    if (left) this.#save(watched, seen.read.chargerKey, left);
    if (left && watched.totals) watched.totals = { ...watched.totals, isOver: true };
    if (live && needsPast(watched, live, at)) return this.#catchUp(watched, seen);
    this.#follow(watched, seen);
    return undefined;
  }

  /**
   * The app ended before the history had the last word of a charge: it has it from the memory, unless
   * that is older because the disk refused it.
   */
  async #finish(watched: Watched, left: SessionRecord, seen: Seen): Promise<void> {
    const { at, chargerKey } = seen.read;
    const isKept = await this.#knows(chargerKey, left);
    watched.totals = (await this.#earlier(chargerKey, left, at)).totals;
    const { left: _kept, ...read } = seen.read;
    await this.#take(watched, isKept ? { ...seen, read } : seen);
  }

  async #knows(charger: string, left: SessionRecord): Promise<boolean> {
    const known = await this.#read((sure) => sure.seenSession(charger, left.startedAt));
    const { endedAt, energyWh = 0 } = known?.session ?? {};
    return endedAt !== undefined && energyWh >= Math.round(sessionEnergyWh(left) ?? 0);
  }

  /** The charge began in an earlier run of the app: what was seen of it then is in the history. */
  async #catchUp(watched: Watched, seen: Seen): Promise<void> {
    const { chargerKey, live, at } = seen.read;
    if (!live) return;
    this.#leave(watched, seen.read);
    const { isWhole, totals } = await this.#earlier(chargerKey, live, at);
    watched.totals = totals;
    this.#follow(watched, seen);
    // The next reading asks again: what was kept meanwhile is better than nothing, and no more.
    if (!isWhole) watched.totals = undefined;
  }

  async #earlier(charger: string, { startedAt: from, endedAt }: SessionRecord, to: number) {
    const past = await this.#read((sure) => sure.samples({ charger, from, to }));
    const first: SessionTotals = past ? newTotals(from) : { ...newTotals(from), gaps: true };
    const totals = (past ?? []).reduce(
      (sum, one) => counted(sum, one, (endedAt ?? to) <= one.at ? endedAt : undefined),
      first,
    );
    return { isWhole: past !== undefined, totals };
  }

  /** Undefined where it cannot be read. */
  async #read<T>(work: (sure: SureReads) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.#parts.history.revise(work);
    } catch (error) {
      this.#parts.log.warn('what was seen of a charge cannot be read', { why: String(error) });
      return undefined;
    }
  }

  #follow(watched: Watched, { read, sample, isHeld }: Seen): void {
    const { chargerKey: key, live } = read;
    this.#leave(watched, read);
    if (!live) {
      watched.totals = undefined;
      return;
    }
    const before = tallyOf(watched.totals, live.startedAt);
    watched.totals = sample ? counted(before, sample, live.endedAt) : before;
    watched.unsaved = () => this.#save(watched, key, live);
    if (!isHeld) watched.unsaved();
  }

  /** What ran until now runs no more, without anybody having seen its end. */
  #leave(watched: Watched, { chargerKey: key, live, observation }: ObservedReading): void {
    const { history } = this.#parts;
    const isOther = watched.totals && watched.totals.startedAt !== live?.startedAt;
    if (watched.hasEndedOthers && !isOther) return;
    watched.unsaved?.();
    const left = watched.totals?.startedAt === live?.startedAt ? undefined : watched.totals;
    watched.hasEndedOthers = true;
    // It was the house that took the power all along.
    const wasNone = left && !left.isOver && !live && observation.status.state === 'discharging';
    if (wasNone) history.dropSession(key, left.startedAt);
    history.endOthers(key, live?.startedAt);
    if (left && !left.isOver && !wasNone) this.#parts.ended?.(key, left.startedAt);
  }

  #save(watched: Watched, key: string, live: SessionRecord): void {
    watched.unsaved = undefined;
    if (!watched.totals) return;
    const session = sessionOf(live, watched.totals);
    const said = JSON.stringify(session);
    if (said === watched.saved) return;
    watched.saved = said;
    this.#parts.history.saveSession(key, session);
    this.#parts.recorded?.();
    if (session.endedAt !== undefined) this.#parts.ended?.(key, session.startedAt);
  }
}

function tallyOf(totals: SessionTotals | undefined, startedAt: number): SessionTotals {
  return totals?.startedAt === startedAt ? totals : newTotals(startedAt);
}

function needsPast({ totals }: Watched, { startedAt }: SessionRecord, at: number): boolean {
  return totals?.startedAt !== startedAt && startedAt < at;
}
