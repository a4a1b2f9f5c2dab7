import type { SessionTag } from '../domain/session/history.ts';
import type { ChangeFailure, CorrectionFault } from '../domain/session/session-change.ts';

/** What a session was for, on its page and on a pill in the list. */
export const tagLabels: Record<SessionTag, string> = { business: 'Business', private: 'Private' };

/** The same with a choice for none. */
export const tagChoices: Record<'none' | SessionTag, string> = { none: 'None', ...tagLabels };

/** Words for what an owner says of a session. */
export const sessionEditText = {
  title: 'Your notes',
  tag: 'Purpose',
  note: 'Note',
  noteLeft: (left: number) => (left === 1 ? '1 character left' : `${left} characters left`),
  saveNote: 'Save note',
  noteSaved: 'Note saved.',
  correct: 'Correct…',
  delete: 'Delete',
  form: {
    title: 'Correct this session',
    start: 'Start',
    end: 'End',
    energy: 'Energy, kWh',
    energyHint: (recorded: string | undefined) =>
      recorded === undefined
        ? 'None was recorded.'
        : `Recorded: ${recorded}. Leave empty to use it.`,
    cost: 'Cost',
    costHint: 'Leave empty to calculate it from the energy price.',
    currency: 'Currency',
    save: 'Save',
    cancel: 'Cancel',
    undo: 'Use recorded values',
  },
  corrected: (recorded: string) => `Corrected. Recorded: ${recorded}`,
  correctedUnknown: 'Corrected. Nothing was recorded.',
  deleted: 'Session deleted',
  undo: 'Undo',
  restorable: 'You can restore it for 30 days: History, Deleted.',
} as const;

/** What is wrong with a correction, beside its field. */
export const correctionFaults: Record<CorrectionFault | 'noTime' | 'noNumber', string> = {
  noTime: 'Enter a date and a time.',
  noNumber: 'Enter a number, such as 10.5.',
  endFirst: 'The end must be after the start.',
  future: 'This time is in the future.',
  tooLong: 'A session can last 31 days at most.',
  energy: 'Enter an energy from 0 to 1,000 kWh.',
  cost: 'Enter an amount below 1,000,000 with at most 2 decimal places.',
};

/** Why a session was not changed. */
export const changeFailures: Record<ChangeFailure['kind'], string> = {
  gone: 'This session no longer exists.',
  running: 'This session is still in progress. Try again once it has ended.',
  impossible: 'These values can’t be those of one session. Check them and try again.',
  notKept: 'This couldn’t be saved. Check the disk, then try again.',
};

/** Words of the list of deleted sessions. */
export const deletedText = {
  open: (count: number) => `Deleted (${count})`,
  hint: 'Deleted sessions are removed for good after 30 days.',
  restore: 'Restore',
  restoreOf: (session: string) => `Restore ${session}`,
  restored: 'Restored.',
  row: (day: string, amount: string) => `${day}, ${amount}`,
} as const;
