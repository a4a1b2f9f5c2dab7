/** The shell around the chart library: it draws what `picture.ts` has worked out. */
import UPlot, { type AlignedData, type Options } from 'uplot';
import { type Drawing, energyAxis, flowSeries, powerAxis, timeAxis } from './axes.ts';
import type { Paint, PictureData } from './picture.ts';
import type { TimeRange } from './scales.ts';
import { onThemeChange } from './theme-change.ts';

/** Draws power as an area and energy as a dashed line, each on its own axis. */
export const paintSession: Paint = (place, first, formatOptions) => {
  let data = first;
  const colour = (token: string) => getComputedStyle(place).getPropertyValue(token).trim();
  const drawing = { width: place.clientWidth, colour, formatOptions, shown: () => data };
  const chart = new UPlot(options(drawing, place.clientHeight), columns(data), place);
  const resized = new ResizeObserver(() =>
    chart.setSize({ width: place.clientWidth, height: place.clientHeight }),
  );
  resized.observe(place);
  const stopThemes = onThemeChange(() => chart.redraw(false, true));

  return {
    update: (next) => {
      data = next;
      chart.setData(columns(next));
    },
    remove: () => {
      stopThemes();
      resized.disconnect();
      chart.destroy();
    },
  };
};

function options(drawing: Drawing, height: number): Options {
  const { colour, shown } = drawing;
  const range = () => rangeOf(shown());
  return {
    width: drawing.width,
    height,
    padding: [10, null, 0, null],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: true, range: () => [range().from, range().to] },
      kw: { range: () => [0, shown().topKw] },
      kwh: { range: () => [0, shown().topKwh] },
    },
    series: [{}, ...flowSeries(colour, 2)],
    axes: [timeAxis(drawing, range), powerAxis(drawing), energyAxis(drawing)],
    hooks: { draw: [(chart) => markNow(chart, drawing)] },
  };
}

function rangeOf({ at, until }: PictureData): TimeRange {
  const from = at[0] ?? 0;
  return { from, to: until ?? at.at(-1) ?? from };
}

/** Where what is known ends and what is expected begins. */
function markNow(chart: UPlot, { colour, shown }: Drawing): void {
  const { at, until } = shown();
  const now = at.at(-1);
  if (until === undefined || now === undefined) return;
  const { ctx, bbox } = chart;
  const left = chart.valToPos(now, 'x', true);
  ctx.save();
  ctx.strokeStyle = colour('--soft');
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(left, bbox.top);
  ctx.lineTo(left, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

function columns(data: PictureData): AlignedData {
  return [[...data.at], [...data.powerKw], [...data.energyKwh]];
}
