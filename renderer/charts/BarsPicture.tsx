import { memo, useDeferredValue, useState } from 'react';
import type { Period, Totals } from '../../shared/domain/session/history.ts';
import { decimal, type FormatOptions } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { useAppContext } from '../app-context.ts';
import { useRoving } from '../components/basic/use-roving.ts';
import { useFormats } from '../components/history/formats.ts';
import { type Bounds, type Span, zoneOf } from '../components/history/span.ts';
import { BarsTable } from './BarsTable.tsx';
import { type Bar, type Bars, barsOf, type Scale } from './bars.ts';
import { type Saying, sayingOf } from './bars-words.ts';

interface Props {
  readonly span: Span;
  readonly periods: readonly Period[];
  readonly totals: Totals;
  /** The one to which the list is narrowed. */
  readonly chosen: Bounds | undefined;
  /** A bar with sessions was pressed. */
  readonly onChoose: (period: Period) => void;
}

const words = () => messages.historySums.bars;

/**
 * A bar for each day, month or year, its solar part in a colour of its own. Each can be pressed, says
 * its value in words, and is a row of a table for those who do not see it.
 */
export const BarsPicture = memo(function BarsPicture(props: Props) {
  const { span, periods, totals, chosen, onChoose } = props;
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  // Nobody sees it, so it need not hold up what is seen.
  const hasTable = useDeferredValue(true, false);
  const [pointed, setPointed] = useState<number>();
  const bars = barsOf(periods, totals);
  const roving = useRoving(periods.length, lastWithSessions(periods));
  if (!bars) return null;
  const said = sayingOf(bars.measure, span, formats, formatOptions);
  const title = words()[bars.measure][span.unit];
  return (
    <figure className="bars">
      <Legend bars={bars} />
      <Ticks scale={bars.scale} formatOptions={formatOptions} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div
        role="group"
        className="bars-place"
        aria-label={words().label({ title, span: formats.span(span), sum: said.amount(totals) })}
        onPointerLeave={() => setPointed(undefined)}
        {...roving.group}
      >
        <div className="bars-lines" aria-hidden="true">
          {bars.scale.ticks.map((tick) => (
            <span key={tick} />
          ))}
        </div>
        {bars.bars.map((bar, place) => (
          <BarButton
            // biome-ignore lint/suspicious/noArrayIndexKey: by place, the focus stays where it is when a month follows its year
            key={place}
            bar={bar}
            words={words().bar({ name: said.name(bar.period), facts: said.facts(bar.period) })}
            isChosen={span.unit === 'month' ? chosen?.from === bar.period.from : undefined}
            onPoint={(isPointed) => setPointed(isPointed ? place : undefined)}
            onChoose={onChoose}
            {...roving.item(place)}
          />
        ))}
        <Tip bars={bars.bars} place={pointed} said={said} />
      </div>
      <BarNames bars={bars.bars} span={span} formatOptions={formatOptions} />
      {hasTable && <BarsTable {...said} title={title} bars={bars} unit={span.unit} />}
    </figure>
  );
});

interface BarProps {
  readonly bar: Bar;
  /** Its name and value. */
  readonly words: string;
  /** Undefined where it leads elsewhere. */
  readonly isChosen: boolean | undefined;
  readonly onPoint: (isPointed: boolean) => void;
  readonly onChoose: (period: Period) => void;
  readonly tabIndex: number;
  readonly onArrive: () => void;
}

function BarButton(props: BarProps) {
  const { bar, words, isChosen, onPoint, onChoose, onArrive, tabIndex } = props;
  const { period, share, solarShare, isUnknown } = bar;
  const hasSessions = period.charges > 0;
  return (
    <button
      type="button"
      className="bar"
      aria-label={words}
      aria-pressed={hasSessions ? isChosen : undefined}
      aria-disabled={!hasSessions || undefined}
      tabIndex={tabIndex}
      onClick={() => hasSessions && onChoose(period)}
      onPointerEnter={() => onPoint(true)}
      onFocus={() => {
        onArrive();
        onPoint(true);
      }}
      onBlur={() => onPoint(false)}
    >
      {isUnknown ? (
        <span className="bar-unknown" />
      ) : (
        <span className="bar-whole" style={{ height: `${100 * share}%` }}>
          <span className="bar-solar" style={{ height: `${(100 * solarShare) / (share || 1)}%` }} />
        </span>
      )}
    </button>
  );
}

interface TipProps {
  readonly bars: readonly Bar[];
  readonly place: number | undefined;
  readonly said: Saying;
}

/** What the bar that is pointed at says, above it and never beyond the ends of the picture. */
function Tip({ bars, place, said }: TipProps) {
  const bar = place === undefined ? undefined : bars[place];
  if (!bar || place === undefined) return null;
  const before = (place + 0.5) / bars.length;
  const columns = `minmax(0, ${before}fr) auto minmax(0, ${1 - before}fr)`;
  return (
    <div className="bar-tip" style={{ gridTemplateColumns: columns }} aria-hidden="true">
      <span>
        <b>{said.name(bar.period)}</b> {said.facts(bar.period)}
      </span>
    </div>
  );
}

function Legend({ bars }: { readonly bars: Bars }) {
  const unit = bars.measure === 'energy' ? messages.window.picture.kilowattHours : words().hours;
  const hasSolar = bars.bars.some(({ solarShare }) => solarShare > 0);
  return (
    <div className="bars-legend" aria-hidden="true">
      <span>{unit}</span>
      {hasSolar && (
        <>
          <span className="bars-key of-solar">{words().solar}</span>
          <span className="bars-key">{words().other}</span>
        </>
      )}
    </div>
  );
}

interface TicksProps {
  readonly scale: Scale;
  readonly formatOptions: FormatOptions;
}

function Ticks({ scale, formatOptions }: TicksProps) {
  const digits = Math.max(0, -Math.floor(Math.log10(scale.step)));
  return (
    <div className="bars-ticks" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <span key={tick}>{decimal(tick, tick === 0 ? 0 : digits, formatOptions)}</span>
      ))}
    </div>
  );
}

interface NamesProps {
  readonly bars: readonly Bar[];
  readonly span: Span;
  readonly formatOptions: FormatOptions;
}

/** Under the bars: a day each week, every month, or as many years as there is room for. */
function BarNames({ bars, span, formatOptions }: NamesProps) {
  const timeZone = zoneOf(formatOptions);
  const format = new Intl.DateTimeFormat(formatOptions.locale, {
    timeZone,
    ...nameWays[span.unit],
  });
  const nameOf = (at: number) => {
    if (span.unit !== 'month') return format.format(at);
    // Without the point that some languages put behind it.
    return format.formatToParts(at).find(({ type }) => type === 'day')?.value;
  };
  const every = span.unit === 'month' ? 7 : Math.ceil(bars.length / 12);
  return (
    <div className="bars-names" aria-hidden="true">
      {bars.map(({ period }, place) => (
        <span key={period.from}>{place % every === 0 ? nameOf(period.from) : ''}</span>
      ))}
    </div>
  );
}

const nameWays: Record<Span['unit'], Intl.DateTimeFormatOptions> = {
  month: { day: 'numeric' },
  year: { month: 'narrow' },
  all: { year: 'numeric' },
};

function lastWithSessions(periods: readonly Period[]): number {
  return Math.max(
    0,
    periods.findLastIndex(({ charges }) => charges > 0),
  );
}
