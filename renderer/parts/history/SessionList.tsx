import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import type { Session, SessionSource } from '../../../shared/domain/history.ts';
import { historyText, sourceLabels } from '../../../shared/text/history-text.ts';
import { keysOf } from '../../keys-of.ts';
import type { HistoryPlace } from '../../use-place.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Select } from '../basic/Select.tsx';
import { useFormats } from './formats.ts';
import { narrowed } from './listing.ts';
import { SessionRow } from './SessionRow.tsx';
import { useInSight } from './use-in-sight.ts';
import { pageSize, type Sessions } from './use-sessions.ts';

interface Props {
  readonly sessions: Sessions;
  readonly place: HistoryPlace;
  /** By key; empty where there is only one. */
  readonly names: ReadonlyMap<string, string>;
  /** How many there are in the whole range. */
  readonly count: number;
  /** What is said where there are none at all. */
  readonly none: ReactNode;
  readonly amend: (change: Partial<HistoryPlace>) => void;
  readonly onOpen: (id: number) => void;
}

const words = historyText.list;
/** Rows that are laid out, or left out, together: they need not be few, but not thousands. */
const chunkSize = 50;
const rowHeight = 57;

/** The charges of a range, newest first; more of them as one scrolls. */
export function SessionList(props: Props) {
  const { sessions, place, names, count, none, amend, onOpen } = props;
  const formats = useFormats();
  const headingId = useId();
  const { search = '', source, shown = pageSize } = place;
  const rows = sessions.rows ?? [];
  const found = useMemo(() => {
    const wordsOf = ({ charger, startedAt }: Session) =>
      `${names.get(charger) ?? ''} ${formats.longDay(startedAt)} ${formats.day(startedAt)}`;
    return narrowed(rows, { search, source, wordsOf });
  }, [rows, names, search, source, formats]);
  const isNarrowed = search.trim() !== '' || source !== undefined;
  const hasMore = found.length > shown || sessions.hasMore;
  const more = () => {
    if (found.length > shown) amend({ shown: shown + pageSize });
    else sessions.more();
  };
  const list = useReturn(place.opened, sessions.rows !== undefined);
  if (!sessions.rows) return <p className="soft empty">{words.loading}</p>;
  if (rows.length === 0 && !isNarrowed) return none;
  return (
    <section className="card" aria-labelledby={headingId} aria-busy={!sessions.isCurrent}>
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
        <div className="sessions" ref={list}>
          {chunksOf(found.slice(0, shown)).map((chunk) => (
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
      )}
      {hasMore && <More rows={rows} shown={shown} onMore={more} />}
    </section>
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
function useReturn(opened: number | undefined, isThere: boolean) {
  const list = useRef<HTMLDivElement>(null);
  const first = useRef(opened);
  useEffect(() => {
    if (first.current === undefined || !isThere) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-session="${first.current}"]`);
    first.current = undefined;
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [isThere]);
  return list;
}

function chunksOf(sessions: readonly Session[]): readonly (readonly Session[])[] {
  const count = Math.ceil(sessions.length / chunkSize);
  return Array.from({ length: count }, (_, place) =>
    sessions.slice(place * chunkSize, (place + 1) * chunkSize),
  );
}
