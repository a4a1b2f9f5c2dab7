import { useEffect, useId, useMemo, useRef } from 'react';
import type { SessionDetail } from '../../../shared/domain/session/history.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import type { CurvePainting } from '../../charts/curve.ts';
import { type Curve, type Range, wholeOf } from '../../charts/curve.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { useFormats } from '../history/formats.ts';
import { CurveTable } from './CurveTable.tsx';
import { readOut } from './reading.ts';
import { SavePicture } from './SavePicture.tsx';
import { useCurve } from './use-curve.ts';

interface Props {
  readonly detail: SessionDetail;
  readonly curve: Curve;
  /** Of the charger. */
  readonly name: string;
}

const words = () => messages.session.picture;

/** Power, energy and limit over the time of a charge: to point at, to move through, to zoom into. */
export function CurvePicture({ detail, curve, name }: Props) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const hintId = useId();
  const painting = useRef<CurvePainting>(undefined);
  const whole = useMemo(() => wholeOf(curve), [curve]);
  const { samples } = detail;
  const looking = useCurve({ samples, whole, painting });
  const { range, cursor, drag, isWhole, zoom, showWhole } = looking;
  const place = usePainting(painting, curve, range);
  const read =
    cursor === undefined
      ? words().hint
      : readOut(detail, cursor, { formatOptions, time: formats.time });
  const shown = { from: formats.time(range.from * 1000), to: formats.time(range.to * 1000) };
  return (
    <figure className="curve">
      <div
        className="curve-place"
        role="slider"
        tabIndex={0}
        aria-label={words().summary(shown)}
        aria-describedby={hintId}
        aria-valuemin={Math.round(range.from)}
        aria-valuemax={Math.round(range.to)}
        aria-valuenow={Math.round(cursor === undefined ? range.from : cursor / 1000)}
        aria-valuetext={read}
        onKeyDown={looking.onKeyDown}
        {...looking.pointer}
      >
        <div ref={place} className="curve-canvas" />
        <Marks painting={painting} range={range} cursor={cursor} drag={drag} />
      </div>
      <p id={hintId} className="visually-hidden">
        {words().keys}
      </p>
      <p className="read-out small">{read}</p>
      <Legend hasLimit={curve.limitA.some((limit) => limit !== null)} />
      <div className="curve-buttons">
        <ActionButton look="word" onPress={() => zoom(0.5)}>
          {words().closer}
        </ActionButton>
        <ActionButton look="word" disabled={isWhole} onPress={() => zoom(2)}>
          {words().wider}
        </ActionButton>
        <ActionButton look="word" disabled={isWhole} onPress={showWhole}>
          {words().whole}
        </ActionButton>
        <SavePicture painting={painting} session={detail.session} name={name} />
      </div>
      <p role="status" className="visually-hidden">
        {isWhole ? '' : words().shown(shown)}
      </p>
      <CurveTable detail={detail} />
    </figure>
  );
}

/** Draws once, and again when there is something else to draw. */
function usePainting(painting: { current: CurvePainting | undefined }, curve: Curve, range: Range) {
  const { paintCurve, formatOptions } = useAppContext();
  const place = useRef<HTMLDivElement>(null);
  const newest = useRef({ curve, range });
  newest.current = { curve, range };
  useEffect(() => {
    if (!place.current) return;
    const drawn = paintCurve(place.current, newest.current, formatOptions);
    painting.current = drawn;
    return () => {
      painting.current = undefined;
      drawn.remove();
    };
  }, [paintCurve, formatOptions, painting]);
  useEffect(() => {
    painting.current?.update(curve, range);
  }, [painting, curve, range]);
  return place;
}

interface MarksProps {
  readonly painting: { readonly current: CurvePainting | undefined };
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
      {isInside && <div className="curve-cursor" style={{ left: placeOf(cursor) }} />}
      {drag && (
        <div
          className="curve-drag"
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
  const { power, energy, limit, interruption } = words().legend;
  return (
    <ul className="legend small soft" aria-hidden="true">
      <li className="power">{power}</li>
      <li className="energy">{energy}</li>
      {hasLimit && <li className="limit-line">{limit}</li>}
      <li className="shade">{interruption}</li>
    </ul>
  );
}
