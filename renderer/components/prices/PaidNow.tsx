import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { exactPrice, shortPrice } from '../../../shared/text/exact.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useFetched } from '../../use-fetched.ts';

interface Props {
  readonly entry: PriceEntry;
  /** Moves on with what is known of the market. */
  readonly changes: number;
}

const words = () => messages.prices.hourly;
const quarterMs = 900_000;

/** What a kWh costs by a price at this moment. */
export function PaidNow({ entry, changes }: Props) {
  const { clock, formatOptions } = useAppContext();
  // In a page that stays open the present moves on.
  const asOf = changes + Math.floor(clock.now() / quarterMs);
  const { answer, isCurrent } = useFetched('priceNow', { entry }, asOf);
  if (answer === undefined || !isCurrent) return <p>{'\u00a0'}</p>;
  if (answer === null) return <p className="soft">{words().nowUnknown}</p>;
  const { amount, currency } = answer;
  return <p>{words().now(exactPrice(shortPrice(amount), currency, formatOptions))}</p>;
}
