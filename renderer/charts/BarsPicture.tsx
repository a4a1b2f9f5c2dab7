import { memo, useDeferredValue } from 'react';
import type { Period, Totals } from '../../shared/domain/session/history.ts';
import { duration, type FormatOptions } from '../../shared/text/format.ts';
import { historyText } from '../../shared/text/history-text.ts';
import { windowText } from '../../shared/text/window-text.ts';
import { useAppContext } from '../app-context.ts';
import { type Formats, useFormats } from '../components/history/formats.ts';
import { type Span, zoneOf } from '../components/history/span.ts';
import { type Bar, type Bars, barsOf, type Measure } from './bars.ts';
import { short } from './picture.ts';

interface Props {
  readonly span: Span;
  readonly periods: readonly Period[];
  readonly totals: Totals;
}

const words = historyText.bars;

/** A bar for each day or month, and the same as a table for those who do not see it. */
export const BarsPicture = memo(function BarsPicture({ span, periods, totals }: Props) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  // Nobody sees it, so it need not hold up what is seen.
  const hasTable = useDeferredValue(true, false);
  const bars = barsOf(periods, totals);
  if (!bars) return null;
  const title = words[bars.measure][span.unit];
  const sum = amountOf(totals, bars.measure, formats);
  const name = nameIn(span, formats, formatOptions);
  return (
    <figure className="bars">
      <Scale bars={bars} formatOptions={formatOptions} />
      <svg
        className="bars-place"
        viewBox={`0 0 ${bars.bars.length} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.label(title, formats.span(span), sum)}
      >
        {bars.bars.map(({ period, share }, place) => (
          <rect key={period.from} x={place + 0.14} width={0.72} y={1 - share} height={share}>
            <title>{`${name(period)}: ${amountOf(period, bars.measure, formats)}`}</title>
          </rect>
        ))}
      </svg>
      <BarNames bars={bars.bars} span={span} formatOptions={formatOptions} />
      {hasTable && (
        <BarsTable title={title} bars={bars} span={span} name={name} formats={formats} />
      )}
    </figure>
  );
});

function Scale({
  bars,
  formatOptions,
}: {
  readonly bars: Bars;
  readonly formatOptions: FormatOptions;
}) {
  const unit = bars.measure === 'energy' ? windowText.picture.kilowattHours : words.hours;
  return (
    <div className="bars-scale" aria-hidden="true">
      <span>{short(bars.top, formatOptions)}</span>
      <span>{short(bars.top / 2, formatOptions)}</span>
      <span>{unit}</span>
    </div>
  );
}

interface NamesProps {
  readonly bars: readonly Bar[];
  readonly span: Span;
  readonly formatOptions: FormatOptions;
}

/** Under the bars: every month, or a day each week. */
function BarNames({ bars, span, formatOptions }: NamesProps) {
  const how: Intl.DateTimeFormatOptions =
    span.unit === 'year' ? { month: 'narrow' } : { day: 'numeric' };
  const format = new Intl.DateTimeFormat(formatOptions.locale, {
    timeZone: zoneOf(formatOptions),
    ...how,
  });
  const every = span.unit === 'year' ? 1 : 7;
  return (
    <div className="bars-names" aria-hidden="true">
      {bars.map(({ period }, place) => (
        <span key={period.from}>{place % every === 0 ? format.format(period.from) : ''}</span>
      ))}
    </div>
  );
}

interface TableProps {
  readonly title: string;
  readonly bars: Bars;
  readonly span: Span;
  readonly name: (period: Period) => string;
  readonly formats: Formats;
}

function BarsTable({ title, bars, span, name, formats }: TableProps) {
  const { energy: energyTitle, time } = historyText.totals;
  return (
    <div className="visually-hidden">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.period[span.unit]}</th>
            <th scope="col">{bars.measure === 'energy' ? energyTitle : time}</th>
            <th scope="col">{words.charges}</th>
          </tr>
        </thead>
        <tbody>
          {bars.bars
            .filter(({ period }) => period.charges > 0)
            .map(({ period }) => (
              <tr key={period.from}>
                <th scope="row">{name(period)}</th>
                <td>{amountOf(period, bars.measure, formats)}</td>
                <td>{period.charges}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function nameIn(
  span: Span,
  formats: Formats,
  formatOptions: FormatOptions,
): (period: Period) => string {
  if (span.unit === 'month') return ({ from }) => formats.day(from);
  const month = new Intl.DateTimeFormat(formatOptions.locale, {
    timeZone: zoneOf(formatOptions),
    month: 'long',
  });
  return ({ from }) => month.format(from);
}

function amountOf(totals: Totals, measure: Measure, formats: Formats): string {
  const { chargingMs, energyWh } = totals;
  const isKnown = (measure === 'energy' ? energyWh : chargingMs) !== undefined;
  if (!isKnown && totals.charges > 0) return words.unknown;
  return measure === 'energy' ? formats.energy(energyWh ?? 0) : duration(chargingMs ?? 0);
}
