import type { Failure } from '../../shared/domain/failure.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import { permission } from '../../shared/domain/permission.ts';
import { lastSeen, type Reading } from '../../shared/domain/reading.ts';
import { type Wish, type WishProgress, wishPatienceMs } from '../../shared/domain/wish.ts';
import type { AskFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import type { Charger } from '../chargers/charger.ts';
import type { Clock, Timer } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import { confirms } from './confirms.ts';

/** Everything a person may ask for, once, for tray and window alike. */
export interface Commands {
  /** Resolves when the wish was sent, or not; its confirmation comes with a later look. */
  ask(chargerId: string, wish: Wish): Promise<Result<null, AskFailure>>;
  progress(chargerId: string): WishProgress | undefined;
  /** A look that may confirm a wish. */
  looked(chargerId: string, seen: Observation): void;
  unconfirmed(chargerId: string): boolean;
  stop(): void;
}

export interface CommandParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly charger: (id: string) => Charger | undefined;
  readonly reading: (id: string) => Reading | undefined;
  /** The charger's own reply shows new values. */
  readonly replied: (id: string, seen: Observation) => void;
  readonly failed: (id: string, failure: Failure) => void;
  readonly notConfirmed: (id: string, wish: Wish, at: number) => void;
  /** A wish has moved on: show it, and look again soon where something is to be confirmed. */
  readonly changed: (id: string) => void;
}

interface Pending {
  progress: WishProgress;
  patience?: Timer;
}

export function createCommands(parts: CommandParts): Commands {
  return new Wishes(parts);
}

class Wishes implements Commands {
  readonly #parts: CommandParts;
  readonly #pending = new Map<string, Pending>();
  readonly #giveUp = new AbortController();

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  async ask(id: string, wish: Wish): Promise<Result<null, AskFailure>> {
    const { clock, log } = this.#parts;
    const charger = this.#parts.charger(id);
    const refused = refusedBefore(this.#parts.reading(id), wish);
    if (!charger || refused) {
      return failed(refused ?? { kind: 'hindered', why: 'neverRead' });
    }
    this.#pending.get(id)?.patience?.cancel();
    const mine: Pending = { progress: { phase: 'sending', wish, at: clock.now() } };
    this.#pending.set(id, mine);
    this.#parts.changed(id);
    const result = await charger.ask(wish, { signal: this.#giveUp.signal });
    log.info('wish', { kind: wish.kind, charger: id, sent: result.ok, ...why(result) });
    if (this.#giveUp.signal.aborted) return failed({ kind: 'unreachable' });
    if (result.ok) this.#sent(id, mine, result.value);
    else this.#notSent(id, mine, result.failure);
    return result.ok ? success(null) : result;
  }

  progress(id: string): WishProgress | undefined {
    return this.#pending.get(id)?.progress;
  }

  looked(id: string, seen: Observation): void {
    const mine = this.#pending.get(id);
    if (mine?.progress.phase !== 'sent' || !confirms(mine.progress.wish, seen)) return;
    mine.patience?.cancel();
    const { wish } = mine.progress;
    this.#move(id, mine, { phase: 'confirmed', wish, at: this.#parts.clock.now() });
  }

  unconfirmed(id: string): boolean {
    const phase = this.progress(id)?.phase;
    return phase === 'sending' || phase === 'sent';
  }

  stop(): void {
    this.#giveUp.abort();
    for (const { patience } of this.#pending.values()) patience?.cancel();
  }

  #notSent(id: string, mine: Pending, failure: Failure): void {
    const { wish } = mine.progress;
    this.#move(id, mine, { phase: 'failed', wish, at: this.#parts.clock.now(), why: failure });
    this.#parts.failed(id, failure);
  }

  #sent(id: string, mine: Pending, reply: Observation | undefined): void {
    const { clock } = this.#parts;
    if (reply) this.#parts.replied(id, reply);
    const { wish } = mine.progress;
    mine.patience = clock.after(wishPatienceMs, () => {
      this.#move(id, mine, { phase: 'notConfirmed', wish, at: clock.now() });
      this.#parts.notConfirmed(id, wish, clock.now());
    });
    this.#move(id, mine, { phase: 'sent', wish, at: clock.now() });
  }

  /** A newer wish may have taken the place meanwhile; then this one is no longer shown. */
  #move(id: string, mine: Pending, progress: WishProgress): void {
    mine.progress = progress;
    if (this.#pending.get(id) === mine) this.#parts.changed(id);
    else mine.patience?.cancel();
  }
}

/** What is known to be refused is not even sent. */
function refusedBefore(reading: Reading | undefined, wish: Wish): AskFailure | undefined {
  if (!reading) return { kind: 'hindered', why: 'neverRead' };
  const may = permission(reading, wish.kind);
  if (may.kind === 'absent') return { kind: 'notSupported' };
  if (may.kind === 'hindered') return { kind: 'hindered', why: may.why };
  const limit = lastSeen(reading)?.abilities.limit;
  if (wish.kind === 'setLimit' && limit && (wish.limitA < limit.minA || wish.limitA > limit.maxA)) {
    return { kind: 'notSupported' };
  }
  return undefined;
}

function why(result: Result<unknown, Failure>): { failure?: string } {
  return result.ok ? {} : { failure: result.failure.kind };
}
