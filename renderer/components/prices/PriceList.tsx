import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { dayWords } from '../../../shared/text/certificate-text.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';
import { zoneOf } from '../history/span.ts';
import { PaidNow } from './PaidNow.tsx';
import { tariffLines } from './tariff-words.ts';

interface Props {
  readonly entries: readonly PriceEntry[];
  /** Moves on with what is known of the market. */
  readonly changes: number;
  readonly onRemove: (entry: PriceEntry) => void;
}

const words = () => messages.prices;

/** Every price with the day from which it holds, the newest first. */
export function PriceList({ entries, changes, onRemove }: Props) {
  const { clock } = useAppContext();
  const newestFirst = [...entries].sort((one, other) => other.from - one.from);
  const current = newestFirst.find(({ from }) => from <= clock.now());
  if (entries.length === 0) return <p className="soft">{words().none}</p>;
  return (
    <ul className="prices">
      {newestFirst.map((entry) => (
        <PriceRow
          key={entry.from}
          entry={entry}
          isCurrent={entry === current}
          changes={changes}
          onRemove={() => onRemove(entry)}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly entry: PriceEntry;
  readonly isCurrent: boolean;
  readonly changes: number;
  readonly onRemove: () => void;
}

function PriceRow({ entry, isCurrent, changes, onRemove }: RowProps) {
  const { formatOptions } = useAppContext();
  const day = dayWords(entry.from, { ...formatOptions, timeZone: zoneOf(formatOptions) });
  return (
    <li className="price">
      <div>
        <h2>
          {words().since(day)} {isCurrent && <span className="pill">{words().now}</span>}
        </h2>
        <ul className="tariff">
          {tariffLines(entry, formatOptions).map(({ when, amount }) => (
            <li key={when}>
              {when && <span className="soft">{when}</span>} <span>{amount}</span>
            </li>
          ))}
        </ul>
        {isCurrent && entry.tariff.kind === 'hourly' && <PaidNow entry={entry} changes={changes} />}
        <p className="soft small">{words().origins[entry.origin]}</p>
      </div>
      <ConfirmButton
        label={words().remove}
        name={words().removeNamed(day)}
        title={words().removeTitle(day)}
        body={words().removeBody}
        onConfirm={onRemove}
      />
    </li>
  );
}
