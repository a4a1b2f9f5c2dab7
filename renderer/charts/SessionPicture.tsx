import { useEffect, useMemo, useRef } from 'react';
import type { LiveSession } from '../../shared/domain/session/live-session.ts';
import { clockTime, energy, type Manner, power } from '../../shared/text/format.ts';
import { windowText } from '../../shared/text/window-text.ts';
import { useAppContext } from '../app-context.ts';
import { type Painting, type PictureData, pictureOf, rowsOf, summaryOf } from './picture.ts';

const tableRows = 8;

/** Power over energy of one charge, and the same in words for those who do not see it. */
export function SessionPicture({ session }: { readonly session: LiveSession }) {
  const { manner } = useAppContext();
  const data = useMemo(() => pictureOf(session), [session]);
  if (!data) return null;
  return (
    <figure className="picture">
      <Canvas data={data} label={labelOf(session, manner)} />
      <PictureTable session={session} />
    </figure>
  );
}

function Canvas({ data, label }: { readonly data: PictureData; readonly label: string }) {
  const { paint, manner } = useAppContext();
  const place = useRef<HTMLDivElement>(null);
  const painting = useRef<Painting>(undefined);
  const newest = useRef(data);
  newest.current = data;

  useEffect(() => {
    if (!place.current) return;
    const drawn = paint(place.current, newest.current, manner);
    painting.current = drawn;
    return () => {
      painting.current = undefined;
      drawn.remove();
    };
  }, [paint, manner]);
  useEffect(() => painting.current?.update(data), [data]);

  return <div className="picture-place" ref={place} role="img" aria-label={label} />;
}

function PictureTable({ session }: { readonly session: LiveSession }) {
  const { manner } = useAppContext();
  const words = windowText.picture;
  return (
    <div className="visually-hidden">
      <table>
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.power}</th>
            <th scope="col">{words.energy}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(session, tableRows).map(({ at, powerW, energyWh }) => (
            <tr key={at}>
              <th scope="row">{clockTime(at, at, manner)}</th>
              <td>{powerW === undefined ? words.unknown : power(powerW, manner)}</td>
              <td>{energyWh === undefined ? words.unknown : energy(energyWh, manner)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function labelOf(session: LiveSession, manner: Manner): string {
  const summary = summaryOf(session);
  if (!summary) return windowText.picture.title;
  const { from, to, highestW, energyWh } = summary;
  return [
    windowText.picture.span(clockTime(from, to, manner), clockTime(to, to, manner)),
    highestW === undefined ? [] : windowText.picture.highest(power(highestW, manner)),
    energyWh === undefined ? [] : windowText.picture.sum(energy(energyWh, manner)),
  ]
    .flat()
    .join(' ');
}
