import { messages } from '../../../shared/text/messages.ts';
import { unitPrice } from '../../../shared/text/unit-price.ts';
import { useAppContext } from '../../app-context.ts';
import { useFormats } from '../history/formats.ts';
import { daysBetweenIn, zoneOf } from '../history/span.ts';
import { dayPrices, type ShownSlot } from './day-prices.ts';

interface Props {
  readonly slots: readonly ShownSlot[];
  /** ISO 4217. */
  readonly currency: string;
  /** Epoch ms. */
  readonly now: number;
}

const words = () => messages.market;

/** What a kWh costs now, when it is cheapest today, and what it costs on average. */
export function TodayPrices({ slots, currency, now }: Props) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const daysBetween = daysBetweenIn(zoneOf(formatOptions));
  const day = dayPrices(slots, now, (at) => daysBetween(now, at) === 0);
  const price = (perKwh: number | undefined) =>
    perKwh === undefined
      ? messages.historySums.unknown
      : unitPrice(perKwh, currency, formatOptions);
  return (
    <dl className="tiles of-three">
      <Tile label={words().now} value={price(day.now?.perKwh)} />
      <Tile
        label={words().lowest}
        value={price(day.lowest?.perKwh)}
        note={day.lowest && formats.times(day.lowest.from, day.lowest.until)}
      />
      <Tile label={words().average} value={price(day.average)} />
    </dl>
  );
}

interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
}

function Tile({ label, value, note }: TileProps) {
  return (
    <div className="tile">
      <dt>{label}</dt>
      <dd className="tile-value">{value}</dd>
      {note !== undefined && <dd className="tile-notes">{note}</dd>}
    </div>
  );
}
