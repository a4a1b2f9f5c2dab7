import { useCallback, useMemo, useRef, useState } from 'react';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { HistoryCharger, Period } from '../../shared/domain/session/history.ts';
import { exhaustive } from '../../shared/exhaustive.ts';
import { messages } from '../../shared/text/messages.ts';
import { useAppContext } from '../app-context.ts';
import { BarsPicture } from '../charts/BarsPicture.tsx';
import { Select } from '../components/basic/Select.tsx';
import { SwitchRow } from '../components/basic/SwitchRow.tsx';
import { HistoryTools } from '../components/export/HistoryTools.tsx';
import { historyKeyOf } from '../components/history/charger-key.ts';
import { SessionList } from '../components/history/SessionList.tsx';
import { SpanSwitch, UnitSwitch } from '../components/history/SpanSwitch.tsx';
import { spanAt, zoneOf } from '../components/history/span.ts';
import { Tiles } from '../components/history/Tiles.tsx';
import { useChargers } from '../components/history/use-chargers.ts';
import { type Past, useHistoryPages } from '../components/history/use-history.ts';
import { pageSize } from '../components/history/use-sessions.ts';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import type { HistoryPlace, Places } from '../use-place.ts';

interface Props {
  readonly state: AppState;
  readonly here: HistoryPlace;
  readonly places: Places;
}

/** All sessions of a month, a year or all time: their sums, a bar for each part, and each by itself. */
export function HistoryView({ state, here, places }: Props) {
  const { clock, formatOptions } = useAppContext();
  const chargers = useChargers(state);
  // On the way back from a session as many as were there before; later ones come page by page.
  const [firstShown] = useState(here.shown ?? pageSize);
  const [firstSpan] = useState(() => spanAt(clock.now(), 'month', zoneOf(formatOptions)));
  const span = here.span ?? firstSpan;
  const charger = chargerAt(here, state);
  const isSearched = (here.search ?? '').trim() !== '' || here.source !== undefined;
  const { past, isCurrent, more } = useHistoryPages({
    span,
    day: here.day,
    charger,
    changes: state.history.changes,
    atLeast: isSearched ? Number.POSITIVE_INFINITY : firstShown,
    withEmpty: here.withEmpty === true,
  });
  const { change, show, open } = useMoves(here, places);
  const names = useNames(chargers);
  return (
    <div className="history">
      <ViewTitle hidden>{messages.history.title}</ViewTitle>
      <div className="card history-sums" aria-busy={!isCurrent}>
        <div className="history-part history-top">
          <div className="history-head">
            <SpanSwitch span={span} onChange={(next) => show({ span: next })} />
            <UnitSwitch span={span} onChange={(next) => show({ span: next })} />
            {chargers.length > 1 && (
              <ChargerChoice
                chargers={chargers}
                charger={charger}
                onChoose={(key) => show({ charger: key, chargerId: undefined })}
              />
            )}
          </div>
          {past && past.totals.charges > 0 && <Tiles {...past} before={past.before} />}
        </div>
        {past && (
          <div className="history-part history-bars">
            {past.totals.charges > 0 && <PastBars past={past} here={here} show={show} />}
            <HistoryTools
              state={state}
              chargers={chargers}
              charger={charger}
              span={span}
              go={places.go}
            />
            <EmptyOnes
              count={past.empty ?? 0}
              isShown={here.withEmpty === true}
              onChange={(withEmpty) => change({ withEmpty, shown: pageSize })}
            />
          </div>
        )}
      </div>
      <SessionList
        past={past}
        isCurrent={isCurrent}
        place={here}
        names={names}
        amend={change}
        onMore={more}
        onOpen={open}
      />
    </div>
  );
}

interface BarsProps {
  readonly past: Past;
  readonly here: HistoryPlace;
  readonly show: (part: Partial<HistoryPlace>) => void;
}

/** A year's bar leads to its month and a bar of all to its year; a day narrows the list, or no more. */
function PastBars({ past, here, show }: BarsProps) {
  const { formatOptions } = useAppContext();
  const { span, periods, totals } = past;
  const { day } = here;
  const choose = useCallback(
    ({ from, to }: Period) => {
      const zone = zoneOf(formatOptions);
      switch (span.unit) {
        case 'month':
          return show({ day: day?.from === from ? undefined : { from, to } });
        case 'year':
          return show({ span: spanAt(from, 'month', zone) });
        case 'all':
          return show({ span: spanAt(from, 'year', zone) });
        default:
          return exhaustive(span);
      }
    },
    [span, day, show, formatOptions],
  );
  return (
    <BarsPicture span={span} periods={periods} totals={totals} chosen={day} onChoose={choose} />
  );
}

/** Changes of what is shown, and the way to one charge. The same functions at every drawing. */
function useMoves(here: HistoryPlace, { amend, go }: Places) {
  const newest = useRef(here);
  newest.current = here;
  const change = useCallback(
    (part: Partial<HistoryPlace>) => amend({ ...newest.current, ...part }),
    [amend],
  );
  /** Something else, from its beginning. */
  const show = useCallback(
    (part: Partial<HistoryPlace>) => change({ day: undefined, shown: pageSize, ...part }),
    [change],
  );
  const open = useCallback(
    (id: number) => {
      change({ opened: id });
      go({ view: 'session', id });
    },
    [change, go],
  );
  return { change, show, open };
}

interface EmptyProps {
  readonly count: number;
  readonly isShown: boolean;
  readonly onChange: (isShown: boolean) => void;
}

/** Sessions without energy are no charges, but their owner may look for one. */
function EmptyOnes({ count, isShown, onChange }: EmptyProps) {
  if (count === 0) return null;
  const label = messages.history.list.showEmpty(count);
  return <SwitchRow label={label} checked={isShown} onChange={onChange} />;
}

interface ChoiceProps {
  readonly chargers: readonly HistoryCharger[];
  readonly charger: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

function ChargerChoice({ chargers, charger, onChoose }: ChoiceProps) {
  const all = ['', messages.history.allChargers] as const;
  return (
    <Select
      label={messages.history.charger}
      isLabelHidden
      options={[all, ...chargers.map(({ key, name }) => [key, name] as const)]}
      value={charger ?? ''}
      onChoose={(key) => onChoose(key === '' ? undefined : key)}
    />
  );
}

function useNames(chargers: readonly HistoryCharger[]): ReadonlyMap<string, string> {
  return useMemo(
    () => new Map(chargers.length > 1 ? chargers.map(({ key, name }) => [key, name]) : []),
    [chargers],
  );
}

/** The charger that was asked for, by the history's name for it. */
function chargerAt(here: HistoryPlace, { chargers }: AppState): string | undefined {
  if (here.chargerId === undefined) return here.charger;
  const found = chargers.find(({ id }) => id === here.chargerId);
  return found ? historyKeyOf(found) : here.chargerId;
}
