/** The shell around the chart library for a whole charge: draws what `curve.ts` has worked out. */
import UPlot, { type AlignedData, type Options } from 'uplot';
import { type Drawing, energyAxis, flowSeries, powerAxis, timeAxis } from './axes.ts';
import type { Curve, PaintCurve, Range } from './curve.ts';
import { downsampled } from './downsample.ts';
import { pngOf } from './png.ts';
import { onThemeChange } from './theme-change.ts';

/** Power as an area, energy dashed, the limit in steps, a shade where no power flowed. */
export const paintCurve: PaintCurve = (place, first, formatOptions) => {
  let { curve, range } = first;
  const colour = (token: string) => getComputedStyle(place).getPropertyValue(token).trim();
  const drawing: CurveDrawing = {
    width: place.clientWidth,
    height: place.clientHeight,
    colour,
    formatOptions,
    shown: () => curve,
    range: () => range,
  };
  const chart = new UPlot(options(drawing), columns(curve, range, place.clientWidth), place);
  const draw = () => chart.setData(columns(curve, range, place.clientWidth));
  const resized = new ResizeObserver(() => {
    chart.setSize({ width: place.clientWidth, height: place.clientHeight });
    draw();
  });
  resized.observe(place);
  const stopThemes = onThemeChange(() => chart.redraw(false, true));

  return {
    update: (nextCurve, nextRange) => {
      curve = nextCurve;
      range = nextRange;
      draw();
    },
    plot: () => ({
      left: chart.bbox.left / devicePixelRatio,
      width: chart.bbox.width / devicePixelRatio,
    }),
    png: (title) =>
      pngOf(chart.ctx.canvas, { title, paper: colour('--card'), ink: colour('--ink') }),
    remove: () => {
      stopThemes();
      resized.disconnect();
      chart.destroy();
    },
  };
};

interface CurveDrawing extends Drawing {
  readonly height: number;
  readonly shown: () => Curve;
  readonly range: () => Range;
}

function options(drawing: CurveDrawing): Options {
  const { colour, shown, range } = drawing;
  const points = { show: false };
  const stepped = UPlot.paths.stepped?.({ align: 1 });
  return {
    width: drawing.width,
    height: drawing.height,
    padding: [10, null, 0, null],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: true, range: () => [range().from, range().to] },
      kw: { range: () => [0, shown().topKw] },
      kwh: { range: () => [0, shown().topKwh] },
      amperes: { range: () => [0, shown().topA] },
    },
    series: [
      {},
      ...flowSeries(colour, 1.5),
      {
        scale: 'amperes',
        width: 1,
        points,
        stroke: () => colour('--soft'),
        ...(stepped && { paths: stepped }),
      },
    ],
    axes: [timeAxis(drawing, range), powerAxis(drawing), energyAxis(drawing)],
    hooks: { drawClear: [(chart) => shade(chart, drawing)] },
  };
}

/** Where no power flowed though somebody looked. Gaps stay open. */
function shade(chart: UPlot, { shown, range, colour }: CurveDrawing): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.fillStyle = colour('--shade');
  for (const { from, to } of shown().interruptions) {
    const start = Math.max(from / 1000, range().from);
    const end = Math.min(to / 1000, range().to);
    if (end <= start) continue;
    const left = chart.valToPos(start, 'x', true);
    const right = chart.valToPos(end, 'x', true);
    ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height);
  }
  ctx.restore();
}

function columns(curve: Curve, range: Range, width: number): AlignedData {
  const { at, powerKw, energyKwh, limitA } = downsampled(curve, range, width * devicePixelRatio);
  return [[...at], [...powerKw], [...energyKwh], [...limitA]];
}
