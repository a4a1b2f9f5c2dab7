import { memo, useEffect, useId, useMemo, useRef } from 'react';
import type { Session, SessionSource } from '../../../shared/domain/session/history.ts';
import { messages } from '../../../shared/text/messages.ts';
import { keysOf } from '../../keys-of.ts';
import type { HistoryPlace } from '../../use-place.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Select } from '../basic/Select.tsx';
import { takesEscape } from '../shell/use-escape.ts';
import { type Formats, useFormats } from './formats.ts';
import { narrowed } from './listing.ts';
import { NoCharges } from './NoCharges.tsx';
import { SessionRows } from './SessionRows.tsx';
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

const words = () => messages.history.list;

/** The charges of a range, newest first; more of them as one scrolls. */
export const SessionList = memo(function SessionList({ past, ...props }: Props) {
  if (!past) return <p className="soft empty looking">{words().loading}</p>;
  return <Sessions past={past} {...props} />;
});

function Sessions(props: Props & { readonly past: Past }) {
  const { past, isCurrent, place, names, amend, onMore, onOpen } = props;
  const formats = useFormats();
  const headingId = useId();
  const { search = '', source, shown = pageSize } = place;
  const { rows, day, span } = past;
  const found = useFound(rows, { search, source, names, formats });
  const isNarrowed = search.trim() !== '' || source !== undefined;
  const hasMore = found.length > shown || past.hasMore;
  const more = () => {
    if (found.length > shown) amend({ shown: shown + pageSize });
    else onMore();
  };
  const heading = useRef<HTMLHeadingElement>(null);
  const clearDay = () => {
    amend({ day: undefined });
    // The chip goes, and must not take the focus with it.
    heading.current?.focus({ preventScroll: true });
  };
  const list = useReturn(place.opened);
  const listed = useMemo(() => found.slice(0, shown), [found, shown]);
  const isMixed = useMemo(() => rows.some((row) => row.source !== rows[0]?.source), [rows]);
  const hasSource = isMixed || source !== undefined;
  if (rows.length === 0 && !isNarrowed) return <NoCharges span={span} />;
  return (
    <section className="card session-list" aria-labelledby={headingId} aria-busy={!isCurrent}>
      <div className="list-head">
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          {words().title}
        </h2>
        <p className={isNarrowed ? 'soft small' : 'visually-hidden'} role="status">
          {countOf(past, isNarrowed ? found.length : undefined)}
        </p>
        {day && <DayChip day={formats.day(day.from)} onClear={clearDay} />}
        <Narrow place={place} hasSource={hasSource} amend={amend} />
      </div>
      {found.length === 0 ? (
        <NothingFound onClear={() => amend({ search: '', source: undefined })} />
      ) : (
        <SessionRows
          key={JSON.stringify([span, day, past.charger])}
          listed={listed}
          place={list}
          isReturn={place.opened !== undefined}
          names={names}
          hasSource={hasSource}
          hasYears={span.unit === 'all'}
          formats={formats}
          onOpen={onOpen}
        />
      )}
      {hasMore && <More rows={rows} shown={shown} onMore={more} />}
    </section>
  );
}

/** As the sums have it: rows may not all have been asked for. */
function countOf({ totals, periods, day }: Past, found: number | undefined): string {
  const ofDay = day && periods.find(({ from }) => from === day.from);
  const count = (ofDay ?? totals).charges;
  return found === undefined
    ? words().count(count)
    : words().shown({ shown: found, all: words().count(count) });
}

interface Sought {
  readonly search: string;
  readonly source: SessionSource | undefined;
  readonly names: Props['names'];
  readonly formats: Formats;
}

/** The rows that fit. What each can be found by is put into words once, however much is typed. */
function useFound(rows: readonly Session[], { search, source, names, formats }: Sought) {
  const wordsOf = useMemo(() => {
    const known = new WeakMap<Session, string>();
    return (session: Session) => {
      const said = known.get(session) ?? searchWords(session, names, formats);
      known.set(session, said);
      return said;
    };
  }, [names, formats]);
  return useMemo(
    () => narrowed(rows, { search, source, wordsOf }),
    [rows, search, source, wordsOf],
  );
}

function searchWords(session: Session, names: Props['names'], formats: Formats): string {
  const { charger, startedAt, tag, note, plannedSince } = session;
  const days = [formats.longDay(startedAt), formats.day(startedAt)];
  const marks = [
    tag && messages.tagLabels[tag],
    plannedSince !== undefined && messages.plannedSession.byPrice,
  ];
  const said = [names.get(charger), ...days, ...marks, note];
  return said.filter(Boolean).join(' ');
}

interface ChipProps {
  readonly day: string;
  readonly onClear: () => void;
}

/** The day to which the list is narrowed. Pressed, all days are there again. */
function DayChip({ day, onClear }: ChipProps) {
  return (
    <button
      type="button"
      className="chip"
      aria-label={messages.historySums.day(day)}
      onClick={onClear}
    >
      {day} <span aria-hidden="true">×</span>
    </button>
  );
}

interface NarrowProps {
  readonly place: HistoryPlace;
  /** There is something to tell apart. */
  readonly hasSource: boolean;
  readonly amend: Props['amend'];
}

/** Search and filter. */
function Narrow({ place, hasSource, amend }: NarrowProps) {
  const { search = '', source } = place;
  return (
    <div className="narrow">
      {hasSource && (
        <Select
          label={words().source}
          isLabelHidden
          options={keysOf(messages.sourceLabels).map(
            (key) => [key, messages.sourceLabels[key]] as const,
          )}
          value={source ?? 'any'}
          onChoose={(value) => amend({ source: sourceNamed(value), shown: pageSize })}
        />
      )}
      <input
        type="search"
        className="field"
        aria-label={words().search}
        placeholder={words().searchShort}
        value={search}
        // Escape empties it, as everywhere.
        {...(search !== '' && takesEscape)}
        onChange={(event) => amend({ search: event.currentTarget.value, shown: pageSize })}
      />
    </div>
  );
}

function sourceNamed(value: string): SessionSource | undefined {
  return keysOf(messages.sourceLabels).find(
    (key): key is SessionSource => key === value && key !== 'any',
  );
}

function NothingFound({ onClear }: { readonly onClear: () => void }) {
  return (
    <div className="empty soft">
      <p>{words().notFound}</p>
      <ActionButton look="word" onPress={onClear}>
        {words().clear}
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
        {words().more}
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
