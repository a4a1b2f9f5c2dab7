import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastSeen, type Reading } from '../../shared/domain/charger/reading.ts';
import type { Wish, WishProgress } from '../../shared/domain/charger/wish.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { AskFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import type { ChargerHandle } from '../integrations/connection.ts';
import { atLatest } from '../ports/at-latest.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { confirms } from './confirms.ts';
import { doubtAfter, isContradicted, isMissed, isPassing, longestMs, noDoubt } from './doubt.ts';
import { isOld, type KeptWish, leftMs, mayComeTrue, takenUp } from './kept-wishes.ts';
import { explained, isOpen, isRead, mayBeDone, type Pending, Wishes, withRole } from './pending.ts';
import { refusedBefore } from './refused-before.ts';

/** Everything a person may ask for, once, for tray and window alike. */
export interface Commands {
  /** Resolves when the wish was sent, or not; its confirmation comes with a later look. */
  ask(chargerId: string, wish: Wish): Promise<Result<null, AskFailure>>;
  /** How far the newest wish has come. */
  progress(chargerId: string): WishProgress | undefined;
  /** The newest wish of each matter, the newest first. */
  asked(chargerId: string): readonly WishProgress[];
  /** A look that may confirm a wish, or say why it was refused. */
  looked(chargerId: string, seen: Observation): void;
  /** Somebody waits for a look at this charger. */
  awaits(chargerId: string): boolean;
  /** What must outlive a crash: wishes that may be on their way. */
  open(): readonly KeptWish[];
  stop(): void;
}

export interface CommandParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Wishes that were open when the app ended. */
  readonly kept: readonly KeptWish[];
  readonly charger: (id: string) => ChargerHandle | undefined;
  readonly reading: (id: string) => Reading | undefined;
  /** The charger's own reply shows new values. */
  readonly replied: (id: string, seen: Observation) => void;
  readonly failed: (id: string, failure: Failure) => void;
  readonly notConfirmed: (id: string, progress: WishProgress) => void;
  /** Resolves when `open` is on the disk; with a disk that hangs, never. */
  readonly save: () => Promise<void>;
  /** A wish has moved on: show it. */
  readonly changed: (id: string) => void;
  /** Only a look can say more: make it soon. */
  readonly lookSoon: (id: string) => void;
}

/** What is about to be sent must outlive a crash; a disk that hangs holds it up no longer. */
const saveMs = 1000;

export function createCommands(parts: CommandParts): Commands {
  return new AllWishes(parts);
}

class AllWishes implements Commands {
  readonly #parts: CommandParts;
  readonly #wishes = new Map<string, Wishes>();
  readonly #giveUp = new AbortController();

  constructor(parts: CommandParts) {
    this.#parts = parts;
    for (const kept of parts.kept.toReversed()) this.#resume(kept);
  }

