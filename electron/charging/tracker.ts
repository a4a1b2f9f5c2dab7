import type { Listed } from '../../shared/domain/charger/known-as.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { type DomainEvent, domainEvents } from './domain-events.ts';
import { mustPersist } from './must-persist.ts';
import type { Patience } from './patience.ts';
import {
  type ChargerRecord,
  lastSeenAt,
  listedSchema,
  newRecord,
  type OwnersWord,
  type SessionRecord,
} from './record.ts';
import { type ChargerEvent, reduce } from './reduce.ts';
import type { PlanHint } from './session-begin.ts';
import { soundEvent } from './sound-event.ts';

/** A charger as its account lists it, with its id in the whole app. */
export interface ListedCharger extends Listed {
  readonly id: string;
}

/** What an event has made of a charger. */
export interface Applied {
  readonly record: ChargerRecord;
  /** What was taken of the event: nobody may look behind it. */
  readonly event: ChargerEvent;
  /** What of it its owner may want to hear. */
  readonly events: readonly DomainEvent[];
  /** The session that it has left behind for another one, as it stands at last. */
  readonly left?: SessionRecord;
  /**
   * `atOnce`: it must be on the disk before anybody is told. `soon`: the next reading says it again.
   */
  readonly persist: 'atOnce' | 'soon' | 'no';
}

export interface TrackerParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly kept: readonly ChargerRecord[];
  /** How long a charger may be silent before its owner hears of it. */
  readonly patience: (record: ChargerRecord) => Patience;
  /** What a plan means by what a charger does now; undefined where none is on. */
  readonly plan?: (chargerId: string) => PlanHint | undefined;
  /** What happened with what the charge costs by then; without it no cost is known. */
  readonly tariffs?: {
    after(event: ChargerEvent, record: ChargerRecord): ChargerRecord;
    priced(record: ChargerRecord): ChargerRecord;
  };
}

/** What is said of a charger that comes back later than this would be history. */
const forgetAfterMs = 24 * 3_600_000;

/** Keeps what is believed of every charger. Tells nobody and writes nothing: see `app/pipeline.ts`. */
export class ChargerTracker {
  readonly #parts: TrackerParts;
  readonly #kept: Map<string, ChargerRecord>;

  constructor(parts: TrackerParts) {
    this.#parts = parts;
    this.#kept = new Map(parts.kept.map((record) => [record.id, record]));
  }

