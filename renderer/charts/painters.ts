/** All that draws with the chart library, as one file to fetch. */
import { paintCharge } from './paint.ts';
import { paintCurve } from './paint-curve.ts';

export const painters = { paintCharge, paintCurve } as const;
