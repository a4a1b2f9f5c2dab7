import type { StatementPart } from '../../../shared/domain/session/statement.ts';
import { dayWords } from '../../../shared/text/certificate-text.ts';
import type { FormatOptions } from '../../../shared/text/format.ts';
import { priceText } from '../../../shared/text/price-text.ts';
import { statementText as words } from '../../../shared/text/statement-text.ts';
import { tariffLines } from '../prices/tariff-words.ts';

interface Props {
  readonly part: StatementPart;
  readonly formatOptions: FormatOptions;
}

/** By which prices the costs were calculated: from which day on, and at which times. */
export function StatementPrices({ part, formatOptions }: Props) {
  return (
    <div className="statement-prices">
      <h4>{words.prices}</h4>
      {part.prices.length === 0 && <p>{words.noPrices}</p>}
      <dl>
        {part.prices.map((entry) => (
          <div key={entry.from}>
            <dt>{priceText.since(dayWords(entry.from, formatOptions))}</dt>
            <dd>
              {tariffLines(entry, formatOptions).map(({ when, amount }) => (
                <div key={when}>{when ? words.band(when, amount) : amount}</div>
              ))}
              <div className="soft">{priceText.origins[entry.origin]}</div>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
