import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import { sessionSpanMs } from '../../shared/domain/session/session-span.ts';
import { duration, energy, formatOptionsIn, money } from '../../shared/text/format.ts';
import { localesFor } from '../../shared/text/locales.ts';
import type { ToldEnd } from './computer.ts';
import type { Label } from './true-charger.ts';

export const options = formatOptionsIn('UTC', localesFor('en-US'));

/** Tells an end of a session from every other. */
export function cardKey(
  charger: string,
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt?: number | undefined },
): string {
  return `${charger} ${startedAt} ${endedAt}`;
}

/** A counter that lags behind may add a little to a session that was told, and never takes away. */
export function late({ charger, energyWh = 0 }: ToldEnd, laterWh = 0): readonly string[] {
  const isLittle = laterWh > energyWh - 1 && laterWh < energyWh + 1900;
  return isLittle ? [] : [`${charger}: ${energyWh} Wh told, ${laterWh} Wh later`];
}

/** What a notification says is what the window shows of the same session. */
function disagreementsWith({ session, reading }: ChargerState, told: ToldEnd): readonly string[] {
  if (!session) return [];
  if (session.energyWh !== told.energyWh) return late(told, session.energyWh);
  const lasted = sessionSpanMs(session, reading);
  const words = [
    session.energyWh === undefined ? undefined : energy(session.energyWh, options),
    lasted ? duration(lasted) : undefined,
    session.cost ? money(session.cost.amount, session.cost.currency, options) : undefined,
  ];
  return words.flatMap((word) =>
    word === undefined || told.body.includes(word) ? [] : [`the card says ${word}: ${told.body}`],
  );
}

/** What the app has read and remembers, and what its window showed. */
export class Seen {
  /** In its order. */
  labels: Label[] = [];
  /** News that were not on the disk when the app was killed, although nothing was under way. */
  readonly lost: Label[] = [];
  /** Where the window has said something else of a session than what was told of its end last. */
  readonly disagreements = new Set<string>();

  look(state: AppState | undefined, told: readonly ToldEnd[]): void {
    for (const card of state?.chargers ?? []) {
      const { session } = card;
      if (session?.endedAt === undefined) continue;
      const key = cardKey(card.id.slice(card.id.indexOf('/') + 1), session);
      const last = told.findLast((one) => cardKey(one.charger, one) === key);
      for (const one of last ? disagreementsWith(card, last) : []) this.disagreements.add(one);
    }
  }

  /** Of each charger the disk knows what was read until then; `mayLose`: a write was under way. */
  rollBack(durable: ReadonlyMap<string, number>, mayLose: boolean): void {
    const isKept = ({ charger, at }: Label) => at <= (durable.get(charger) ?? -1);
    const before = (label: Label, place: number) =>
      this.labels.slice(0, place).findLast(({ charger }) => charger === label.charger);
    // A car that has waited for two readings is full, whether its charger says so or not.
    const isFull = (one: Label, place: number) => {
      const [last, first] = this.labels
        .slice(0, place)
        .filter(({ charger }) => charger === one.charger)
        .reverse();
      return one.phase === 'complete' && last?.phase === 'waiting' && first?.phase === 'waiting';
    };
    const isLost = (one: Label, place: number) =>
      durable.has(one.charger) &&
      !isKept(one) &&
      before(one, place)?.phase !== one.phase &&
      !isFull(one, place);
    if (!mayLose) this.lost.push(...this.labels.filter(isLost));
    this.labels = this.labels.filter(isKept);
  }
}
