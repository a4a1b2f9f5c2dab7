/** The shell around the chart library: it draws what `picture.ts` has worked out. */
import UPlot, { type AlignedData, type Axis, type Options } from 'uplot';
import { clockTime } from '../../shared/text/format.ts';
import { type Drawing, energyAxis, flowSeries, plain, powerAxis } from './axes.ts';
import type { Paint, PictureData } from './picture.ts';
import { onThemeChange } from './theme-change.ts';

const height = 132;

/** Draws power as an area and energy as a dashed line, each on its own axis. */
export const paintSession: Paint = (place, first, formatOptions) => {
  let data = first;
  const colour = (token: string) => getComputedStyle(place).getPropertyValue(token).trim();
  const chart = new UPlot(
    options({ width: place.clientWidth, colour, formatOptions, shown: () => data }),
    columns(data),
    place,
  );
  const resized = new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height }));
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

function options(drawing: Drawing): Options {
  const { colour, shown } = drawing;
  return {
    width: drawing.width,
    height,
    padding: [10, null, 0, null],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      kw: { range: () => [0, shown().topKw] },
      kwh: { range: () => [0, shown().topKwh] },
    },
    series: [{}, ...flowSeries(colour, 2)],
    axes: [timeAxis(drawing), powerAxis(drawing), energyAxis(drawing)],
  };
}

function timeAxis({ colour, formatOptions, shown }: Drawing): Axis {
  return {
    ...plain(colour),
    size: 26,
    gap: 10,
    grid: { show: false },
    splits: () => {
      const { at } = shown();
      const from = at[0] ?? 0;
      const to = at.at(-1) ?? from;
      return [from, (from + to) / 2, to];
    },
    values: (_, splits) =>
      splits.map((second) => clockTime(second * 1000, second * 1000, formatOptions)),
  };
}

function columns(data: PictureData): AlignedData {
  return [[...data.at], [...data.powerKw], [...data.energyKwh]];
}
