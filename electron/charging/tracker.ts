import type { ChargerState } from '../../shared/domain/app/app-state.ts';
import type { Settings } from '../../shared/domain/app/settings.ts';
import type { WishProgress } from '../../shared/domain/charger/wish.ts';
import type { Patience } from '../integrations/patience.ts';
import type { ListedCharger } from '../integrations/polled/poller.ts';
import { Flapping } from '../notifications/flapping.ts';
import type { Notice } from '../notifications/notice.ts';
import type { Notifier } from '../notifications/notifier.ts';
import { suppression, tooOldMs } from '../notifications/policy.ts';
import { noticeFor } from '../notifications/rules.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { TariffBook } from '../tariffs/tariff-book.ts';
import { fold, type Happening } from './fold.ts';
import { isLasting } from './lasting.ts';
import { type ChargerMemory, lastSeenAt, newMemory } from './memory.ts';
import { type News, news } from './news.ts';
import { relisted } from './relisted.ts';
import { chargeOf } from './shown-charge.ts';
import { soundHappening } from './sound-happening.ts';

/** Keeps what is believed of every charger, and turns what changes into news. */
export interface ChargerTracker {
  memories(): readonly ChargerMemory[];
  /** Those that their account lists, as far as is known. */
  watched(): readonly ChargerMemory[];
  memory(id: string): ChargerMemory | undefined;
  /** When a charger of the account was last seen, epoch ms. */
  seenAt(accountId: string): number | undefined;
  /** The account's chargers as its list has them now. */
  listed(
    account: Pick<ChargerMemory, 'accountId' | 'brand'>,
    chargers: readonly ListedCharger[],
  ): void;
  /** Drops chargers for which `keep` says no. */
  keepOnly(keep: (memory: ChargerMemory) => boolean): void;
  /** Gives what was taken of it, which nobody may look behind; undefined where nothing was. */
  happen(id: string, told: Happening): Happening | undefined;
  /** Prices have changed: says anew what the charges cost. Gives whether that is another amount. */
  reprice(): boolean;
  /** A notice that comes from elsewhere than a charger's readings, by the same policy. */
  tell(notice: Notice): void;
  chargers(wishOf: (id: string) => WishProgress | undefined): readonly ChargerState[];
}

export interface ChargerTrackerParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly kept: readonly ChargerMemory[];
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  /** The zone by whose clock its owner lives now. */
  readonly zone: () => string;
  readonly asked: (id: string) => readonly WishProgress[];
  /** How long a charger may be silent before its owner hears of it. */
  readonly patience: (memory: ChargerMemory) => Patience;
  /** Hears what has become of a charger, once all of it that must outlive a crash is on the disk. */
  readonly heard?: (after: ChargerMemory, happening: Happening) => void;
  /** What happened with what the charge costs by then; without it no cost is known. */
  readonly tariffs?: Pick<TariffBook, 'after' | 'priced'>;
  /** Makes memories and outbox durable; called before anything is told. */
  readonly save: () => Promise<void>;
  /** The same within a minute: nothing is lost that the next look does not say again. */
  readonly saveSoon: () => void;
}

/** News of a charger that comes back later than this would be history. */
const forgetAfterMs = tooOldMs;

export function createChargerTracker(parts: ChargerTrackerParts): ChargerTracker {
  return new Memories(parts);
}

class Memories implements ChargerTracker {
  readonly #parts: ChargerTrackerParts;
  readonly #flapping: Flapping;
  readonly #kept: Map<string, ChargerMemory>;
  /** What is shown of a memory stays the same object for as long as memory and wish do. */
  readonly #shown = new WeakMap<ChargerMemory, ChargerState>();
  #passedOn = Promise.resolve();

  constructor(parts: ChargerTrackerParts) {
    this.#parts = parts;
    this.#flapping = new Flapping(parts.clock);
    this.#kept = new Map(parts.kept.map((memory) => [memory.id, memory]));
  }

