import type { Brand } from '../../../shared/domain/brand.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import type { SessionRecord } from '../../charging/record.ts';
import type { Log } from '../../ports/log.ts';
import type { History, SampleQuery } from '../store/history.ts';
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
    const observedOf: Seen = { read, sample, isHeld };
    if (watched.catchingUp) {
      watched.catchingUp = watched.catchingUp.then(() => this.#follow(watched, observedOf));
    } else if (live && needsPast(watched, live, at)) {
      watched.catchingUp = this.#catchUp(watched, observedOf);
    } else {
      this.#follow(watched, observedOf);
    }
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

  /** The charge began in an earlier run of the app: what was seen of it then is in the history. */
  async #catchUp(watched: Watched, observedOf: Seen): Promise<void> {
    const { chargerKey: charger, live, at } = observedOf.read;
    const { startedAt: from = at, endedAt } = live ?? {};
    const earlier = await this.#past({ charger, from, to: at });
    const first: SessionTotals = earlier ? newTotals(from) : { ...newTotals(from), gaps: true };
    watched.totals = (earlier ?? []).reduce(
      (totals, one) => counted(totals, one, (endedAt ?? at) <= one.at ? endedAt : undefined),
      first,
    );
    this.#follow(watched, observedOf);
    // The next reading asks again: what was kept meanwhile is better than nothing, and no more.
    if (!earlier) watched.totals = undefined;
    watched.catchingUp = undefined;
  }

  /** Undefined where it cannot be read. */
  async #past(query: SampleQuery): Promise<readonly Sample[] | undefined> {
    try {
      return await this.#parts.history.revise((sure) => sure.samples(query));
    } catch (error) {
      this.#parts.log.warn('samples of a charge cannot be read', { why: String(error) });
      return undefined;
    }
  }

  #follow(watched: Watched, { read, sample, isHeld }: Seen): void {
    const { chargerKey: key, live } = read;
    const others = live?.startedAt;
    if (!watched.hasEndedOthers || (watched.totals && watched.totals.startedAt !== others)) {
      watched.unsaved?.();
      this.#leave(watched, read);
    }
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
