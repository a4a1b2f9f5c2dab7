/** All that draws with the chart library, as one file to fetch. */
import { paintCharge } from './paint.ts';
import { paintCourse } from './paint-course.ts';

export const painters = { paintCharge, paintCourse } as const;
