import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type { StatementPart } from '../../../shared/domain/session/statement.ts';
import { dayWords } from '../../../shared/text/certificate-text.ts';
import { exactPrice } from '../../../shared/text/exact.ts';
import type { FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { tariffLines } from '../prices/tariff-words.ts';

const words = () => messages.statement;

interface Props {
  readonly part: StatementPart;
  readonly formatOptions: FormatOptions;
}

/** By which prices the costs were calculated: from which day on, and at which times. */
export function StatementPrices({ part, formatOptions }: Props) {
  return (
    <div className="statement-prices">
      <h4>{words().prices}</h4>
      {part.prices.length === 0 && <p>{words().noPrices}</p>}
      <dl>
        {part.prices.map((entry) => (
          <div key={entry.from}>
            <dt>{messages.prices.since(dayWords(entry.from, formatOptions))}</dt>
            <dd>
              {tariffLines(entry, formatOptions).map(({ when, amount }) => (
                <div key={when}>{when ? words().band({ times: when, price: amount }) : amount}</div>
              ))}
              <Average part={part} entry={entry} formatOptions={formatOptions} />
              <div className="soft">{messages.prices.origins[entry.origin]}</div>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What a kWh came to where the price was another in every hour. */
function Average({ part, entry, formatOptions }: Props & { readonly entry: PriceEntry }) {
  const average = part.hourlyAverages?.find(({ from }) => from === entry.from);
  if (!average) return null;
  const price = exactPrice(average.perKwh, entry.currency, formatOptions);
  return <div>{words().band({ times: words().hourlyAverage, price })}</div>;
}
