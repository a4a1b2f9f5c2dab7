import { memo, type RefObject, useDeferredValue, useId, useMemo } from 'react';
import type { Session } from '../../../shared/domain/session/history.ts';
import { keysOf } from '../../keys-of.ts';
import type { Formats } from './formats.ts';
import { chunksOf, type DayGroup, daysOf, isSameDays } from './listing.ts';
import { SessionRow } from './SessionRow.tsx';

interface Props {
  readonly listed: readonly Session[];
  readonly place: RefObject<HTMLDivElement | null>;
  /** Then the session that is returned from has to be there at once, wherever it stands. */
  readonly isReturn: boolean;
  /** By key; empty where there is only one charger. */
  readonly names: ReadonlyMap<string, string>;
  readonly hasSource: boolean;
  /** The years are part of the days' names. */
  readonly hasYears: boolean;
  readonly formats: Formats;
  readonly onOpen: (id: number) => void;
}

/** As they are drawn, px: what is not laid out yet takes as much room. */
const rowHeight = 53;
const noteHeight = 17;
const headingHeight = 34;
/** As many as a window of usual height shows below its sums. */
const firstRows = 6;

/** Sessions under their days. First those that can be in sight; the rest when these are drawn. */
export function SessionRows({ listed, place, isReturn, ...each }: Props) {
  const rows = useDeferredValue(listed, isReturn ? listed : listed.slice(0, firstRows));
  const { longDay } = each.formats;
  const chunks = useMemo(() => chunksOf(daysOf(rows, longDay)), [rows, longDay]);
  return (
    <div className="sessions" ref={place}>
      {chunks.map((days) => (
        <Chunk key={days[0]?.sessions[0]?.id} days={days} {...each} />
      ))}
    </div>
  );
}

type Each = Omit<Props, 'listed' | 'place' | 'isReturn'>;
type ChunkProps = Each & { readonly days: readonly DayGroup[] };

/** Days that are laid out together. When more come at the end, the others are not drawn again. */
const Chunk = memo(function Chunk({ days, ...each }: ChunkProps) {
  return (
    <div className="chunk" style={{ containIntrinsicHeight: heightOf(days) }}>
      {days.map((day) => (
        <Day key={day.sessions[0]?.id} day={day} {...each} />
      ))}
    </div>
  );
}, isSameChunk);

function isSameChunk(
  { days, ...one }: ChunkProps,
  { days: others, ...other }: ChunkProps,
): boolean {
  return keysOf(one).every((key) => one[key] === other[key]) && isSameDays(days, others);
}

type DayProps = Each & { readonly day: DayGroup };

function Day({ day, names, hasYears, formats, hasSource, onOpen }: DayProps) {
  const id = useId();
  const { sessions, isContinued } = day;
  const at = sessions[0]?.startedAt ?? 0;
  return (
    <>
      <h3 id={id} className={isContinued ? 'visually-hidden' : 'day-name'}>
        {hasYears ? formats.longDay(at) : formats.weekday(at)}
      </h3>
      <ul aria-labelledby={id}>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            charger={names.get(session.charger)}
            hasSource={hasSource}
            formats={formats}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </>
  );
}

function heightOf(chunk: readonly DayGroup[]): number {
  const rows = chunk.reduce((count, { sessions }) => count + sessions.length, 0);
  const notes = chunk.reduce((count, { sessions }) => count + sessions.filter(hasNote).length, 0);
  const headings = chunk.filter(({ isContinued }) => !isContinued).length;
  return rows * rowHeight + notes * noteHeight + headings * headingHeight;
}

function hasNote({ note }: Session): boolean {
  return note !== undefined;
}
