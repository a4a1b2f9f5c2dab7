import type { Manner } from '../../shared/text/format.ts';
import type { Course, Range } from './course.ts';

/** Draws the course of a charge into a place that already has a size. */
export type PaintCourse = (
  place: HTMLElement,
  shown: { readonly course: Course; readonly range: Range },
  manner: Manner,
) => CoursePainting;

/** A course that was drawn. */
export interface CoursePainting {
  readonly update: (course: Course, range: Range) => void;
  /** Where in the place, CSS pixels, the range lies. */
  readonly plot: () => { readonly left: number; readonly width: number };
  /** As a PNG (base64) under a title; undefined where that cannot be made. */
  readonly png: (title: string) => string | undefined;
  readonly remove: () => void;
}
