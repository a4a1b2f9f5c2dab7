import { messages } from '../../../shared/text/messages.ts';
import { chargersIn } from '../../app/persistence/persisted-chargers.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import type { Terminal } from '../terminal.ts';
import { asOutdated, watched } from './summary.ts';

/** What is believed of the chargers that are listed, and whether somebody keeps it current. */
export interface Believed {
  readonly records: readonly ChargerRecord[];
  readonly isRunning: boolean;
}

/** By the file that the app keeps. Undefined, and said, where that cannot be read. */
export function believedBefore(terminal: Terminal): Believed | undefined {
  try {
    const records = recordsIn(terminal.record());
    // Whoever runs and cannot be reached keeps the file current.
    const isRunning = terminal.isRunning();
    return { records: isRunning ? records : records.map(asOutdated), isRunning };
  } catch {
    terminal.mutter(messages.commandLine.unreadable);
    return undefined;
  }
}

/** Those in a state, in the form of the file, whoever gave it. */
export function recordsIn(value: unknown): readonly ChargerRecord[] {
  return watched(chargersIn(value));
}
