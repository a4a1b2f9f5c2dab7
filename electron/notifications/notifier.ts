import type { FormatOptions } from '../../shared/text/format.ts';
import type { NoticeOutcome, NotificationPort } from '../ports/app-ports.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Notice } from '../ports/notice.ts';
import { within } from '../ports/within.ts';
import type { Telling } from './notice.ts';
import { tooOldMs } from './policy.ts';
import { type PaceOf, type RecentEnd, SessionEnds } from './session-ends.ts';
import { idsOf, subject, summary } from './summary.ts';

export interface PersistedNotices {
  readonly outbox: readonly Notice[];
  /** What was handed to the desktop while nobody knew yet whether it has it. */
  readonly telling?: Telling;
  /** Ends of sessions that may become a sum, see `SessionEnds`. */
  readonly recentEnds?: readonly RecentEnd[];
}

interface Parts {
  readonly port: NotificationPort;
  readonly clock: Clock;
  readonly log: Log;
  readonly kept: PersistedNotices;
  /** Whether what it tells of has passed meanwhile; without it nothing ever has. */
  readonly isOver?: (notice: Notice) => boolean;
  /** Until when its owner wants quiet, see `waitsUntil`; without it, never. */
  readonly waitsUntil?: (notice: Notice) => number | undefined;
  readonly paceSeconds?: PaceOf;
  /** How the numbers of a sum are written; those of a notice are words already. */
  readonly formatOptions?: () => FormatOptions;
  /** Makes the outbox durable. */
  readonly save: () => Promise<void>;
}

/** What is told must outlive a crash; a disk that hangs holds it up no longer. */
const saveMs = 1000;

