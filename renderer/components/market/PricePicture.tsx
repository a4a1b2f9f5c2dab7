import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import type { PlanBlock } from '../../../shared/domain/price/plan.ts';
import { messages } from '../../../shared/text/messages.ts';
import { unitPrice } from '../../../shared/text/unit-price.ts';
import { useAppContext } from '../../app-context.ts';
import { roundTimes } from '../../charts/scales.ts';
import { placeAfter } from '../basic/use-roving.ts';
import { useFormats } from '../history/formats.ts';
import type { ShownSlot } from './day-prices.ts';
import { type PriceScale, priceScale } from './price-scale.ts';

interface Props {
  /** At least one. */
  readonly slots: readonly ShownSlot[];
  /** ISO 4217. */
  readonly currency: string;
  /** Epoch ms. */
  readonly now: number;
  /** Times that stand out. */
  readonly blocks: readonly PlanBlock[];
}

const words = () => messages.market.picture;
const mostTimes = 5;

/** A bar for each slot; each can be pointed at, or reached with the arrow keys. */
export function PricePicture({ slots, currency, now, blocks }: Props) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const hintId = useId();
  const [place, setPlace] = useState<number>();
  const span = { from: slots[0]?.from ?? now, until: slots.at(-1)?.until ?? now };
  const scale = priceScale(slots.map(({ perKwh }) => perKwh));
  const slot = place === undefined ? undefined : slots[place];
  const said = ({ from, until, perKwh }: ShownSlot) =>
    words().at({
      time: formats.times(from, until),
      price: unitPrice(perKwh, currency, formatOptions),
    });
  const read = slot ? said(slot) : words().hint;
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
        aria-valuemax={slots.length}
        aria-valuenow={(place ?? 0) + 1}
        aria-valuetext={read}
        onKeyDown={(event) => step(event, slots.length, place, setPlace)}
        onPointerMove={(event) => setPlace(placeAt(event, slots, span))}
        onPointerLeave={() => setPlace(undefined)}
      >
        <Drawing {...{ slots, scale, span, now, place, blocks }} />
      </div>
      <Times span={span} />
      <p id={hintId} className="visually-hidden">
        {words().keys}
      </p>
      <p className="read-out small">{read}</p>
    </figure>
  );
}

interface Span {
  readonly from: number;
  readonly until: number;
}

interface DrawingProps extends Pick<Props, 'blocks' | 'now' | 'slots'> {
  readonly scale: PriceScale;
  readonly span: Span;
  readonly place: number | undefined;
}

/** In parts of the whole, so that it fits any width; what is drawn is also said in words. */
function Drawing({ slots, scale, span, now, place, blocks }: DrawingProps) {
  const x = (at: number) => (at - span.from) / (span.until - span.from);
  const y = (price: number) => (scale.top - price) / (scale.top - scale.bottom);
  return (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <line key={tick} className="prices-line" x1="0" x2="1" y1={y(tick)} y2={y(tick)} />
      ))}
      {slots.map((slot, at) => (
        <rect
          key={slot.from}
          className={classOf(isWithin(slot, blocks), at === place)}
          x={x(slot.from)}
          width={x(slot.until) - x(slot.from)}
          y={y(Math.max(0, slot.perKwh))}
          height={Math.abs(y(slot.perKwh) - y(0))}
        />
      ))}
      <line className="prices-now" x1={x(now)} x2={x(now)} y1="0" y2="1" />
    </svg>
  );
}

/** Half of a slot is enough: the other half would be drawn as nothing. */
function isWithin({ from, until }: ShownSlot, blocks: readonly PlanBlock[]): boolean {
  const middle = (from + until) / 2;
  return blocks.some((block) => block.from <= middle && middle < block.until);
}

function classOf(isChosen: boolean, isRead: boolean): string {
  if (isRead) return 'prices-bar is-read';
  return isChosen ? 'prices-bar is-chosen' : 'prices-bar';
}

function Times({ span }: { readonly span: Span }) {
  const { formatOptions } = useAppContext();
  const { time } = useFormats();
  const range = { from: span.from / 1000, to: span.until / 1000 };
  const share = (at: number) => (at - range.from) / (range.to - range.from);
  return (
    <div className="prices-times" aria-hidden="true">
      {roundTimes(range, mostTimes, formatOptions)
        .filter((at) => share(at) > 0.04 && share(at) < 0.94)
        .map((at) => (
          <span key={at} style={{ left: `${100 * share(at)}%` }}>
            {time(at * 1000)}
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
