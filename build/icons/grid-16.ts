import type { Grid } from './grid.ts';
import { bar, disc, filled, fine, line, ring } from './shapes.ts';

/** The drawings for 16, 32, 48 and 64 pixels. */
export const grid16: Grid = {
  size: 16,
  gap: 1,
  plug: {
    finePins: [bar(3, 1, 1, 4), bar(8, 1, 1, 4), bar(5, 12, 2, 3)],
    fittings: [bar(3, 1, 2, 4), bar(7, 1, 2, 4), bar(5, 12, 2, 3)],
    solid: filled('M1 5h10v3a5 5 0 0 1-10 0z'),
    hollow: line('M1.5 5.5h9V8a4.5 4.5 0 0 1-9 0z', fine),
  },
  plainPlug: {
    finePins: [bar(5, 1, 1, 4), bar(10, 1, 1, 4), bar(7, 12, 2, 3)],
    fittings: [bar(5, 1, 2, 4), bar(9, 1, 2, 4), bar(7, 12, 2, 3)],
    solid: filled('M3 5h10v3a5 5 0 0 1-10 0z'),
    hollow: line('M3.5 5.5h9V8a4.5 4.5 0 0 1-9 0z', fine),
  },
  widePlug: {
    strong: [
      bar(4, 0, 2, 4),
      bar(10, 0, 2, 4),
      line('M2.75 4.75h10.5v3a5.25 5.25 0 0 1-10.5 0z', 1.5),
      bar(7, 13, 2, 3),
    ],
    fine: [
      bar(4, 0, 2, 4),
      bar(10, 0, 2, 4),
      line('M2.5 4.5h11v3a5.5 5.5 0 0 1-11 0z', fine),
      bar(7, 13, 2, 3),
    ],
  },
  innerBolt: filled('M8.6 5.4L5.2 9.2h2.4L6.8 12.4L10.8 8.2H8.4L9.6 5.4z'),
  innerBoltLine: line('M8.5 6.5L6.5 8.5h3L7.5 10.5', fine),
  slash: line('M2 14L14 2', 1.75),
  strongBody: {
    plug: line('M2 6h8v2a4 4 0 0 1-8 0z', 2),
    plain: line('M4 6h8v2a4 4 0 0 1-8 0z', 2),
  },
  lock: {
    solid: [filled('M3 7h10v7a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z'), line('M5 7V5a3 3 0 0 1 6 0v2', 2)],
    hollow: [line('M3.5 7.5h9v7h-9z', fine), line('M5.5 7V4.5a2.5 2.5 0 0 1 5 0V7', fine)],
  },
  keyhole: [bar(7, 9, 2, 4)],
  triangle: {
    solid: filled('M7.1 1.5a1 1 0 0 1 1.8 0l6.3 12a1 1 0 0 1-.9 1.5H1.7a1 1 0 0 1-.9-1.5z'),
    hollow: line('M8 1.8L14.7 14.5H1.3z', fine),
  },
  exclamation: [bar(7, 5, 2, 5), bar(7, 11, 2, 2)],
  badges: {
    bolt: [filled('M13 7L8.6 12.4h2.8L10.4 16.2L15.6 10.6h-2.8L14.4 7z')],
    arrow: [filled('M8 11h3.5V8.2L16 12l-4.5 3.8V13H8z')],
    dotsAcross: [bar(8, 13, 2, 2), bar(11, 13, 2, 2), bar(14, 13, 2, 2)],
    dotsUp: [bar(13, 7, 2, 2), bar(13, 10, 2, 2), bar(13, 13, 2, 2)],
    clock: [disc(12, 12, 4)],
    bars: [bar(9, 9, 2, 7), bar(13, 9, 2, 7)],
    check: [line('M8.6 12.2L11 14.6L15 9.4', 2)],
    ring: [ring(12, 12, 3, 2)],
    question: [
      line('M9.8 9.6a2.3 2.1 0 1 1 3.2 2Q12.2 12.1 12.2 13', 1.7),
      bar(11.2, 14.5, 2, 1.5),
    ],
    person: [disc(12, 9.5, 2), filled('M8 16v-.5a4 3.5 0 0 1 8 0v.5z')],
    dot: [disc(13, 13, 3)],
  },
  clockHands: [bar(11, 9, 1, 4), bar(12, 12, 2, 1)],
};
