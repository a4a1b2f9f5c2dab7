import { useCallback, useMemo, useRef, useState } from 'react';
import type { AppState } from '../../shared/domain/app-state.ts';
import type { HistoryCharger, Totals } from '../../shared/domain/history.ts';
import { historyText } from '../../shared/text/history-text.ts';
import { Select } from '../parts/basic/Select.tsx';
import { BarsPicture } from '../parts/history/BarsPicture.tsx';
import { historyKeyOf } from '../parts/history/charger-key.ts';
import { useFormats } from '../parts/history/formats.ts';
import { HistoryTools } from '../parts/history/HistoryTools.tsx';
import { SessionList } from '../parts/history/SessionList.tsx';
import { SpanSwitch, UnitSwitch } from '../parts/history/SpanSwitch.tsx';
import { boundsOf, type Span, spanAt, zoneOf } from '../parts/history/span.ts';
import { TotalsRow } from '../parts/history/TotalsRow.tsx';
import { useChargers } from '../parts/history/use-chargers.ts';
import { pageSize, useSessions } from '../parts/history/use-sessions.ts';
import { ViewTitle } from '../parts/shell/ViewTitle.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useFetched } from '../use-fetched.ts';
import type { HistoryPlace, Places } from '../use-place.ts';

interface Props {
  readonly state: AppState;
  readonly here: HistoryPlace;
  readonly places: Places;
}

const nothing: Totals = { charges: 0, energyWh: 0, chargingMs: 0, costs: [], withoutEnergy: 0 };

/** All charges of a month or a year: their sums, a bar for each day or month, and each by itself. */
export function HistoryView({ state, here, places }: Props) {
  const { clock, manner } = useSurroundings();
  const zone = zoneOf(manner);
  const { changes } = state.history;
  const chargers = useChargers(state);
  // On the way back from a charge as many as were there before; later ones come page by page.
  const [firstShown] = useState(here.shown ?? pageSize);
  const [firstSpan] = useState(() => spanAt(clock.now(), 'month', zone));
  const span = here.span ?? firstSpan;
  const charger = chargerAt(here, state);
  const query = { ...boundsOf(span, zone), ...(charger !== undefined && { charger }) };
  const by = span.unit === 'year' ? 'month' : 'day';
  const sums = useFetched('sumSessions', { query, by, zone }, changes);
  const isSearched = (here.search ?? '').trim() !== '' || here.source !== undefined;
  const sessions = useSessions({
    query,
    changes,
    atLeast: isSearched ? 5000 : firstShown,
  });
  const { go } = places;
  const { change, open } = useMoves(here, places);
  const totals = sums.answer?.totals ?? nothing;
  return (
    <>
      <ViewTitle hidden>{historyText.title}</ViewTitle>
      <div className="card" aria-busy={!sums.isCurrent}>
        <div className="history-head">
          <SpanSwitch span={span} onChange={(next) => change({ span: next, shown: pageSize })} />
          <UnitSwitch span={span} onChange={(next) => change({ span: next, shown: pageSize })} />
        </div>
        {chargers.length > 1 && (
          <ChargerChoice
            chargers={chargers}
            charger={charger}
            onChoose={(key) => change({ charger: key, chargerId: undefined, shown: pageSize })}
          />
        )}
        {totals.charges > 0 && <TotalsRow totals={totals} />}
        {totals.charges > 0 && (
          <BarsPicture span={span} periods={sums.answer?.periods ?? []} totals={totals} />
        )}
        <HistoryTools state={state} chargers={chargers} charger={charger} span={span} go={go} />
      </div>
      <SessionList
        sessions={sessions}
        place={here}
        names={useNames(chargers)}
        count={totals.charges}
        none={<NoCharges span={span} />}
        amend={change}
        onOpen={open}
      />
    </>
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
  const open = useCallback(
    (id: number) => {
      change({ opened: id });
      go({ view: 'session', id });
    },
    [change, go],
  );
  return { change, open };
}

interface ChoiceProps {
  readonly chargers: readonly HistoryCharger[];
  readonly charger: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

function ChargerChoice({ chargers, charger, onChoose }: ChoiceProps) {
  const all = ['', historyText.allChargers] as const;
  return (
    <Select
      label={historyText.charger}
      isLabelHidden
      options={[all, ...chargers.map(({ key, name }) => [key, name] as const)]}
      value={charger ?? ''}
      onChoose={(key) => onChoose(key === '' ? undefined : key)}
    />
  );
}

function NoCharges({ span }: { readonly span: Span }) {
  const { clock, manner } = useSurroundings();
  const formats = useFormats();
  const isOver = boundsOf(span, zoneOf(manner)).to <= clock.now();
  const { none, noneYet, byThemselves } = historyText.list;
  return (
    <p className="soft empty">
      {isOver ? none(formats.span(span)) : `${noneYet(formats.span(span))} ${byThemselves}`}
    </p>
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
