import type { Notice } from '../../ports/notice.ts';

/** The place of a notice at the service that shows it. */
export interface Place {
  /** The service's name on the bus, which nobody else ever has. */
  readonly owner: string;
  readonly number: number;
}

interface Shown extends Place {
  readonly notice: Notice;
  /** On the screen, as far as the service has said. */
  readonly stands: boolean;
}

/** Why one was closed, as the Desktop Notifications Specification numbers it. */
const expired = 1;
const mostKept = 50;

/** What the desktop shows of ours, as far as it has said. */
export class ShownNotices {
  readonly #shown = new Map<string, Shown>();

  keep(place: Place, notice: Notice): void {
    const key = keyOf(place);
    // One that has taken the place of another is the newest all the same.
    this.#shown.delete(key);
    this.#shown.set(key, { ...place, notice, stands: true });
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > mostKept && oldest) this.#shown.delete(oldest);
  }

  at(place: Place): Notice | undefined {
    return this.#shown.get(keyOf(place))?.notice;
  }

  standing(): readonly Notice[] {
    return [...this.#shown.values()].filter(({ stands }) => stands).map(({ notice }) => notice);
  }

  /** The number of the one that stands there about the same; undefined without. */
  replacedBy({ topic }: Notice, owner: string): number | undefined {
    if (topic === undefined) return undefined;
    return this.#standing((one) => one.owner === owner && one.notice.topic === topic)?.number;
  }

  /** The place of one that stands, which counts as gone from now on. */
  withdrawn({ id }: Notice): Place | undefined {
    const found = this.#standing(({ notice }) => notice.id === id);
    if (found) this.#shown.delete(keyOf(found));
    return found;
  }

  /**
   * One that has only expired lies in the list of some desktops, where it can be clicked later; any
   * other is gone.
   */
  closed(place: Place, reason: number): void {
    const key = keyOf(place);
    const shown = this.#shown.get(key);
    if (shown && reason === expired) this.#shown.set(key, { ...shown, stands: false });
    else this.#shown.delete(key);
  }

  /** Whoever has shown them is gone, and all that stood there with it. */
  clear(): void {
    this.#shown.clear();
  }

  #standing(fits: (shown: Shown) => boolean): Shown | undefined {
    return [...this.#shown.values()].findLast((one) => one.stands && fits(one));
  }
}

function keyOf({ owner, number }: Place): string {
  return `${owner}/${number}`;
}
