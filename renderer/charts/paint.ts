import { boardIn } from './drawing/board.ts';
import type { Shown } from './drawing/draw.ts';
import type { Paint, PictureData } from './picture.ts';

/** Draws power as an area and energy as a dashed line, each on its own axis. */
export const paintSession: Paint = (place, first, formatOptions) => {
  let data = first;
  const board = boardIn(place, () => shownOf(data), formatOptions);
  return {
    update: (next) => {
      if (next === data) return;
      data = next;
      board.redraw();
    },
    remove: board.remove,
  };
};

/** The whole session, and what lies ahead of it until its expected end. */
export function shownOf({ until, ...data }: PictureData): Shown {
  const from = data.at[0] ?? 0;
  const now = data.at.at(-1) ?? from;
  const range = { from, to: until ?? now };
  return { ...data, range, powerWidth: 2, ...(until !== undefined && { now }) };
}
