import { bestFor, overlapsMostly, type Span, spanOf } from '../merge/merge-match.ts';
import type { KnownSession } from '../merge/merged-session.ts';
import type { SureReads } from '../store/history.ts';
import type { BackupItem } from './backup.ts';

export type SessionItem = Extract<BackupItem, { kind: 'session' }>;

/** A charge may have begun so much earlier or later by whoever else has seen it. */
const aroundMs = 2 * 86_400_000;

/**
 * Which sessions of a backup are here already: by their start or a cloud's name for them, else by
 * their times, for another computer has seen the same charge a minute later, and a cloud tells
 * another start of it. One here stands for one there, but one of a cloud for all that lie in it.
 */
export class Matching {
  readonly #names: ReadonlySet<string>;
  /** Numbers of those here that stand for one there already. */
  readonly #taken = new Set<number>();

  /** `all` that come: what one of them is by its name no other can be by its time. */
  constructor(all: readonly SessionItem[]) {
    this.#names = new Set(all.flatMap(namesOf));
  }

  /** Those of a part that are not here yet. */
  async missing(part: readonly SessionItem[], sure: SureReads): Promise<readonly SessionItem[]> {
    const missing: SessionItem[] = [];
    for (const charger of new Set(part.map(({ session }) => session.charger))) {
      const ofCharger = part.filter(({ session }) => session.charger === charger);
      missing.push(...(await this.#missingOf(charger, ofCharger, sure)));
    }
    return missing;
  }

  async #missingOf(charger: string, part: readonly SessionItem[], sure: SureReads) {
    const starts = part.map(({ session }) => session.startedAt);
    const from = Math.min(...starts) - aroundMs;
    const here = await sure.knownSessions({ charger, from, to: Math.max(...starts) + aroundMs });
    const named = new Set(here.flatMap(namesOf));
    const others = part.filter((item) => !namesOf(item).some((name) => named.has(name)));
    const free = here.filter((one) => !namesOf(one).some((name) => this.#names.has(name)));
    const unlike = this.#withoutLike(others.map(timed), free.map(timed));
    const whole = here.filter(({ session }) => session.source !== 'recorded').map(timed);
    return unlike.filter((item) => !whole.some((one) => liesIn(item, one))).map(({ of }) => of);
  }

  /** Takes away those that are most like one here which is most like them. */
  #withoutLike(items: readonly Timed<SessionItem>[], here: readonly Timed<KnownSession>[]) {
    let left = items;
    let before: typeof left;
    do {
      before = left;
      for (const item of before) {
        const best = bestFor(
          item,
          here.filter(({ of }) => !this.#taken.has(of.session.id)),
        );
        if (!best || bestFor(best, left) !== item) continue;
        this.#taken.add(best.of.session.id);
        left = left.filter((one) => one !== item);
      }
    } while (left.length < before.length);
    return left;
  }
}

/** By which a session is known for sure. */
function namesOf({ session, cloudIds }: KnownSession): readonly string[] {
  const { charger, startedAt } = session;
  return [`${charger} @${startedAt}`, ...cloudIds.map((id) => `${charger} ${id}`)];
}

type Timed<Of> = Span & { readonly of: Of };

function timed<Of extends KnownSession>(of: Of): Timed<Of> {
  return { ...spanOf(of.session), of };
}

function liesIn(one: Span, other: Span): boolean {
  const isShorter = one.endedAt - one.startedAt <= other.endedAt - other.startedAt;
  return isShorter && overlapsMostly(one, other);
}
