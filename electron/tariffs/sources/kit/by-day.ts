import { success } from '../../../../shared/result.ts';
import type { PriceTools } from '../price-source.ts';
import type { PriceAnswer } from './ask.ts';
import type { MarketDay } from './days.ts';
import type { PriceRow } from './series.ts';

/** A plan looks at tonight and tomorrow; whoever asks for more gets the first of it. */
const mostDays = 4;

/**
 * Asks for one day after another, where a source answers no more at a time. What is known of some
 * days counts, although others are not published. After any other failure nothing more is asked, and
 * what is known counts only if some of it is still to come: else another source is of more use.
 */
export async function rowsByDay(
  days: readonly MarketDay[],
  { clock }: Pick<PriceTools, 'clock'>,
  askDay: (day: MarketDay) => Promise<PriceAnswer<readonly PriceRow[]>>,
): Promise<PriceAnswer<readonly PriceRow[]>> {
  const found: (readonly PriceRow[])[] = [];
  for (const day of days.slice(0, mostDays)) {
    const answer = await askDay(day);
    if (answer.ok) {
      found.push(answer.value);
    } else if (answer.failure.kind !== 'notPublished') {
      const now = clock.now();
      return found.flat().some(({ from }) => from > now) ? success(found.flat()) : answer;
    }
  }
  return success(found.flat());
}