  async ask(id: string, wish: Wish): Promise<Result<null, AskFailure>> {
    const { clock, log } = this.#parts;
    const charger = this.#parts.charger(id);
    const reading = this.#parts.reading(id);
    const refused = refusedBefore(reading, wish);
    if (!charger || refused) {
      return failed(refused ?? { kind: 'hindered', why: 'neverRead' });
    }
    if (!charger.ask) return failed({ kind: 'notSupported' });
    const from = reading && lastSeen(reading)?.status.state;
    const mine: Pending = {
      progress: { phase: 'sending', wish, at: clock.now(), ...(from && { from }) },
    };
    this.#of(id).add(mine);
    const saved = this.#parts.save();
    this.#parts.changed(id);
    await atLatest(clock, saveMs, saved);
    if (this.#giveUp.signal.aborted) return failed({ kind: 'unreachable' });
    const result = await charger.ask(wish, { signal: this.#giveUp.signal });
    log.info('wish', { kind: wish.kind, charger: id, sent: result.ok, ...why(result) });
    if (this.#giveUp.signal.aborted) return failed({ kind: 'unreachable' });
    if (!result.ok && !mayBeDone(result.failure)) {
      this.#notSent(id, mine, result.failure);
      return result;
    }
    this.#sent(id, mine, result.ok ? result.value : 'unknown');
    return success(null);
  }

  progress(id: string): WishProgress | undefined {
    return this.#wishes.get(id)?.newest?.progress;
  }

  asked(id: string): readonly WishProgress[] {
    return this.#wishes.get(id)?.all.map(({ progress }) => progress) ?? [];
  }

  looked(id: string, seen: Observation): void {
    this.#dropOld(id);
    for (const mine of this.#wishes.get(id)?.all ?? []) {
      if (mine.progress.phase === 'failed') this.#explain(id, mine, seen);
      else this.#weigh(id, mine, seen);
    }
  }

  awaits(id: string): boolean {
    const newest = this.#wishes.get(id)?.newest;
    return newest !== undefined && isOpen(newest);
  }

  open(): readonly KeptWish[] {
    return [...this.#wishes].flatMap(([chargerId, { all }]) =>
      all
        .filter(({ progress }) => mayComeTrue(progress))
        .map(({ progress, superseded }) => ({
          chargerId,
          progress,
          ...(superseded && { superseded }),
        })),
    );
  }

  stop(): void {
    this.#giveUp.abort();
    for (const { all } of this.#wishes.values()) for (const one of all) one.patience?.cancel();
  }

  #of(id: string): Wishes {
    const wishes = this.#wishes.get(id) ?? new Wishes();
    this.#wishes.set(id, wishes);
    return wishes;
  }

  #resume({ chargerId: id, progress: kept, superseded }: KeptWish): void {
    const now = this.#now();
    if (isOld(kept, now)) return;
    const progress = takenUp(kept, now);
    const mine: Pending = { progress, ...(superseded && { superseded }) };
    this.#of(id).add(mine);
    if (progress.phase === 'sent') this.#wait(id, mine, leftMs(progress, now));
  }

  #dropOld(id: string): void {
    const wishes = this.#wishes.get(id);
    const newest = wishes?.newest;
    wishes?.drop(({ progress }) => isOld(progress, this.#now()));
    if (wishes?.newest !== newest) this.#parts.changed(id);
  }

  #notSent(id: string, mine: Pending, failure: Failure): void {
    this.#move(id, mine, { ...started(mine, this.#now()), phase: 'failed', why: failure });
    this.#parts.failed(id, failure);
    if (isOpen(mine)) this.#parts.lookSoon(id);
  }

  #sent(id: string, mine: Pending, reply: Observation | 'unknown' | undefined): void {
    const isLost = reply === 'unknown';
    if (reply && !isLost) this.#parts.replied(id, reply);
    this.#wait(id, mine, longestMs);
    const progress = { ...started(mine, this.#now()), phase: 'sent' } as const;
    this.#move(id, mine, isLost ? { ...progress, outcome: 'unknown' } : progress);
    this.#parts.lookSoon(id);
  }

  #wait(id: string, mine: Pending, ms: number): void {
    const { clock, reading } = this.#parts;
    const before = reading(id);
    mine.doubt = noDoubt(clock.monotonic(), before && lastSeen(before));
    // A newer one is waited for in its place.
    if (this.#of(id).newest !== mine) return;
    mine.patience = clock.after(ms, () => this.#giveUpOn(id, mine, { told: true }));
  }

  /** Every wish, also one that a newer one came after: it may be taken for what explains a notice. */
  #weigh(id: string, mine: Pending, seen: Observation): void {
    const { progress, doubt } = mine;
    if (progress.phase !== 'sent' && progress.phase !== 'notConfirmed') return;
    const now = this.#parts.clock.monotonic();
    if (confirms(progress.wish, seen, progress.from)) {
      this.#move(id, mine, { ...started(mine, this.#now()), phase: 'confirmed' });
      mine.patience?.cancel();
    } else if (progress.phase === 'notConfirmed') {
      const { unread, ...read } = progress;
      if (unread && !isPassing(read.wish)) this.#move(id, mine, read);
    } else if (doubt && isMissed(progress.wish, doubt, now)) {
      this.#giveUpOn(id, mine, { told: false });
    } else if (doubt) this.#doubt(id, mine, doubtAfter(doubt, seen, now));
  }

  #doubt(id: string, mine: Pending, doubt: NonNullable<Pending['doubt']>): void {
    mine.doubt = doubt;
    const { progress } = mine;
    if (isContradicted(doubt, this.#parts.clock.monotonic())) {
      this.#giveUpOn(id, mine, { told: this.#of(id).newest === mine });
    } else if (doubt.against > 0 && progress.phase === 'sent' && !progress.contradicted) {
      this.#move(id, mine, { ...progress, contradicted: true });
    }
  }

  #giveUpOn(id: string, mine: Pending, { told }: { readonly told: boolean }): void {
    mine.patience?.cancel();
    const unread = isRead(mine) ? {} : { unread: true as const };
    const progress = { ...started(mine, this.#now()), phase: 'notConfirmed', ...unread } as const;
    this.#move(id, mine, progress);
    if (told) this.#parts.notConfirmed(id, progress);
  }

  #explain(id: string, mine: Pending, seen: Observation): void {
    const { progress } = mine;
    if (progress.phase !== 'failed' || progress.why.kind !== 'refused') return;
    const said = progress.why.why;
    // What the charger does later says nothing about the moment of the refusal.
    const why = mine.judged ? withRole(said, seen) : explained(progress.wish, said, seen);
    const wasOpen = isOpen(mine);
    mine.judged = true;
    if (why !== said || wasOpen)
      this.#move(id, mine, { ...progress, why: { kind: 'refused', why } });
  }

  /** A newer wish may have taken the place meanwhile; then this one is no longer shown. */
  #move(id: string, mine: Pending, progress: WishProgress): void {
    mine.progress = progress;
    void this.#parts.save();
    if (this.#of(id).newest === mine) this.#parts.changed(id);
    else mine.patience?.cancel();
  }

  #now(): number {
    return this.#parts.clock.now();
  }
}

function started({ progress }: Pending, at: number) {
  const { wish, from } = progress;
  return { wish, at, ...(from && { from }) };
}

function why(result: Result<unknown, Failure>): { failure?: string } {
  return result.ok ? {} : { failure: result.failure.kind };
}
