import { bounds } from '../../../shared/domain/bounds.ts';
import { isoDay } from '../../../shared/text/format.ts';
import { spanOf } from '../../history/statement/statement.ts';
import type { Typed } from '../parse.ts';
import type { Terminal } from '../terminal.ts';

/** Days such as `2026-11-17`, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;
/** Those of a history whose days nobody has given. */
const usualDays = 31;

/** The days that are meant: those that were typed, or the usual ones of a word. */
export function daysOf(
  { word, options }: Typed,
  { clock, zone }: Pick<Terminal, 'clock' | 'zone'>,
): Days {
  const today = isoDay(clock.now(), zone);
  const { from, to } = word === 'statement' ? monthBefore(today) : { from: back(today), to: today };
  // Whoever names one end only wants what lies on its one side.
  return {
    from: options.from ?? (options.to ? earliest : from),
    to: options.to ?? (options.from ? today : to),
  };
}

/** The same as moments; of an export without days, all of them. */
export function rangeOf(typed: Typed, terminal: Pick<Terminal, 'clock' | 'zone'>) {
  const { from, to } = typed.options;
  if (typed.word === 'export' && from === undefined && to === undefined) {
    return { from: bounds.instant.least, to: bounds.instant.most };
  }
  return spanOf({ ...daysOf(typed, terminal), zone: terminal.zone });
}

const earliest = '1970-01-01';

function back(today: string): string {
  return iso(Date.parse(`${today}T00:00:00Z`) - (usualDays - 1) * dayMs);
}

function monthBefore(today: string): Days {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return { from: iso(Date.UTC(year, month - 2, 1)), to: iso(Date.UTC(year, month - 1, 0)) };
}

function iso(utc: number): string {
  return new Date(utc).toISOString().slice(0, 10);
}