/** Tells what lies in the outbox, each once, and takes it out when the desktop has it. */
export class Notifier {
  readonly #parts: Parts;
  readonly #notices: Notice[];
  readonly #awaited = new Set<string>();
  /** Several that wait are told as one. */
  #burst: boolean;
  /** What waits now does so because its owner wanted quiet. */
  #wasQuiet = false;
  readonly #ends: SessionEnds;
  /** Wakes for what waits. */
  #timer: Timer | undefined;
  #telling: Telling | undefined;
  #busy = false;
  #again = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#notices = [...parts.kept.outbox];
    this.#telling = parts.kept.telling;
    this.#burst = this.#notices.length > 0;
    const { clock, kept, paceSeconds, formatOptions } = parts;
    this.#ends = new SessionEnds(clock, kept.recentEnds, paceSeconds, formatOptions);
  }

  /** Lays a notice down; it is told at the next `flush`. */
  add(notice: Notice): void {
    const isOneOfMany = this.#ends.laid(notice);
    if (notice.heldUntil !== undefined || isOneOfMany) this.#logHeld(notice, 'flapping');
    else if (this.#quietUntil(notice) !== undefined) this.#logHeld(notice, 'quietHours');
    if (this.#waitsUntil(notice) !== undefined) this.#replaceWaiting(notice);
    this.#notices.push(notice);
  }

  /** What must outlive a crash. */
  kept(): PersistedNotices {
    const telling = this.#telling;
    const recentEnds = this.#ends.kept();
    return {
      outbox: this.#notices,
      ...(telling ? { telling } : {}),
      ...(recentEnds.length > 0 ? { recentEnds } : {}),
    };
  }

  /** Shows what waits, unless it is held back. Never throws. */
  async flush(): Promise<void> {
    // What is laid down while the desktop takes its time must not wait for the next occasion.
    this.#again = true;
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#again && this.#awaited.size === 0) await this.#flushOnce();
    } finally {
      this.#busy = false;
      this.#wakeForWaiting();
    }
  }

  /** Wakes for nothing any more. */
  stop(): void {
    this.#timer?.cancel();
  }

  /** Holds everything back while these are still to be heard of, so that a burst becomes one. */
  hold(chargerIds: Iterable<string>): void {
    for (const id of chargerIds) this.#awaited.add(id);
    if (this.#awaited.size > 0) this.#burst = true;
  }

  /** That charger was heard of, or could not be: it holds nothing back any more. */
  settled(chargerId: string): void {
    this.#awaited.delete(chargerId);
  }

  async #flushOnce(): Promise<void> {
    this.#again = false;
    this.#dropOld();
    this.#dropOver();
    this.#withdrawOver();
    const begun = this.#telling;
    if (begun && (await this.#tell(begun.notice, begun.covers)) !== 'shown') return;
    const due = this.#notices.filter((one) => this.#waitsUntil(one) === undefined);
    const all = this.#ends.summedUp(due);
    const afterQuiet = this.#wasQuiet;
    this.#wasQuiet = this.#notices.some((one) => this.#quietUntil(one) !== undefined);
    const isGathered = (this.#burst || (afterQuiet && !this.#wasQuiet)) && all.length > 1;
    this.#burst = false;
    const told = isGathered ? [summary(all, afterQuiet ? 'quietSummary' : 'summary')] : all;
    for (const { notice, covers } of told) await this.#tell(notice, covers);
  }

  async #tell(notice: Notice, covers: readonly string[]): Promise<NoticeOutcome> {
    const { port, log } = this.#parts;
    const before = this.#telling?.notice.id === notice.id ? this.#telling.to : undefined;
    // A second notice is not handed over while nobody knows what became of the first.
    if (this.#telling && before === undefined) return 'failed';
    let isHanded = false;
    const outcome = await port.show(notice, {
      ...(before === undefined ? {} : { before }),
      begins: (to) => {
        isHanded = true;
        this.#telling = { notice, covers, to };
        return this.#save();
      },
    });
    const isNew = outcome !== 'unanswered' || before === undefined;
    if (isNew) log.info('notice', { kind: notice.kind, id: notice.id, outcome });
    // What could not be told when it happened is told together with what happens until it can.
    if (outcome !== 'shown') this.#burst = true;
    if (outcome === 'unanswered') return outcome;
    // Nobody was given it now, and whoever was given it before may have it all the same.
    if (outcome === 'failed' && !isHanded) return outcome;
    this.#telling = undefined;
    // What the desktop refused stays for the next time, until it is too old to tell.
    if (outcome === 'shown') this.#remove(new Set(covers));
    await this.#save();
    return outcome;
  }

  #save(): Promise<void> {
    const { clock, save } = this.#parts;
    return within(clock, saveMs, save(), () => undefined);
  }

  #logHeld({ id, kind }: Notice, reason: string): void {
    this.#parts.log.info('notice held', { kind, id, reason });
  }

  /** Of what waits about one thing only the last is told. Each end of a session is. */
  #replaceWaiting(notice: Notice): void {
    if (notice.ended) return;
    const about = subject(notice);
    const given = new Set(this.#telling?.covers);
    const older = this.#notices.filter(
      (one) =>
        !one.ended &&
        !given.has(one.id) &&
        subject(one) === about &&
        this.#waitsUntil(one) !== undefined,
    );
    this.#remove(new Set(idsOf(older)));
  }

  /** Epoch ms; undefined for what may be told now. */
  #waitsUntil(notice: Notice): number | undefined {
    const { heldUntil } = notice;
    const now = this.#parts.clock.now();
    const times = [heldUntil, this.#ends.waitsUntil(notice), this.#quietUntil(notice)];
    const later = times.filter((at) => at !== undefined).filter((at) => at > now);
    return later.length > 0 ? Math.max(...later) : undefined;
  }

  #quietUntil(notice: Notice): number | undefined {
    return this.#parts.waitsUntil?.(notice);
  }

  /** Nothing else may happen until then. */
  #wakeForWaiting(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    const times = this.#notices.flatMap((one) => this.#waitsUntil(one) ?? []);
    const next = Math.min(...times);
    if (!Number.isFinite(next)) return;
    const { clock } = this.#parts;
    this.#timer = clock.after(next - clock.now(), () => void this.flush());
  }

  #dropOld(): void {
    const { clock } = this.#parts;
    this.#drop('tooOld', (one) => clock.now() - one.happenedAt > tooOldMs);
    const left = new Set(idsOf(this.#notices));
    if (!this.#telling?.covers.some((id) => left.has(id))) this.#telling = undefined;
  }

  /** What could not be told when it happened is told later only if it is still so. */
  #dropOver(): void {
    const { isOver } = this.#parts;
    const given = new Set(this.#telling?.covers);
    this.#drop('over', (one) => !given.has(one.id) && !!isOver?.(one));
  }

  /** Nobody needs to be shown what has passed. */
  #withdrawOver(): void {
    const { isOver, log, port } = this.#parts;
    for (const notice of port.standing()) {
      if (!isOver?.(notice)) continue;
      port.withdraw(notice);
      log.info('notice withdrawn', { kind: notice.kind, id: notice.id });
    }
  }

  #drop(reason: string, isVain: (notice: Notice) => boolean): void {
    const vain = this.#notices.filter(isVain);
    for (const { id, kind } of vain) {
      this.#parts.log.info('notice suppressed', { kind, id, reason });
    }
    this.#remove(new Set(idsOf(vain)));
  }

  #remove(ids: ReadonlySet<string>): void {
    this.#ends.settled(ids);
    const left = this.#notices.filter(({ id }) => !ids.has(id));
    this.#notices.splice(0, this.#notices.length, ...left);
  }
}
