/** All that draws on a canvas, as one file to fetch. */
import { paintSession } from './paint.ts';
import { paintCurve } from './paint-curve.ts';

export const painters = { paintSession, paintCurve } as const;
