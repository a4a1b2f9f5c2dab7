import type { Grid } from './grid.ts';
import { bar, disc, filled, fine, line, ring } from './shapes.ts';

/** The drawings for 22 and 44 pixels, which most Linux panels use, and with a margin for 24. */
export const grid22: Grid = {
  size: 22,
  gap: 1.25,
  plug: {
    finePins: [bar(4, 1, 1, 6), bar(10, 1, 1, 6), bar(6, 17, 3, 4)],
    fittings: [bar(3, 1, 3, 6), bar(9, 1, 3, 6), bar(6, 17, 3, 4)],
    solid: filled('M1 7h13v4.5a6.5 6.5 0 0 1-13 0z'),
    hollow: line('M1.5 7.5h12v4a6 6 0 0 1-12 0z', fine),
  },
  plainPlug: {
    finePins: [bar(7, 1, 1, 6), bar(13, 1, 1, 6), bar(9, 17, 3, 4)],
    fittings: [bar(6, 1, 3, 6), bar(12, 1, 3, 6), bar(9, 17, 3, 4)],
    solid: filled('M4 7h13v4.5a6.5 6.5 0 0 1-13 0z'),
    hollow: line('M4.5 7.5h12v4a6 6 0 0 1-12 0z', fine),
  },
  widePlug: {
    strong: [
      bar(6, 0, 3, 5),
      bar(13, 0, 3, 5),
      line('M4 6h14v5a7 7 0 0 1-14 0z', 2),
      bar(10, 19, 2, 3),
    ],
    fine: [
      bar(6, 0, 3, 5),
      bar(13, 0, 3, 5),
      line('M3.5 5.5h15V11a7.5 7.5 0 0 1-15 0z', fine),
      bar(10, 19, 2, 3),
    ],
  },
  innerBolt: filled('M12 7.2L7.2 12.4h3.3L9.4 16.8l5.4-5.6h-3.3l1.8-4z'),
  innerBoltLine: line('M12 8L9 11.5h4L10 15', fine),
  slash: line('M3 19L19 3', 2),
  strongBody: {
    plug: line('M2 8h11v3.5a5.5 5.5 0 0 1-11 0z', 2),
    plain: line('M5 8h11v3.5a5.5 5.5 0 0 1-11 0z', 2),
  },
  lock: {
    solid: [
      filled('M4 10h14v9.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 4 19.5z'),
      line('M7 10V6.5a4 4 0 0 1 8 0V10', 2),
    ],
    hollow: [line('M4.5 10.5h13v10h-13z', fine), line('M7.5 10V6a3.5 3.5 0 0 1 7 0v4', fine)],
  },
  keyhole: [disc(11, 14, 1.75), bar(10, 14.5, 2, 3.5)],
  triangle: {
    solid: filled(
      'M9.7 2.2a1.5 1.5 0 0 1 2.6 0l8.6 16.6a1.5 1.5 0 0 1-1.3 2.2H2.4a1.5 1.5 0 0 1-1.3-2.2z',
    ),
    hollow: line('M11 2.5L20.6 20.5H1.4z', fine),
  },
  exclamation: [bar(10, 8, 2, 6), bar(10, 16, 2, 2)],
  badges: {
    bolt: [filled('M17.8 9.5L11.8 17h3.9L14.2 22L21.5 14.5h-3.9L19.8 9.5z')],
    arrow: [filled('M11 15h5v-3.6L22 16.5l-6 5.1V18h-5z')],
    dotsAcross: [bar(10, 18, 3, 3), bar(14, 18, 3, 3), bar(18, 18, 3, 3)],
    dotsUp: [bar(17, 10, 3, 3), bar(17, 14, 3, 3), bar(17, 18, 3, 3)],
    clock: [disc(16.5, 16.5, 5.5)],
    bars: [bar(12, 12, 3, 9), bar(17, 12, 3, 9)],
    check: [line('M11.5 17L15 20.3L20.8 13', 2.5)],
    ring: [ring(16.5, 16.5, 4.25, 2.5)],
    question: [line('M13.5 13.7a3 2.8 0 1 1 4.3 2.6Q16.5 17 16.5 18.2', 2), bar(15.5, 20, 2, 2)],
    person: [disc(16.5, 13, 2.75), filled('M11 22v-1a5.5 4.5 0 0 1 11 0v1z')],
    dot: [disc(18, 18, 4)],
  },
  clockHands: [bar(16, 13, 1.5, 4.5), bar(16, 16, 4, 1.5)],
};
