import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { messages } from '../../../shared/text/messages.ts';
import { soonTime } from '../../../shared/text/plan-text.ts';
import { unitPrice } from '../../../shared/text/unit-price.ts';
import { useAppContext } from '../../app-context.ts';
import { roundTimes } from '../../charts/scales.ts';
import { placeAfter } from '../basic/use-roving.ts';
import { useFormats } from '../history/formats.ts';
import type { ShownSlot } from './day-prices.ts';
import { type PriceScale, priceScale } from './price-scale.ts';
import { barsOf, nearDeadline, type ShownBar, type ShownPlan } from './shown-plan.ts';

interface Props {
  /** At least one. */
  readonly slots: readonly ShownSlot[];
  /** ISO 4217. */
  readonly currency: string;
  /** Epoch ms. */
  readonly now: number;
  readonly plan: ShownPlan;
}

const words = () => messages.market.picture;
const mostTimes = 5;
/** As many characters as `23:45` has. */
const digitsOnly = 5;

/** A bar for each slot; each can be pointed at, or reached with the arrow keys. */
export function PricePicture({ slots, currency, now, plan }: Props) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const hintId = useId();
  const [place, setPlace] = useState<number>();
  const bars = barsOf(slots, plan);
  const last = bars.at(-1)?.until ?? now;
  const readyBy = nearDeadline(plan, last);
  const span = { from: slots[0]?.from ?? now, until: Math.max(last, readyBy ?? now) };
  const scale = priceScale(slots.map(({ perKwh }) => perKwh));
  const bar = place === undefined ? undefined : bars[place];
  const said = ({ from, until, perKwh, isChosen, isForecast }: ShownBar) => {
    const price = isForecast
      ? messages.plans.picture.forecast
      : unitPrice(perKwh, currency, formatOptions);
    const slot = words().at({ time: formats.times(from, until), price });
    return isChosen && plan.isPlanned ? messages.plans.picture.plannedAt(slot) : slot;
  };
  const read = bar ? said(bar) : words().hint;
  return (
    <figure className="prices-picture">
      <div className="prices-ticks" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <span key={tick}>{unitPrice(tick, currency, formatOptions)}</span>
        ))}
      </div>
      <div
        className="prices-place"
        role="slider"
        tabIndex={0}
        aria-label={words().title}
        aria-describedby={hintId}
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={(place ?? 0) + 1}
        aria-valuetext={read}
        onKeyDown={(event) => step(event, bars.length, place, setPlace)}
        onPointerMove={(event) => setPlace(placeAt(event, bars, span))}
        onPointerLeave={() => setPlace(undefined)}
      >
        <Drawing {...{ bars, scale, span, now, place, readyBy }} />
      </div>
      <Times span={span} />
      <p id={hintId} className="visually-hidden">
        {words().keys}
      </p>
      {plan.isPlanned && <Legend bars={bars} deadline={readyBy} />}
      <p className="read-out small">{read}</p>
    </figure>
  );
}

interface Span {
  readonly from: number;
  readonly until: number;
}

interface DrawingProps extends Pick<Props, 'now'> {
  readonly bars: readonly ShownBar[];
  readonly readyBy: number | undefined;
  readonly scale: PriceScale;
  readonly span: Span;
  readonly place: number | undefined;
}

/** In parts of the whole, so that it fits any width; what is drawn is also said in words. */
function Drawing({ bars, readyBy, scale, span, now, place }: DrawingProps) {
  const x = (at: number) => (at - span.from) / (span.until - span.from);
  const y = (price: number) => (scale.top - price) / (scale.top - scale.bottom);
  return (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <line key={tick} className="prices-line" x1="0" x2="1" y1={y(tick)} y2={y(tick)} />
      ))}
      {bars.map((bar, at) => (
        <rect
          key={bar.from}
          className={classOf(bar, at === place)}
          x={x(bar.from)}
          width={x(bar.until) - x(bar.from)}
          y={y(Math.max(0, bar.perKwh))}
          height={Math.abs(y(bar.perKwh) - y(0))}
        />
      ))}
      {readyBy !== undefined && (
        <line className="prices-ready" x1={x(readyBy)} x2={x(readyBy)} y1="0" y2="1" />
      )}
      <line className="prices-now" x1={x(now)} x2={x(now)} y1="0" y2="1" />
    </svg>
  );
}

function classOf({ isChosen, isForecast }: ShownBar, isRead: boolean): string {
  if (isRead) return 'prices-bar is-read';
  if (isForecast) return 'prices-bar is-forecast';
  return isChosen ? 'prices-bar is-chosen' : 'prices-bar';
}

interface LegendProps {
  readonly bars: readonly ShownBar[];
  readonly deadline: number | undefined;
}

/** What the marks of a plan mean. */
function Legend({ bars, deadline }: LegendProps) {
  const { clock, formatOptions } = useAppContext();
  const { forecast, planned, readyBy } = messages.plans.picture;
  const telling = { now: clock.now(), formatOptions };
  return (
    <ul className="prices-legend">
      {bars.some((bar) => bar.isChosen && !bar.isForecast) && (
        <li className="of-plan">{planned}</li>
      )}
      {bars.some((bar) => bar.isForecast) && <li className="of-forecast">{forecast}</li>}
      {deadline !== undefined && (
        <li className="of-deadline">{readyBy(soonTime(deadline, telling))}</li>
      )}
    </ul>
  );
}

function Times({ span }: { readonly span: Span }) {
  const { formatOptions } = useAppContext();
  const { time } = useFormats();
  const range = { from: span.from / 1000, to: span.until / 1000 };
  const share = (at: number) => (at - range.from) / (range.to - range.from);
  const times = roundTimes(range, mostTimes, formatOptions)
    .filter((at) => share(at) > 0.04 && share(at) < 0.94)
    .map((at) => ({ at, words: time(at * 1000) }));
  // Those with a part of the day do not all find room in a narrow window.
  const isLong = times.some(({ words: { length } }) => length > digitsOnly);
  return (
    <div className={isLong ? 'prices-times are-long' : 'prices-times'} aria-hidden="true">
      {times.map(({ at, words: said }) => (
        <span key={at} style={{ left: `${100 * share(at)}%` }}>
          {said}
        </span>
      ))}
    </div>
  );
}

function placeAt(
  { clientX, currentTarget }: PointerEvent,
  slots: readonly ShownSlot[],
  { from, until }: Span,
): number | undefined {
  const { left, width } = currentTarget.getBoundingClientRect();
  const at = from + ((clientX - left) / width) * (until - from);
  const place = slots.findIndex((slot) => slot.from <= at && at < slot.until);
  return place < 0 ? undefined : place;
}

function step(
  event: KeyboardEvent,
  count: number,
  place: number | undefined,
  go: (place: number) => void,
): void {
  const key = alongKeys.get(event.key) ?? event.key;
  // Before anybody has pointed at one, every arrow leads to the first.
  const next = placeAfter(key, { current: place ?? -1, count, isRtl: false });
  if (next === undefined) return;
  event.preventDefault();
  go(next);
}

/** What a slider takes for the same. */
const alongKeys: ReadonlyMap<string, string> = new Map([
  ['ArrowUp', 'ArrowRight'],
  ['ArrowDown', 'ArrowLeft'],
]);
