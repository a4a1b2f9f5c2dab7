import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import type { Label } from './true-charger.ts';

/** Tells an end of a session from every other. */
export function cardKey(
  charger: string,
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt?: number | undefined },
): string {
  return `${charger} ${startedAt} ${endedAt}`;
}

/** What the app has read and remembers, and what its window showed. */
export class Seen {
  /** In its order. */
  labels: Label[] = [];
  /** News that were not on the disk when the app was killed, although nothing was under way. */
  readonly lost: Label[] = [];
  /** As the window showed them last once their session had ended, by `cardKey`. */
  readonly cards = new Map<string, ChargerState>();

  look(state: AppState | undefined): void {
    for (const card of state?.chargers ?? []) {
      const id = card.id.slice(card.id.indexOf('/') + 1);
      if (card.session?.endedAt !== undefined) this.cards.set(cardKey(id, card.session), card);
    }
  }

  /** Of each charger the disk knows what was read until then; `mayLose`: a write was under way. */
  rollBack(durable: ReadonlyMap<string, number>, mayLose: boolean): void {
    const isKept = ({ charger, at }: Label) => at <= (durable.get(charger) ?? -1);
    const before = (label: Label, place: number) =>
      this.labels.slice(0, place).findLast(({ charger }) => charger === label.charger);
    const isLost = (one: Label, place: number) =>
      durable.has(one.charger) && !isKept(one) && before(one, place)?.phase !== one.phase;
    if (!mayLose) this.lost.push(...this.labels.filter(isLost));
    this.labels = this.labels.filter(isKept);
  }
}
