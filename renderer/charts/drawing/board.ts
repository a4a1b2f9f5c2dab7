import type { FormatOptions } from '../../../shared/text/format.ts';
import { onThemeChange } from '../theme-change.ts';
import type { Box } from './axes.ts';
import { draw, type Shown } from './draw.ts';

/** A canvas that fills its place and stays sharp and up to date in it. */
export interface Board {
  readonly canvas: HTMLCanvasElement;
  /** The value of a theme's token. */
  readonly colour: (token: string) => string;
  readonly redraw: () => void;
  /** Where the picture lies between its labels, CSS pixels. */
  readonly box: () => Box;
  readonly remove: () => void;
}

const nowhere: Box = { left: 0, top: 0, width: 0, height: 0 };

/** Draws at once, and anew when the place, the sharpness of the screen or the theme changes. */
export function boardIn(
  place: HTMLElement,
  shown: (devicePixels: number) => Shown,
  formatOptions: FormatOptions,
): Board {
  const canvas = document.createElement('canvas');
  place.append(canvas);
  const context = canvas.getContext('2d');
  const colour = (token: string) => getComputedStyle(place).getPropertyValue(token).trim();
  let box = nowhere;
  const redraw = () => {
    const { clientWidth: width, clientHeight: height } = place;
    const scale = devicePixelRatio;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    if (!context) return;
    const sheet = { context, width, height, scale, colour, formatOptions };
    box = draw(sheet, shown(canvas.width));
  };
  redraw();
  const resized = new ResizeObserver(redraw);
  // Counted in device pixels, so that another zoom or screen is noticed as well.
  resized.observe(place, { box: 'device-pixel-content-box' });
  const stopThemes = onThemeChange(redraw);
  return {
    canvas,
    colour,
    redraw,
    box: () => box,
    remove: () => {
      stopThemes();
      resized.disconnect();
      canvas.remove();
    },
  };
}
