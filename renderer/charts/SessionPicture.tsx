import { useEffect, useMemo, useRef } from 'react';
import type { LiveSession } from '../../shared/domain/session/live-session.ts';
import { clockTime, energy, type FormatOptions, power } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { useAppContext } from '../app-context.ts';
import { type Painting, type PictureData, pictureOf, rowsOf, summaryOf } from './picture.ts';

const tableRows = 8;

interface Props {
  readonly session: LiveSession;
  /** When it is expected to end, epoch ms. */
  readonly until?: number | undefined;
  /** Room is kept while there is too little for a picture. */
  readonly isReserved: boolean;
}

/** Power over energy of one session, and the same in words for those who do not see it. */
export function SessionPicture({ session, until, isReserved }: Props) {
  const { formatOptions } = useAppContext();
  const data = useMemo(() => pictureOf(session, until), [session, until]);
  if (!data) return isReserved ? <div className="picture-place" /> : null;
  return (
    <figure className="picture">
      <Canvas data={data} label={labelOf(session, formatOptions)} />
      <PictureTable session={session} />
    </figure>
  );
}

function Canvas({ data, label }: { readonly data: PictureData; readonly label: string }) {
  const { paint, formatOptions } = useAppContext();
  const place = useRef<HTMLDivElement>(null);
  const painting = useRef<Painting>(undefined);
  const newest = useRef(data);
  newest.current = data;

  useEffect(() => {
    if (!place.current) return;
    const drawn = paint(place.current, newest.current, formatOptions);
    painting.current = drawn;
    return () => {
      painting.current = undefined;
      drawn.remove();
    };
  }, [paint, formatOptions]);
  useEffect(() => painting.current?.update(data), [data]);

  return <div className="picture-place" ref={place} role="img" aria-label={label} />;
}

function PictureTable({ session }: { readonly session: LiveSession }) {
  const { formatOptions } = useAppContext();
  const words = messages.window.picture;
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
              <th scope="row">{clockTime(at, at, formatOptions)}</th>
              <td>{powerW === undefined ? words.unknown : power(powerW, formatOptions)}</td>
              <td>{energyWh === undefined ? words.unknown : energy(energyWh, formatOptions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function labelOf(session: LiveSession, formatOptions: FormatOptions): string {
  const summary = summaryOf(session);
  if (!summary) return messages.window.picture.title;
  const { from, to, highestW, energyWh } = summary;
  return [
    messages.window.picture.span({
      from: clockTime(from, to, formatOptions),
      to: clockTime(to, to, formatOptions),
    }),
    highestW === undefined ? [] : messages.window.picture.highest(power(highestW, formatOptions)),
    energyWh === undefined ? [] : messages.window.picture.sum(energy(energyWh, formatOptions)),
  ]
    .flat()
    .join(' ');
}