  memories(): readonly ChargerMemory[] {
    return [...this.#kept.values()];
  }

  watched(): readonly ChargerMemory[] {
    return this.memories().filter(({ unlistedSince }) => unlistedSince === undefined);
  }

  memory(id: string): ChargerMemory | undefined {
    return this.#kept.get(id);
  }

  seenAt(accountId: string): number | undefined {
    return lastSeenAt(this.memories(), accountId);
  }

  listed(
    account: Pick<ChargerMemory, 'accountId' | 'brand'>,
    chargers: readonly ListedCharger[],
  ): void {
    const before = this.memories();
    for (const { id, ...said } of chargers) {
      const known = this.#kept.get(id) ?? newMemory({ id, ...account });
      this.#kept.set(id, relisted(known, said));
    }
    const listed = new Set(chargers.map(({ id }) => id));
    for (const memory of this.memories()) {
      if (memory.accountId === account.accountId && !listed.has(memory.id)) this.#unlist(memory);
    }
    const after = this.memories();
    const isSame = after.length === before.length && after.every((one, at) => one === before[at]);
    if (!isSame) void this.#parts.save();
  }

  keepOnly(keep: (memory: ChargerMemory) => boolean): void {
    for (const memory of this.memories()) if (!keep(memory)) this.#kept.delete(memory.id);
    void this.#parts.save();
  }

  happen(id: string, told: Happening): Happening | undefined {
    const { log } = this.#parts;
    const before = this.#kept.get(id);
    if (!before) return undefined;
    const happening = soundHappening(told, () => log.error('reading makes no sense', { id }));
    if (happening) this.#take(before, happening);
    return happening;
  }

  reprice(): boolean {
    const { saveSoon, tariffs } = this.#parts;
    const before = this.memories();
    for (const memory of before) this.#kept.set(memory.id, tariffs?.priced(memory) ?? memory);
    saveSoon();
    return this.memories().some((memory, at) => memory !== before[at]);
  }

  tell(notice: Notice): void {
    this.#weigh(notice);
    this.#afterwards(this.#parts.save(), () => void this.#parts.notifier.flush());
  }

  chargers(wishOf: (id: string) => WishProgress | undefined): readonly ChargerState[] {
    const shown: ChargerState[] = [];
    for (const memory of this.#kept.values()) {
      if (memory.unlistedSince === undefined) shown.push(this.#show(memory, wishOf(memory.id)));
    }
    return shown;
  }

  #take(before: ChargerMemory, happening: Happening): void {
    const { id } = before;
    const { clock, log, notifier, save, saveSoon } = this.#parts;
    const folded = fold(before, happening, this.#parts.patience(before));
    const after = this.#parts.tariffs?.after(happening, folded) ?? folded;
    this.#kept.set(id, after);
    logTurn(before, after, log);
    logHeld(before, after, log);
    const at = 'at' in happening ? happening.at : clock.now();
    const found = news(before, after, at);
    const manner = { timeZone: this.#parts.zone() };
    for (const happened of found) this.#weigh(noticeFor(happened, after, manner), happened);
    // The before of the next look, and what is still to be told, must outlive a crash from here on.
    const mustLast = found.length > 0 || isLasting(before, after);
    if (!mustLast && after !== before) saveSoon();
    this.#afterwards(mustLast ? save() : undefined, () => {
      this.#parts.heard?.(after, happening);
      if (happening.kind !== 'interrupted') notifier.settled(id);
      void notifier.flush();
    });
  }

  /** Passes on what happened once it is on the disk, and everything that was before it. */
  #afterwards(saved: Promise<void> | undefined, passOn: () => void): void {
    const { log } = this.#parts;
    this.#passedOn = this.#passedOn
      .then(() => saved)
      .then(passOn)
      .catch((bug: unknown) => log.error('not passed on', { why: String(bug) }));
  }

  #show(memory: ChargerMemory, wish: WishProgress | undefined): ChargerState {
    const before = this.#shown.get(memory);
    if (before && before.wish === wish) return before;
    const state = shown(memory, wish);
    this.#shown.set(memory, state);
    return state;
  }

  /** A list can be wrong for once; a charge that runs meanwhile must still be told when it ends. */
  #unlist(memory: ChargerMemory): void {
    const now = this.#parts.clock.now();
    const unlistedSince = memory.unlistedSince ?? now;
    if (now - unlistedSince > forgetAfterMs) this.#kept.delete(memory.id);
    else if (memory.unlistedSince === undefined) {
      this.#kept.set(memory.id, { ...memory, unlistedSince });
    }
  }

  #weigh(notice: Notice, happened?: News): void {
    const { clock, log, notifier, settings, asked } = this.#parts;
    const reason = suppression({
      notice,
      ...(happened ? { happened } : {}),
      settings: settings(),
      asked: notice.chargerId === undefined ? [] : asked(notice.chargerId),
      now: clock.now(),
    });
    if (reason === undefined) notifier.add(this.#flapping.calmed(notice));
    else log.info('notice suppressed', { kind: notice.kind, id: notice.id, reason });
  }
}

/** What the window may know of a memory. */
function shown(memory: ChargerMemory, wish: WishProgress | undefined): ChargerState {
  const { id, accountId, brand, reading, listed } = memory;
  const charge = chargeOf(memory);
  return {
    id,
    accountId,
    brand,
    reading,
    ...(listed ? { listed } : {}),
    ...(wish ? { wish } : {}),
    ...(charge ? { charge } : {}),
  };
}

/** An end that is told only when it lasts. */
function logHeld(before: ChargerMemory, after: ChargerMemory, log: Log): void {
  const { heldSince } = after.charge ?? {};
  if (heldSince === undefined || before.charge?.heldSince === heldSince) return;
  log.info('notice held', { kind: 'chargeEnded', id: after.id, reason: 'flapping' });
}

/** Once when a charger goes, once when it returns: not every failed look. */
function logTurn(before: ChargerMemory, after: ChargerMemory, log: Log): void {
  const was = before.reading.certainty;
  const is = after.reading.certainty;
  if (was === is) return;
  const because = 'because' in after.reading ? after.reading.because?.kind : undefined;
  log.info('reading', { charger: after.id, was, is, because });
}