  records(): readonly ChargerRecord[] {
    return [...this.#kept.values()];
  }

  /** Those that their account lists, as far as is known. */
  watched(): readonly ChargerRecord[] {
    return this.records().filter(({ unlistedSince }) => unlistedSince === undefined);
  }

  record(id: string): ChargerRecord | undefined {
    return this.#kept.get(id);
  }

  /** When a charger of the account was last seen, epoch ms. */
  seenAt(accountId: string): number | undefined {
    return lastSeenAt(this.records(), accountId);
  }

  /** Takes in an event; undefined where nobody knows that charger, or a reply made no sense. */
  apply(id: string, told: ChargerEvent): Applied | undefined {
    const { clock, log, patience, plan, tariffs } = this.#parts;
    const before = this.#kept.get(id);
    if (!before) return undefined;
    const bug = () => log.error('reading makes no sense', { id });
    const event = soundEvent(told, { bug, now: clock.now() });
    if (!event) return undefined;
    const planned = event.kind === 'observed' ? { ...event, plan: plan?.(id) } : event;
    const reduced = reduce(before, planned, patience(before));
    const record = tariffs?.after(event, reduced) ?? reduced;
    this.#kept.set(id, record);
    logTurn(before, record, log);
    logHeld(before, record, log);
    const events = domainEvents(before, record, 'at' in event ? event.at : clock.now());
    // The before of the next reading, and what is still to be told, must outlive a crash.
    const isUrgent = events.length > 0 || mustPersist(before, record);
    const persist = isUrgent ? 'atOnce' : record === before ? 'no' : 'soon';
    const left = leftBehind(before, record, events);
    return { record, event, events, persist, ...omitUndefined({ left }) };
  }

  /** The account's chargers as its list has them now. Gives whether that is news. */
  list(
    account: Pick<ChargerRecord, 'accountId' | 'brand'>,
    chargers: readonly ListedCharger[],
  ): boolean {
    const before = this.records();
    for (const { id, ...said } of chargers) {
      const known = this.#kept.get(id) ?? newRecord({ id, ...account });
      this.#kept.set(id, relisted(known, said));
    }
    const listed = new Set(chargers.map(({ id }) => id));
    for (const record of this.records()) {
      if (record.accountId === account.accountId && !listed.has(record.id)) this.#unlist(record);
    }
    const after = this.records();
    return after.length !== before.length || after.some((one, index) => one !== before[index]);
  }

  /** Drops chargers for which `keep` says no. */
  keepOnly(keep: (record: ChargerRecord) => boolean): void {
    for (const record of this.records()) if (!keep(record)) this.#kept.delete(record.id);
  }

  /** What the owner calls the chargers, by id. Gives those that have another name by it. */
  rename(names: Readonly<Record<string, string>>): readonly ChargerRecord[] {
    return this.records().flatMap((record) => {
      const { alias: before, ...rest } = record;
      const alias = Object.hasOwn(names, record.id) ? names[record.id] : undefined;
      if (alias === before) return [];
      const renamed = { ...rest, ...omitUndefined({ alias }) };
      this.#kept.set(record.id, renamed);
      return [renamed];
    });
  }

  /** What its owner says of the charge that began then (whole epoch ms). Gives whether that is news. */
  sayOfSession(id: string, startedAt: number, ownersWord: OwnersWord | undefined): boolean {
    const record = this.#kept.get(id);
    const { session } = record ?? {};
    if (!record || !session || Math.round(session.startedAt) !== startedAt) return false;
    const { ownersWord: before, ...rest } = session;
    if (JSON.stringify(before) === JSON.stringify(ownersWord)) return false;
    this.#kept.set(id, { ...record, session: { ...rest, ...omitUndefined({ ownersWord }) } });
    return true;
  }

  /** Prices have changed: says anew what the charges cost. Gives whether that is another amount. */
  reprice(): boolean {
    const before = this.records();
    for (const record of before) {
      this.#kept.set(record.id, this.#parts.tariffs?.priced(record) ?? record);
    }
    return this.records().some((record, index) => record !== before[index]);
  }

  /** A list can be wrong for once; a charge that runs meanwhile must still be told when it ends. */
  #unlist(record: ChargerRecord): void {
    const now = this.#parts.clock.now();
    const unlistedSince = record.unlistedSince ?? now;
    if (now - unlistedSince > forgetAfterMs) this.#kept.delete(record.id);
    else if (record.unlistedSince === undefined) {
      this.#kept.set(record.id, { ...record, unlistedSince });
    }
  }
}

function leftBehind(
  { session: was }: ChargerRecord,
  { session: is }: ChargerRecord,
  events: readonly DomainEvent[],
): SessionRecord | undefined {
  if (!was || was.startedAt === is?.startedAt) return undefined;
  const told = events.find((one) => 'session' in one && one.session.startedAt === was.startedAt);
  if (told && 'session' in told) return told.session;
  // What has no end turned out to be no session.
  return was.endedAt === undefined ? undefined : was;
}

/** An end that is told only when it lasts. */
function logHeld(before: ChargerRecord, after: ChargerRecord, log: Log): void {
  const { heldSince } = after.session ?? {};
  if (heldSince === undefined || before.session?.heldSince === heldSince) return;
  log.info('notice held', { kind: 'chargeEnded', id: after.id, reason: 'flapping' });
}

/** Once when a charger goes, once when it returns: not every failed reading. */
function logTurn(before: ChargerRecord, after: ChargerRecord, log: Log): void {
  const was = before.reading.certainty;
  const is = after.reading.certainty;
  if (was === is) return;
  const because = 'because' in after.reading ? after.reading.because?.kind : undefined;
  log.info('reading', { charger: after.id, was, is, because });
}

/** The same memory when its list says nothing new. A name that is no longer said is still its name. */
function relisted(record: ChargerRecord, said: Listed): ChargerRecord {
  const { unlistedSince, ...known } = record;
  const listed = { ...record.listed, ...omitUndefined(listedSchema.parse(said)) };
  const isSame = Object.entries(listed).every(
    ([key, value]) => record.listed?.[key as keyof Listed] === value,
  );
  if (!isSame) return { ...known, listed };
  return unlistedSince === undefined ? record : known;
}
