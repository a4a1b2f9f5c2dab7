import { bestFor, overlapsMostly, type Span, spanOf } from '../merge/merge-match.ts';
import type { KnownSession } from '../merge/merged-session.ts';
import type { SureReads } from '../store/history.ts';
import type { BackupItem } from './backup.ts';

export type SessionItem = Extract<BackupItem, { kind: 'session' }>;

/** A charge may have begun so much earlier or later by whoever else has seen it. */
const aroundMs = 2 * 86_400_000;

/** A session of a backup, and the one here that it is. */
export interface Same {
  readonly item: SessionItem;
  readonly here: KnownSession;
}

interface Matched {
  readonly missing: readonly SessionItem[];
  /** Not those that only lie in one here. */
  readonly same: readonly Same[];
}

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

  /** Those of a part that are not here yet, and those that are. */
  async match(part: readonly SessionItem[], sure: SureReads): Promise<Matched> {
    const missing: SessionItem[] = [];
    const same: Same[] = [];
    for (const charger of new Set(part.map(({ session }) => session.charger))) {
      const ofCharger = part.filter(({ session }) => session.charger === charger);
      const matched = await this.#matchOf(charger, ofCharger, sure);
      missing.push(...matched.missing);
      same.push(...matched.same);
    }
    return { missing, same };
  }

  async #matchOf(charger: string, part: readonly SessionItem[], sure: SureReads): Promise<Matched> {
    const starts = part.map(({ session }) => session.startedAt);
    const from = Math.min(...starts) - aroundMs;
    const here = await sure.knownSessions({ charger, from, to: Math.max(...starts) + aroundMs });
    const named = new Map(here.flatMap((one) => namesOf(one).map((name) => [name, one] as const)));
    const nameOf = (item: SessionItem) => namesOf(item).find((name) => named.has(name));
    const byName = part.flatMap((item) => {
      const one = named.get(nameOf(item) ?? '');
      return one ? [{ item, here: one }] : [];
    });
    const others = part.filter((item) => nameOf(item) === undefined);
    const free = here.filter((one) => !namesOf(one).some((name) => this.#names.has(name)));
    const { left, like } = this.#withoutLike(others.map(timed), free.map(timed));
    const whole = here.filter(({ session }) => session.source !== 'recorded').map(timed);
    const missing = left.filter((item) => !whole.some((one) => liesIn(item, one)));
    return { missing: missing.map(({ of }) => of), same: [...byName, ...like] };
  }

  /** Takes away those that are most like one here which is most like them. */
  #withoutLike(items: readonly Timed<SessionItem>[], here: readonly Timed<KnownSession>[]) {
    const like: Same[] = [];
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
        like.push({ item: item.of, here: best.of });
        left = left.filter((one) => one !== item);
      }
    } while (left.length < before.length);
    return { left, like };
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
