import type { Axis, Series } from 'uplot';
import type { FormatOptions } from '../../shared/text/format.ts';
import { windowText } from '../../shared/text/window-text.ts';
import { type PictureData, short } from './picture.ts';

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
    size: 36,
    gap: 6,
    grid: { show: false },
    splits: () => [0, shown().topKwh / 2, shown().topKwh],
    values: (_, [, middle = 0, top = 0]) => [
      windowText.picture.kilowattHours,
      short(middle, formatOptions),
      short(top, formatOptions),
    ],
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

/** Power as an area with a line of this width, energy dashed: the same in every picture. */
export function flowSeries(colour: Drawing['colour'], width: number): readonly [Series, Series] {
  const points = { show: false };
  return [
    {
      scale: 'kw',
      width,
      points,
      stroke: () => colour('--accent'),
      fill: () => colour('--accent-area'),
    },
    { scale: 'kwh', width: 2, dash: [5, 3], points, stroke: () => colour('--energy') },
  ];
}
