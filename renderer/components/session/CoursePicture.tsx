import { useEffect, useId, useMemo, useRef } from 'react';
import type { SessionDetail } from '../../../shared/domain/history.ts';
import { sessionText } from '../../../shared/text/session-text.ts';
import { type Course, type Range, wholeOf } from '../../charts/course.ts';
import type { CoursePainting } from '../../charts/session-painting.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { useFormats } from '../history/formats.ts';
import { CourseTable } from './CourseTable.tsx';
import { readOut } from './reading.ts';
import { SavePicture } from './SavePicture.tsx';
import { useCourse } from './use-course.ts';

interface Props {
  readonly detail: SessionDetail;
  readonly course: Course;
  /** Of the charger. */
  readonly name: string;
}

const words = sessionText.picture;

/** Power, energy and limit over the time of a charge: to point at, to move through, to zoom into. */
export function CoursePicture({ detail, course, name }: Props) {
  const { manner } = useSurroundings();
  const formats = useFormats();
  const hintId = useId();
  const painting = useRef<CoursePainting>(undefined);
  const whole = useMemo(() => wholeOf(course), [course]);
  const { samples } = detail;
  const looking = useCourse({ samples, whole, painting });
  const { range, cursor, drag, isWhole, zoom, showWhole } = looking;
  const place = usePainting(painting, course, range);
  const read =
    cursor === undefined ? words.hint : readOut(detail, cursor, { manner, time: formats.time });
  const shown = [formats.time(range.from * 1000), formats.time(range.to * 1000)] as const;
  return (
    <figure className="course">
      <div
        className="course-place"
        role="slider"
        tabIndex={0}
        aria-label={words.summary(...shown)}
        aria-describedby={hintId}
        aria-valuemin={Math.round(range.from)}
        aria-valuemax={Math.round(range.to)}
        aria-valuenow={Math.round(cursor === undefined ? range.from : cursor / 1000)}
        aria-valuetext={read}
        onKeyDown={looking.onKeyDown}
        {...looking.pointer}
      >
        <div ref={place} className="course-canvas" />
        <Marks painting={painting} range={range} cursor={cursor} drag={drag} />
      </div>
      <p id={hintId} className="visually-hidden">
        {words.keys}
      </p>
      <p className="read-out small">{read}</p>
      <Legend hasLimit={course.limitA.some((limit) => limit !== null)} />
      <div className="course-buttons">
        <ActionButton look="word" onPress={() => zoom(0.5)}>
          {words.closer}
        </ActionButton>
        <ActionButton look="word" disabled={isWhole} onPress={() => zoom(2)}>
          {words.wider}
        </ActionButton>
        <ActionButton look="word" disabled={isWhole} onPress={showWhole}>
          {words.whole}
        </ActionButton>
        <SavePicture painting={painting} session={detail.session} name={name} />
      </div>
      <p role="status" className="visually-hidden">
        {isWhole ? '' : words.shown(...shown)}
      </p>
      <CourseTable detail={detail} />
    </figure>
  );
}

/** Draws once, and again when there is something else to draw. */
function usePainting(
  painting: { current: CoursePainting | undefined },
  course: Course,
  range: Range,
) {
  const { paintCourse, manner } = useSurroundings();
  const place = useRef<HTMLDivElement>(null);
  const newest = useRef({ course, range });
  newest.current = { course, range };
  useEffect(() => {
    if (!place.current) return;
    const drawn = paintCourse(place.current, newest.current, manner);
    painting.current = drawn;
    return () => {
      painting.current = undefined;
      drawn.remove();
    };
  }, [paintCourse, manner, painting]);
  useEffect(() => {
    painting.current?.update(course, range);
  }, [painting, course, range]);
  return place;
}

interface MarksProps {
  readonly painting: { readonly current: CoursePainting | undefined };
  readonly range: Range;
  readonly cursor: number | undefined;
  readonly drag: { readonly from: number; readonly to: number } | undefined;
}

/** The moment that is read and the part that is being chosen, over the picture. */
function Marks({ painting, range, cursor, drag }: MarksProps) {
  const plot = painting.current?.plot();
  if (!plot || cursor === undefined) return null;
  const placeOf = (at: number) =>
    plot.left + ((at / 1000 - range.from) / (range.to - range.from)) * plot.width;
  const isInside = cursor >= range.from * 1000 && cursor <= range.to * 1000;
  return (
    <>
      {isInside && <div className="course-cursor" style={{ left: placeOf(cursor) }} />}
      {drag && (
        <div
          className="course-drag"
          style={{
            left: placeOf(Math.min(drag.from, drag.to)),
            width: Math.abs(placeOf(drag.to) - placeOf(drag.from)),
          }}
        />
      )}
    </>
  );
}

function Legend({ hasLimit }: { readonly hasLimit: boolean }) {
  const { power, energy, limit, interruption } = words.legend;
  return (
    <ul className="legend small soft" aria-hidden="true">
      <li className="power">{power}</li>
      <li className="energy">{energy}</li>
      {hasLimit && <li className="limit-line">{limit}</li>}
      <li className="shade">{interruption}</li>
    </ul>
  );
}
