import { useState } from 'react';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useFetched } from '../../use-fetched.ts';
import type { Places } from '../../use-place.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { type Span, zoneOf } from '../history/span.ts';
import { periodOfSpan } from '../statement/period.ts';
import { DeletedPanel } from './DeletedPanel.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { FetchPanel } from './FetchPanel.tsx';

interface Props {
  readonly state: AppState;
  readonly chargers: readonly HistoryCharger[];
  /** Undefined: all of them. */
  readonly charger: string | undefined;
  readonly span: Span;
  readonly go: Places['go'];
}

const words = () => messages.history.tools;

/** What can be done with the charges that are shown: a file, a statement, prices, the cloud. */
export function HistoryTools({ state, chargers, charger, span, go }: Props) {
  const { clock, formatOptions } = useAppContext();
  const [panel, setPanel] = useState<'export' | 'fetch' | 'deleted'>();
  const toggle = (which: 'export' | 'fetch' | 'deleted') =>
    setPanel((open) => (open === which ? undefined : which));
  const deleted = useFetched('deletedSessions', undefined, state.history.changes).answer ?? [];
  const one = chargers.find(({ key }) => key === charger) ?? chargers[0];
  if (!one) return null;
  const inScope = charger === undefined ? chargers : [one];
  const fetchable = inScope.filter(({ brand }) =>
    state.brands.some((its) => its.brand === brand && its.fetchesSessions),
  );
  const toStatement = () =>
    go({
      view: 'statement',
      chargers: inScope.map(({ key }) => key),
      period: periodOfSpan(span, clock.now(), zoneOf(formatOptions)),
    });
  return (
    <>
      <div className="buttons">
        <ActionButton onPress={toStatement}>{words().statement}</ActionButton>
        <ActionButton expanded={panel === 'export'} onPress={() => toggle('export')}>
          {words().export}
        </ActionButton>
      </div>
      {panel === 'export' && (
        <ExportPanel
          span={span}
          charger={charger === undefined ? undefined : one}
          exported={state.history.exported}
        />
      )}
      <div className="card-foot tools">
        <ActionButton look="word" onPress={() => go({ view: 'prices', charger: one.key })}>
          {words().prices}
        </ActionButton>
        {fetchable.length > 0 && (
          <ActionButton look="word" expanded={panel === 'fetch'} onPress={() => toggle('fetch')}>
            {words().fetch}
          </ActionButton>
        )}
        {deleted.length > 0 && (
          <ActionButton
            look="word"
            expanded={panel === 'deleted'}
            onPress={() => toggle('deleted')}
          >
            {messages.deletedSessions.open(deleted.length)}
          </ActionButton>
        )}
      </div>
      {panel === 'deleted' && deleted.length > 0 && <DeletedPanel deleted={deleted} />}
      {panel === 'fetch' &&
        fetchable.map((each) => (
          <FetchPanel key={each.key} charger={each} isNamed={chargers.length > 1} span={span} />
        ))}
    </>
  );
}
