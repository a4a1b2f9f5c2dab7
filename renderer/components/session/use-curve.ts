import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import type { CurvePainting, Range } from '../../charts/curve.ts';
import { between, stepped, zoomed } from './reading.ts';

/** Fewer pixels than this are a click with an unsteady hand. */
const leastDrag = 6;
const pageSteps = 10;

interface Given {
  readonly samples: readonly Sample[];
  readonly whole: Range;
  readonly painting: RefObject<CurvePainting | undefined>;
}

/** Where in a curve a person looks: the part that is shown, and the moment that is read. */
export function useCurve({ samples, whole, painting }: Given) {
  const [chosen, setChosen] = useState<Range>();
  const [cursor, setCursor] = useState<number>();
  const [drag, setDrag] = useState<number>();
  const range = chosen ?? whole;
  const zoom = (factor: number) => setChosen(zoomed(range, whole, { factor, around: cursor }));
  const showWhole = () => setChosen(undefined);

  const momentAt = (event: PointerEvent<HTMLElement>) => {
    const plot = painting.current?.plot();
    if (!plot || plot.width <= 0) return undefined;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - plot.left;
    const share = Math.min(1, Math.max(0, x / plot.width));
    return (range.from + share * (range.to - range.from)) * 1000;
  };
  const step = (by: number) => setCursor(stepped(samples, cursor, { range, by }));

  return {
    range,
    cursor,
    /** The part that is being chosen with the pointer, epoch ms. */
    drag: drag === undefined || cursor === undefined ? undefined : { from: drag, to: cursor },
    isWhole: chosen === undefined,
    zoom,
    showWhole,
    pointer: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        setDrag(momentAt(event));
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => setCursor(momentAt(event)),
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const to = momentAt(event);
        setDrag(undefined);
        if (drag === undefined || to === undefined) return;
        const width = painting.current?.plot().width ?? 0;
        const pixels = (Math.abs(to - drag) / 1000 / (range.to - range.from)) * width;
        if (pixels >= leastDrag) setChosen(between(drag, to, whole));
      },
      onPointerCancel: () => setDrag(undefined),
      onPointerLeave: () => drag === undefined && setCursor(undefined),
    },
    onKeyDown: (event: KeyboardEvent) => {
      const doing = keys({
        step,
        zoom,
        showWhole,
        end: (by) => setCursor(endOf(samples, range, by)),
      }).get(event.key);
      if (!doing || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      doing();
    },
  };
}

interface Doings {
  readonly step: (by: number) => void;
  readonly end: (by: 1 | -1) => void;
  readonly zoom: (factor: number) => void;
  readonly showWhole: () => void;
}

function keys({ step, end, zoom, showWhole }: Doings): ReadonlyMap<string, () => void> {
  return new Map([
    ['ArrowRight', () => step(1)],
    ['ArrowLeft', () => step(-1)],
    ['PageUp', () => step(pageSteps)],
    ['PageDown', () => step(-pageSteps)],
    ['Home', () => end(1)],
    ['End', () => end(-1)],
    ['+', () => zoom(0.5)],
    ['=', () => zoom(0.5)],
    ['-', () => zoom(2)],
    ['0', showWhole],
  ]);
}

/** The first or the last sample that is shown. */
function endOf(samples: readonly Sample[], range: Range, by: 1 | -1): number | undefined {
  return stepped(samples, undefined, { range, by });
}
