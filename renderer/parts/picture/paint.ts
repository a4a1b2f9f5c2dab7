/** The shell around the chart library: it draws what `picture.ts` has worked out. */
import UPlot, { type AlignedData, type Axis, type Options } from 'uplot';
import { clockTime, type Manner } from '../../../shared/text/format.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { type Paint, type PictureData, short } from './picture.ts';

const height = 132;
const themeQueries = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
];

/** Draws power as an area and energy as a dashed line, each on its own axis. */
export const paintCharge: Paint = (place, first, manner) => {
  let data = first;
  const colour = (token: string) => getComputedStyle(place).getPropertyValue(token).trim();
  const chart = new UPlot(
    options({ width: place.clientWidth, colour, manner, shown: () => data }),
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

interface Drawing {
  readonly width: number;
  readonly colour: (token: string) => string;
  readonly manner: Manner;
  readonly shown: () => PictureData;
}

function options(drawing: Drawing): Options {
  const { colour, shown } = drawing;
  const points = { show: false };
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
    series: [
      {},
      {
        scale: 'kw',
        width: 2,
        points,
        stroke: () => colour('--accent'),
        fill: () => colour('--accent-area'),
      },
      { scale: 'kwh', width: 2, dash: [5, 3], points, stroke: () => colour('--energy') },
    ],
    axes: [timeAxis(drawing), powerAxis(drawing), energyAxis(drawing)],
  };
}

function timeAxis({ colour, manner, shown }: Drawing): Axis {
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
    values: (_, splits) => splits.map((second) => clockTime(second * 1000, second * 1000, manner)),
  };
}

function powerAxis({ colour, manner, shown }: Drawing): Axis {
  return {
    ...plain(colour),
    scale: 'kw',
    size: 36,
    gap: 4,
    grid: { stroke: () => colour('--line'), width: 1 },
    splits: () => [0, shown().topKw / 2, shown().topKw],
    values: (_, [, middle = 0, top = 0]) => [
      '0',
      short(middle, manner),
      windowText.picture.kilowatts(short(top, manner)),
    ],
  };
}

function energyAxis({ colour, manner, shown }: Drawing): Axis {
  return {
    ...plain(colour),
    scale: 'kwh',
    side: 1,
    size: 36,
    gap: 6,
    grid: { show: false },
    splits: () => [0, shown().topKwh / 2, shown().topKwh],
    values: (_, [, middle = 0, top = 0]) => [
      windowText.picture.kilowattHours,
      short(middle, manner),
      short(top, manner),
    ],
  };
}

function plain(colour: Drawing['colour']): Axis {
  return {
    stroke: () => colour('--soft'),
    font: '10px system-ui, "DejaVu Sans", sans-serif',
    ticks: { show: false },
  };
}

function columns(data: PictureData): AlignedData {
  return [[...data.at], [...data.powerKw], [...data.energyKwh]];
}

function onThemeChange(changed: () => void): () => void {
  const queries = themeQueries.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
