import type { Locales } from '../../shared/domain/app/locales.ts';
import { formatOptionsIn } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { readPersisted } from '../app/persistence/persisted-state.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Asked } from './asked.ts';
import { asOutdated, type ChargerSummary, summaries, summaryLines } from './summary.ts';

/** What the command line stands on. It reads what the tray app keeps, and asks no charger. */
export interface Terminal {
  /** What the tray app remembers, as it lies on the disk. Throws when that cannot be read. */
  readonly record: () => unknown;
  readonly clock: Clock;
  readonly log: Log;
  /** How its reader writes numbers and times. */
  readonly locales: Locales;
  /** IANA name of the zone by whose clock its reader lives. */
  readonly zone: string;
  /** Whether the tray app runs now. */
  readonly isRunning: () => boolean;
  /** Hears of every change of the memory, and perhaps of more. */
  readonly onChange: (heard: () => void) => void;
  readonly say: (line: string) => void;
  /** Beside what is said: not for scripts. */
  readonly mutter: (line: string) => void;
}

/**
 * Says what is known of the chargers. Two programs must not ask one charger at a time, so the tray
 * app does the asking and this the telling. Gives the exit code: 0 when all that is said is current.
 * A language has to be spoken before.
 */
export function tellStatus(asked: Asked, terminal: Terminal): number {
  if (asked.what === 'usage') {
    terminal.say(messages.commandLine.usage);
    return 0;
  }
  const records = remembered(terminal);
  if (!records) return 1;
  if (records.length === 0) terminal.mutter(messages.commandLine.nothing);
  else if (!terminal.isRunning()) terminal.mutter(messages.commandLine.notRunning);
  if (!asked.json) for (const line of linesOf(records, terminal)) terminal.say(line);
  else if (asked.what === 'status') terminal.say(JSON.stringify(summaries(records), null, 2));
  else for (const one of summaries(records)) terminal.say(JSON.stringify(one));
  return records.length > 0 && records.every(isCurrent) ? 0 : 1;
}

/** Says it at once, and from then on whatever changes. Time that passes is no change. */
export function watchStatus(asked: Asked, terminal: Terminal): void {
  tellStatus(asked, terminal);
  let before = changesOf(remembered(terminal) ?? []);
  terminal.onChange(() => {
    const records = remembered(terminal);
    if (!records) return;
    const now = changesOf(records);
    const lines = asked.json
      ? summaries(records).map((one) => JSON.stringify(one))
      : linesOf(records, terminal);
    for (const [index, line] of lines.entries())
      if (now[index] !== before[index]) terminal.say(line);
    before = now;
  });
}

/** What makes a new line: all but numbers and times. */
function changesOf(records: readonly ChargerRecord[]): readonly string[] {
  return summaries(records).map((one: ChargerSummary) => {
    const { name, brand, certainty, state, said, code, connected, grid } = one;
    return JSON.stringify([name, brand, certainty, state, said, code, connected, grid]);
  });
}

function remembered(terminal: Terminal): readonly ChargerRecord[] | undefined {
  try {
    const value = terminal.record();
    const { chargers } = readPersisted({ read: () => ({ value }) }, terminal.log);
    return terminal.isRunning() ? chargers : chargers.map(asOutdated);
  } catch {
    terminal.mutter(messages.commandLine.unreadable);
    return undefined;
  }
}

function linesOf(
  records: readonly ChargerRecord[],
  { clock, locales, zone }: Terminal,
): readonly string[] {
  return summaryLines(records, {
    now: clock.now(),
    formatOptions: formatOptionsIn(zone, locales),
  });
}

function isCurrent({ reading }: ChargerRecord): boolean {
  return reading.certainty === 'current';
}
