import type { Grid } from './grid.ts';
import { bar, disc, filled, fine, line, ring } from './shapes.ts';

/** The drawings for 22 and 44 pixels, which most Linux panels use, and with a margin for 24. */
export const grid22: Grid = {
  size: 22,
  gap: 1.25,
  plugs: {
    plain: {
      fittings: [bar(6, 1, 3, 6), bar(13, 1, 3, 6), bar(9, 17, 4, 4)],
      fineFittings: [bar(7, 1, 1, 6), bar(14, 1, 1, 6), bar(10, 17, 2, 4)],
      solid: filled('M4 7h14v4.5a7 6.5 0 0 1-14 0z'),
      strong: line('M5 8h12v3.5a6 5.5 0 0 1-12 0z', 2),
      fine: line('M4.5 7.5h13v4a6.5 6 0 0 1-13 0z', fine),
    },
    aside: {
      fittings: [bar(2, 0, 3, 6), bar(9, 0, 3, 6), bar(5, 16, 4, 4)],
      fineFittings: [bar(3, 0, 1, 6), bar(10, 0, 1, 6), bar(6, 16, 2, 4)],
      solid: filled('M0 6h14v4.5a7 6.5 0 0 1-14 0z'),
      strong: line('M1 7h12v3.5a6 5.5 0 0 1-12 0z', 2),
      fine: line('M.5 6.5h13v4a6.5 6 0 0 1-13 0z', fine),
    },
    wide: {
      fittings: [bar(5, 0, 3, 4), bar(14, 0, 3, 4), bar(9, 19, 4, 3)],
      solid: filled('M1 4h20v6.5a10 9.5 0 0 1-20 0z'),
      strong: line('M2 5h18v5.5a9 8.5 0 0 1-18 0z', 2),
      fine: line('M1.5 4.5h19v6a9.5 9 0 0 1-19 0z', fine),
    },
    raised: {
      fittings: [bar(6, 0, 3, 5), bar(13, 0, 3, 5), bar(9, 14, 4, 1)],
      solid: filled('M4 5h14v3.5a7 6 0 0 1-14 0z'),
      strong: line('M5 6h12v2.5a6 5 0 0 1-12 0z', 2),
      fine: line('M4.5 5.5h13v3a6.5 5.5 0 0 1-13 0z', fine),
    },
    small: {
      fittings: [bar(8, 5, 2, 3), bar(12, 5, 2, 3), bar(10, 14, 2, 3)],
      solid: filled('M7 8h8v3a4 4 0 0 1-8 0z'),
      strong: line('M7.5 8.5h7V11a3.5 3.5 0 0 1-7 0z', fine),
      fine: line('M7.5 8.5h7V11a3.5 3.5 0 0 1-7 0z', fine),
    },
  },
  badges: {
    bolt: [filled('M18 7L10.5 15.5h4.2L13.2 22L21.8 12.5h-4.4L19.8 7z')],
    arrow: [filled('M8 14h7V9.5L22 16L15 22.5V18H8z')],
    dots: [bar(3, 18, 4, 4), bar(9, 18, 4, 4), bar(15, 18, 4, 4)],
    hourglass: [bar(11, 10, 11, 2), bar(11, 20, 11, 2), filled('M12 12h9l-9 8h9z')],
    clock: [disc(16, 16, 6)],
    bars: [bar(12, 11, 4, 11), bar(18, 11, 4, 11)],
    ring: [ring(11, 11, 10, 2)],
    question: [line('M12.6 12a3.6 3.2 0 1 1 5.2 3Q16 16 16 18', 2.5), bar(14.75, 19.5, 2.5, 2.5)],
  },
  fineRing: [ring(11, 11, 10.5, fine)],
  clockHands: [bar(15, 12, 2, 5), bar(17, 15, 3, 2)],
  innerBolt: filled('M13.2 4L6.4 12h4L8.6 19L16 10.4h-4L14.8 4z'),
  slash: line('M2.5 19.5L19.5 2.5', 2),
  disc: {
    solid: disc(11, 11, 10),
    fine: ring(11, 11, 9.5, fine),
    check: line('M6.5 11.5L9.75 14.75L15.75 7.5', 2.5),
  },
  lock: {
    solid: [
      filled('M3 10h16v10.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 3 20.5z'),
      line('M7 10V6a4 4 0 0 1 8 0v4', 2),
    ],
    fine: [line('M3.5 10.5h15v11h-15z', fine), line('M6.5 10V5.5a4.5 4.5 0 0 1 9 0V10', fine)],
  },
  keyhole: [disc(11, 14.5, 2), bar(10, 15, 2, 4)],
  carLock: {
    solid: [bar(0, 6, 12, 9), line('M3 6V4a3 3 0 0 1 6 0v2', 2)],
    fine: [line('M.5 6.5h11v8h-11z', fine), line('M2.5 6V4a3.5 3.5 0 0 1 7 0v2', fine)],
  },
  car: {
    body: [filled('M9 11h7.5l3 4H22v6H5v-6h2z'), disc(9, 20.5, 1.5), disc(18, 20.5, 1.5)],
    windows: [bar(10, 12, 3, 3), bar(14, 12, 3, 3)],
  },
  triangle: {
    solid: filled(
      'M9.7 2.2a1.5 1.5 0 0 1 2.6 0l8.6 16.6a1.5 1.5 0 0 1-1.3 2.2H2.4a1.5 1.5 0 0 1-1.3-2.2z',
    ),
    fine: line('M11 2.5L20.6 20.5H1.4z', fine),
  },
  exclamation: [bar(10, 8, 2, 6), bar(10, 16, 2, 2)],
  key: {
    solid: [ring(6, 11, 4, 4), bar(11, 9, 11, 3), bar(15, 12, 2, 4), bar(19, 12, 3, 4)],
    fine: [ring(6, 10.5, 5, fine), bar(11, 10, 11, 1), bar(16, 11, 1, 3), bar(20, 11, 1, 4)],
  },
};
