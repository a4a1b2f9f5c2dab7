import type { Reading } from '../../../shared/domain/charger/reading.ts';
import { exhaustive } from '../../../shared/exhaustive.ts';
import { failureClause } from '../../../shared/text/failure-text.ts';
import { clockTime, type FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';

const words = () => messages.window.charger;

/** How old a reading is, as a sentence. `now` is epoch ms, for writing times. */
export function ageSentence(reading: Reading, now: number, formatOptions: FormatOptions): string {
  switch (reading.certainty) {
    case 'never':
      return reading.because
        ? words().neverBecause(failureClause(reading.because, now, formatOptions))
        : words().never;
    case 'current':
      return words().asOf(clockTime(reading.at, now, formatOptions));
    case 'outdated': {
      const since = clockTime(reading.since, now, formatOptions);
      const because = reading.because && failureClause(reading.because, now, formatOptions);
      if (reading.away)
        return because ? words().away({ time: since, because }) : words().awaySince(since);
      return because ? words().outdated({ time: since, because }) : words().outdatedSince(since);
    }
    case 'signInNeeded':
      return reading.at === undefined
        ? words().never
        : words().asOf(clockTime(reading.at, now, formatOptions));
    default:
      return exhaustive(reading);
  }
}
