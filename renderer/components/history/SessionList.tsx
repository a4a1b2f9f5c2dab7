import { memo, type RefObject, useDeferredValue, useEffect, useId, useMemo, useRef } from 'react';
import type { Session, SessionSource } from '../../../shared/domain/session/history.ts';
import { historyText, sourceLabels } from '../../../shared/text/history-text.ts';
import { keysOf } from '../../keys-of.ts';
import type { HistoryPlace } from '../../use-place.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Select } from '../basic/Select.tsx';
import { type Formats, useFormats } from './formats.ts';
import { narrowed } from './listing.ts';
import { NoCharges } from './NoCharges.tsx';
import { SessionRow } from './SessionRow.tsx';
import type { Past } from './use-history.ts';
import { useInSight } from './use-in-sight.ts';
import { pageSize } from './use-sessions.ts';

interface Props {
  /** Undefined until something is known. */
  readonly past: Past | undefined;
  readonly isCurrent: boolean;
  readonly place: HistoryPlace;
  /** By key; empty where there is only one. */
  readonly names: ReadonlyMap<string, string>;
  readonly amend: (change: Partial<HistoryPlace>) => void;
  readonly onMore: () => void;
  readonly onOpen: (id: number) => void;
}

const words = historyText.list;
/** Rows that are laid out, or left out, together: they need not be few, but not thousands. */
const chunkSize = 50;
const rowHeight = 57;
/** As many as a window of usual height shows below its sums. */
const firstRows = 6;

/** The charges of a range, newest first; more of them as one scrolls. */
export const SessionList = memo(function SessionList({ past, ...props }: Props) {
  if (!past) return <p className="soft empty looking">{words.loading}</p>;
  return <Sessions past={past} {...props} />;
});

function Sessions(props: Props & { readonly past: Past }) {
  const { past, isCurrent, place, names, amend, onMore, onOpen } = props;
  const formats = useFormats();
  const headingId = useId();
  const { search = '', source, shown = pageSize } = place;
  const { rows } = past;
  const count = past.totals.charges;
  const found = useMemo(() => {
    const wordsOf = ({ charger, startedAt }: Session) =>
      `${names.get(charger) ?? ''} ${formats.longDay(startedAt)} ${formats.day(startedAt)}`;
    return narrowed(rows, { search, source, wordsOf });
  }, [rows, names, search, source, formats]);
  const isNarrowed = search.trim() !== '' || source !== undefined;
  const hasMore = found.length > shown || past.hasMore;
  const more = () => {
    if (found.length > shown) amend({ shown: shown + pageSize });
    else onMore();
  };
  const list = useReturn(place.opened);
  const listed = useMemo(() => found.slice(0, shown), [found, shown]);
  if (rows.length === 0 && !isNarrowed) return <NoCharges span={past.span} />;
  return (
    <section className="card" aria-labelledby={headingId} aria-busy={!isCurrent}>
      <div className="list-head">
        <h2 id={headingId}>{historyText.list.title}</h2>
        <p className="soft small" role="status">
          {isNarrowed ? words.shown(found.length, words.count(count)) : words.count(count)}
        </p>
      </div>
      <Narrow place={place} rows={rows} amend={amend} />
      {found.length === 0 ? (
        <NothingFound onClear={() => amend({ search: '', source: undefined })} />
      ) : (
        <Rows
          key={JSON.stringify([past.span, past.charger])}
          listed={listed}
          place={list}
          isReturn={place.opened !== undefined}
          names={names}
          formats={formats}
          onOpen={onOpen}
        />
      )}
      {hasMore && <More rows={rows} shown={shown} onMore={more} />}
    </section>
  );
}

interface RowsProps {
  readonly listed: readonly Session[];
  readonly place: RefObject<HTMLDivElement | null>;
  /** Then the charge that is returned from has to be there at once, wherever it stands. */
  readonly isReturn: boolean;
  readonly names: Props['names'];
  readonly formats: Formats;
  readonly onOpen: Props['onOpen'];
}

/** First those that can be in sight; the rest when these are on the screen. */
function Rows({ listed, place, isReturn, names, formats, onOpen }: RowsProps) {
  const rows = useDeferredValue(listed, isReturn ? listed : listed.slice(0, firstRows));
  return (
    <div className="sessions" ref={place}>
      {chunksOf(rows).map((chunk) => (
        <ul
          key={chunk[0]?.id}
          className="chunk"
          style={{ containIntrinsicHeight: chunk.length * rowHeight }}
        >
          {chunk.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              charger={names.get(session.charger)}
              formats={formats}
              onOpen={onOpen}
            />
          ))}
        </ul>
      ))}
    </div>
  );
}

interface NarrowProps {
  readonly place: HistoryPlace;
  readonly rows: readonly Session[];
  readonly amend: Props['amend'];
}

/** Search and filter. The filter is there once there is something to tell apart. */
function Narrow({ place, rows, amend }: NarrowProps) {
  const { search = '', source } = place;
  const isMixed = source !== undefined || rows.some((row) => row.source !== rows[0]?.source);
  return (
    <div className={isMixed ? 'narrow with-source' : 'narrow'}>
      <input
        type="search"
        className="field"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={(event) => amend({ search: event.currentTarget.value, shown: pageSize })}
      />
      {isMixed && (
        <Select
          label={words.source}
          isLabelHidden
          options={keysOf(sourceLabels).map((key) => [key, sourceLabels[key]] as const)}
          value={source ?? 'any'}
          onChoose={(value) => amend({ source: sourceNamed(value), shown: pageSize })}
        />
      )}
    </div>
  );
}

function sourceNamed(value: string): SessionSource | undefined {
  return keysOf(sourceLabels).find((key): key is SessionSource => key === value && key !== 'any');
}

function NothingFound({ onClear }: { readonly onClear: () => void }) {
  return (
    <div className="empty soft">
      <p>{words.notFound}</p>
      <ActionButton look="word" onPress={onClear}>
        {words.clear}
      </ActionButton>
    </div>
  );
}

interface MoreProps {
  readonly rows: readonly Session[];
  readonly shown: number;
  readonly onMore: () => void;
}

/** Comes into sight when the list has been scrolled through, and then presses itself. */
function More({ rows, shown, onMore }: MoreProps) {
  const place = useInSight(onMore, rows, shown);
  return (
    <div ref={place} className="more">
      <ActionButton look="word" onPress={onMore}>
        {words.more}
      </ActionButton>
    </div>
  );
}

/** On the way back from a charge the focus returns to its row. */
function useReturn(opened: number | undefined) {
  const list = useRef<HTMLDivElement>(null);
  const first = useRef(opened);
  useEffect(() => {
    if (first.current === undefined) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-session="${first.current}"]`);
    first.current = undefined;
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, []);
  return list;
}

function chunksOf(sessions: readonly Session[]): readonly (readonly Session[])[] {
  const count = Math.ceil(sessions.length / chunkSize);
  return Array.from({ length: count }, (_, place) =>
    sessions.slice(place * chunkSize, (place + 1) * chunkSize),
  );
}
