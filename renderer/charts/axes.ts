import UPlot, { type Axis, type Series } from 'uplot';
import { clockTime, type FormatOptions } from '../../shared/text/format.ts';
import { windowText } from '../../shared/text/window-text.ts';
import { type PictureData, short } from './picture.ts';
import { roundTimes, type TimeRange } from './scales.ts';

/** What a picture is drawn with. */
export interface Drawing {
  readonly width: number;
  /** The value of a theme's token. */
  readonly colour: (token: string) => string;
  readonly formatOptions: FormatOptions;
  readonly shown: () => PictureData;
}

/** kW, on the left. */
export function powerAxis({ colour, formatOptions, shown }: Drawing): Axis {
  return {
    ...plain(colour),
    scale: 'kw',
    size: 36,
    gap: 4,
    grid: { stroke: () => colour('--line'), width: 1 },
    splits: () => [0, shown().topKw / 2, shown().topKw],
    values: (_, [, middle = 0, top = 0]) => [
      '0',
      short(middle, formatOptions),
      windowText.picture.kilowatts(short(top, formatOptions)),
    ],
  };
}

/** kWh, on the right. */
export function energyAxis({ colour, formatOptions, shown }: Drawing): Axis {
  return {
    ...plain(colour),
    scale: 'kwh',
    side: 1,
    size: 44,
    gap: 6,
    grid: { show: false },
    splits: () => [0, shown().topKwh / 2, shown().topKwh],
    values: (_, [, middle = 0, top = 0]) => [
      '0',
      short(middle, formatOptions),
      windowText.picture.inKilowattHours(short(top, formatOptions)),
    ],
  };
}

/** Room for one time under a picture, pixels; a day in front of it needs more. */
const roomFor = { time: 64, dayAndTime: 110 } as const;
const dayS = 86_400;

/** Round times under a picture. `range` is in epoch seconds. */
export function timeAxis({ colour, formatOptions }: Drawing, range: () => TimeRange): Axis {
  return {
    ...plain(colour),
    scale: 'x',
    size: 22,
    gap: 6,
    grid: { show: false },
    splits: (chart) => {
      const { from, to } = range();
      const room = to - from > dayS ? roomFor.dayAndTime : roomFor.time;
      return [
        ...roundTimes(range(), Math.max(1, Math.floor(chart.width / room) - 1), formatOptions),
      ];
    },
    values: (_, splits) =>
      splits.map((second) => clockTime(second * 1000, range().from * 1000, formatOptions)),
  };
}

/** What all axes have in common. */
export function plain(colour: Drawing['colour']): Axis {
  return {
    stroke: () => colour('--soft'),
    font: '10px system-ui, "DejaVu Sans", sans-serif',
    ticks: { show: false },
  };
}

/**
 * Power in steps, since a reading says nothing of the time between, with a line of this width;
 * energy dashed: the same in every picture.
 */
export function flowSeries(colour: Drawing['colour'], width: number): readonly [Series, Series] {
  const points = { show: false };
  const steps = UPlot.paths.stepped?.({ align: 1 });
  return [
    {
      scale: 'kw',
      width,
      points,
      stroke: () => colour('--accent'),
      fill: () => colour('--accent-area'),
      ...(steps && { paths: steps }),
    },
    { scale: 'kwh', width: 2, dash: [5, 3], points, stroke: () => colour('--energy') },
  ];
}
