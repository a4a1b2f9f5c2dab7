import type { ChargerState } from '../../shared/domain/app-state.ts';
import type { Charge } from '../../shared/domain/charge.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { WishProgress } from '../../shared/domain/wish.ts';
import type { Notice } from '../notifications/notice.ts';
import type { Notifier } from '../notifications/notifier.ts';
import { suppression } from '../notifications/policy.ts';
import { noticeFor } from '../notifications/rules.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import { fold, type Happening } from './fold.ts';
import { type ChargerMemory, newMemory } from './memory.ts';
import { type News, news } from './news.ts';

/** Keeps what is believed of every charger, and turns what changes into news. */
export interface Chronicle {
  memories(): readonly ChargerMemory[];
  memory(id: string): ChargerMemory | undefined;
  /** Begins to keep a charger, if it is not kept yet. */
  know(who: Pick<ChargerMemory, 'id' | 'accountId' | 'brand'>): void;
  /** Drops chargers for which `keep` says no. */
  keepOnly(keep: (memory: ChargerMemory) => boolean): void;
  happen(id: string, happening: Happening): void;
  /** A notice that comes from elsewhere than a charger's readings, by the same policy. */
  tell(notice: Notice): void;
  chargers(wishOf: (id: string) => WishProgress | undefined): readonly ChargerState[];
}

export interface ChronicleParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly kept: readonly ChargerMemory[];
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  readonly wishOf: (id: string) => WishProgress | undefined;
  /** Makes memories and outbox durable; called before anything is told. */
  readonly save: () => void;
}

export function createChronicle(parts: ChronicleParts): Chronicle {
  const { clock, log, notifier } = parts;
  const memories = new Map(parts.kept.map((memory) => [memory.id, memory]));

  function happen(id: string, happening: Happening): void {
    const before = memories.get(id);
    if (!before) return;
    const after = fold(before, happening);
    memories.set(id, after);
    logTurn(before, after, log);
    const at = 'at' in happening ? happening.at : clock.now();
    for (const happened of news(before, after, at)) {
      weigh(noticeFor(happened, after), happened);
    }
    // The before of the next look, and what is still to be told, must outlive a crash from here on.
    parts.save();
    if (happening.kind !== 'interrupted') notifier.settled(id);
    void notifier.flush();
  }

  function weigh(notice: Notice, happened?: News): void {
    const reason = suppression({
      notice,
      ...(happened ? { happened } : {}),
      settings: parts.settings(),
      wish: notice.chargerId === undefined ? undefined : parts.wishOf(notice.chargerId),
      now: clock.now(),
    });
    if (reason === undefined) notifier.add(notice);
    else log.info('notice suppressed', { kind: notice.kind, id: notice.id, reason });
  }

  return {
    memories: () => [...memories.values()],
    memory: (id) => memories.get(id),
    know(who) {
      if (!memories.has(who.id)) memories.set(who.id, newMemory(who));
    },
    keepOnly(keep) {
      for (const memory of memories.values()) if (!keep(memory)) memories.delete(memory.id);
      parts.save();
    },
    happen,
    tell(notice) {
      weigh(notice);
      parts.save();
      void notifier.flush();
    },
    chargers: (wishOf) => [...memories.values()].map((memory) => shown(memory, wishOf(memory.id))),
  };
}

/** What the window may know of a memory. */
function shown(memory: ChargerMemory, wish: WishProgress | undefined): ChargerState {
  const { id, accountId, brand, reading, charge } = memory;
  return {
    id,
    accountId,
    brand,
    reading,
    ...(wish ? { wish } : {}),
    ...(charge && !charge.carLeft ? { charge: shownCharge(charge) } : {}),
  };
}

function shownCharge(memory: NonNullable<ChargerMemory['charge']>): Charge {
  const { endReason, lastPowerW, fullSince, baseWh, carLeft, ...charge } = memory;
  return charge;
}

/** Once when a charger goes, once when it returns: not every failed look. */
function logTurn(before: ChargerMemory, after: ChargerMemory, log: Log): void {
  const was = before.reading.certainty;
  const is = after.reading.certainty;
  if (was === is) return;
  const because = 'because' in after.reading ? after.reading.because?.kind : undefined;
  log.info('reading', { charger: after.id, was, is, because });
}
