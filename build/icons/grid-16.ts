import type { Grid } from './grid.ts';
import { bar, disc, filled, fine, line, ring } from './shapes.ts';

/** The drawings for 16, 32, 48 and 64 pixels. */
export const grid16: Grid = {
  size: 16,
  gap: 1,
  plugs: {
    plain: {
      fittings: [bar(5, 1, 2, 4), bar(9, 1, 2, 4), bar(7, 12, 2, 3)],
      fineFittings: [bar(5, 1, 1, 4), bar(10, 1, 1, 4), bar(7, 12, 2, 2)],
      solid: filled('M3 5h10v3a5 5 0 0 1-10 0z'),
      strong: line('M4 6h8v2a4 4 0 0 1-8 0z', 2),
      fine: line('M3.5 5.5h9V8a4.5 4.5 0 0 1-9 0z', fine),
    },
    aside: {
      fittings: [bar(2, 0, 2, 4), bar(6, 0, 2, 4), bar(4, 11, 2, 3)],
      fineFittings: [bar(2, 0, 1, 4), bar(7, 0, 1, 4), bar(4, 11, 2, 2)],
      solid: filled('M0 4h10v3a5 5 0 0 1-10 0z'),
      strong: line('M1 5h8v2a4 4 0 0 1-8 0z', 2),
      fine: line('M.5 4.5h9V7a4.5 4.5 0 0 1-9 0z', fine),
    },
    wide: {
      fittings: [bar(4, 0, 2, 3), bar(10, 0, 2, 3), bar(7, 14, 2, 2)],
      solid: filled('M1 3h14v5a7 6.5 0 0 1-14 0z'),
      strong: line('M2 4h12v4a6 5.5 0 0 1-12 0z', 2),
      fine: line('M1.5 3.5h13V8a6.5 6 0 0 1-13 0z', fine),
    },
    raised: {
      fittings: [bar(4, 0, 2, 3), bar(9, 0, 2, 3), bar(6, 10, 3, 1)],
      solid: filled('M2 3h11v3a5.5 4.5 0 0 1-11 0z'),
      strong: line('M3 4h9v2a4.5 3.5 0 0 1-9 0z', 2),
      fine: line('M2.5 3.5h10V6a5 4 0 0 1-10 0z', fine),
    },
    small: {
      fittings: [bar(6, 4, 1, 2), bar(9, 4, 1, 2), bar(7, 10, 2, 2)],
      solid: filled('M5 6h6v2a3 3 0 0 1-6 0z'),
      strong: line('M5.5 6.5h5V8a2.5 2.5 0 0 1-5 0z', fine),
      fine: line('M5.5 6.5h5V8a2.5 2.5 0 0 1-5 0z', fine),
    },
  },
  badges: {
    bolt: [filled('M13 5L7.6 11.4h3L9.6 16L15.8 9h-3.2L14.4 5z')],
    arrow: [filled('M6 10h5V6.5L16 11.5L11 16.5V13H6z')],
    dots: [bar(1, 13, 3, 3), bar(6, 13, 3, 3), bar(11, 13, 3, 3)],
    hourglass: [bar(8, 7, 8, 2), bar(8, 14, 8, 2), filled('M9 9h6L9 14h6z')],
    clock: [disc(11.5, 11.5, 4.5)],
    bars: [bar(8, 8, 3, 8), bar(13, 8, 3, 8)],
    ring: [ring(8, 8, 7.25, 1.5)],
    question: [line('M9 8.6a2.6 2.3 0 1 1 3.8 2.2Q11.6 11.4 11.6 12.6', 2), bar(10.6, 14, 2, 2)],
  },
  fineRing: [ring(8, 8, 7.5, fine)],
  clockHands: [bar(11, 8, 1, 4), bar(12, 11, 3, 1)],
  innerBolt: filled('M10 3L4 9h3l-1 5l6-7H9l2-4z'),
  slash: line('M1.5 14.5L14.5 1.5', 1.75),
  disc: {
    solid: disc(8, 8, 7.5),
    fine: ring(8, 8, 7, fine),
    check: line('M4.5 8.5L7 11L11.5 5.5', 2),
  },
  lock: {
    solid: [
      filled('M2 7h12v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1z'),
      line('M5 7V4.5a3 3 0 0 1 6 0V7', 2),
    ],
    fine: [line('M2.5 7.5h11v8h-11z', fine), line('M4.5 7V4a3.5 3.5 0 0 1 7 0v3', fine)],
  },
  keyhole: [bar(7, 9, 2, 4)],
  carLock: {
    solid: [bar(0, 4, 9, 7), line('M2.5 4V3a2 2 0 0 1 4 0v1', 2)],
    fine: [line('M.5 4.5h8v6h-8z', fine), line('M2.5 4V2.5a2 2 0 0 1 4 0V4', fine)],
  },
  car: {
    body: [filled('M6 8h6l2 3h2v4H4v-4z'), disc(6.5, 15, 1), disc(13.5, 15, 1)],
    windows: [bar(7, 9, 2, 2), bar(10, 9, 2, 2)],
  },
  triangle: {
    solid: filled('M7.1 1.5a1 1 0 0 1 1.8 0l6.3 12a1 1 0 0 1-.9 1.5H1.7a1 1 0 0 1-.9-1.5z'),
    fine: line('M8 1.8L14.7 14.5H1.3z', fine),
  },
  exclamation: [bar(7, 5, 2, 5), bar(7, 11, 2, 2)],
  key: {
    solid: [ring(4.5, 8, 3, 3), bar(8, 7, 8, 2), bar(11, 9, 2, 3), bar(14, 9, 2, 3)],
    fine: [ring(4.5, 8.5, 4, fine), bar(9, 8, 7, 1), bar(12, 9, 1, 2), bar(15, 9, 1, 3)],
  },
};
