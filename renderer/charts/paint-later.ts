import type { CurvePainting, PaintCurve } from './curve.ts';
import type { Paint, Painting } from './picture.ts';

interface Painters {
  readonly paintSession: Paint;
  readonly paintCurve: PaintCurve;
}

/**
 * Painters that are fetched when the first picture is wanted. Until then nothing is drawn; what
 * was to be drawn last is drawn once they are there.
 */
export function paintersLater(fetchPainters: () => Promise<Painters>): Painters {
  return {
    paintSession: (place, first, formatOptions) => {
      let data = first;
      const later = whenThere(fetchPainters, ({ paintSession }) =>
        paintSession(place, data, formatOptions),
      );
      return {
        update: (next) => {
          data = next;
          later.now()?.update(next);
        },
        remove: later.remove,
      };
    },
    paintCurve: (place, first, formatOptions) => {
      let shown = first;
      const later = whenThere(fetchPainters, ({ paintCurve }) =>
        paintCurve(place, shown, formatOptions),
      );
      return {
        update: (curve, range) => {
          shown = { curve, range };
          later.now()?.update(curve, range);
        },
        plot: () => later.now()?.plot() ?? { left: 0, width: 0 },
        png: (title) => later.now()?.png(title),
        remove: later.remove,
      };
    },
  };
}

/** A painting that is begun once the painters are there, unless it was removed before. */
function whenThere<Drawn extends Painting | CurvePainting>(
  fetchPainters: () => Promise<Painters>,
  begin: (painters: Painters) => Drawn,
) {
  let drawn: Drawn | undefined;
  let isGone = false;
  void fetchPainters().then((painters) => {
    if (!isGone) drawn = begin(painters);
  });
  return {
    now: () => drawn,
    remove: () => {
      isGone = true;
      drawn?.remove();
    },
  };
}
