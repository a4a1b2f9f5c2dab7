import { z } from 'zod';

export const smallest = { width: 340, height: 420 } as const;
/** Whatever the page shows fits into so many of its own pixels. */
const narrowestPage = 200;
export const customary = { width: 400, height: 640 } as const;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
});

/** Where the window opens: no position means wherever the desktop likes. */
export type WindowPlace = Partial<Pick<Rectangle, 'x' | 'y'>> & Pick<Rectangle, 'width' | 'height'>;

/** The place that was kept, moved to where the screens of today show all of it. */
export function placeFrom(kept: unknown, screens: readonly Rectangle[]): WindowPlace {
  const parsed = placeSchema.safeParse(kept);
  if (!parsed.success) return customary;
  const place = parsed.data;
  const [screen] = screens.toSorted((a, b) => shared(b, place) - shared(a, place));
  if (!screen) return fitted(place, place);
  const { width, height } = fitted(place, screen);
  // Its screen is gone: the desktop knows best where a window of that size goes now.
  if (shared(screen, place) === 0) return { width, height };
  return {
    x: clamp(place.x, screen.x, screen.x + screen.width - width),
    y: clamp(place.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  };
}

/** The least width of a window whose page is drawn at `zoom`, on a screen of a width. */
export function leastWidth(zoom: number, screenWidth: number): number {
  const wanted = Math.ceil(narrowestPage * zoom);
  return Math.max(smallest.width, Math.min(wanted, screenWidth));
}

/** The area that two rectangles have in common. */
function shared(a: Rectangle, b: Rectangle): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, down);
}

function fitted(place: Rectangle, screen: Rectangle): Pick<Rectangle, 'width' | 'height'> {
  return {
    width: clamp(place.width, smallest.width, screen.width),
    height: clamp(place.height, smallest.height, screen.height),
  };
}

/** On a screen that is smaller than the least, the least wins. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
