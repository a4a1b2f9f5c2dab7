import type { AppState } from '../../shared/domain/app/app-state.ts';
import { exhaustive } from '../../shared/exhaustive.ts';
import type { PastPlace, Places } from '../use-place.ts';
import { HistoryView } from './HistoryView.tsx';
import { MarketView } from './MarketView.tsx';
import { PricesView } from './PricesView.tsx';
import { SessionView } from './SessionView.tsx';
import { StatementView } from './StatementView.tsx';

/** What all of them need. */
export interface PastProps {
  readonly state: AppState;
  readonly here: PastPlace;
  readonly places: Places;
}

/** Everything about past sessions and prices. See `use-past-view.ts` for when it is loaded. */
export function PastView({ state, here, places }: PastProps) {
  switch (here.view) {
    case 'history':
      return <HistoryView state={state} here={here} places={places} />;
    case 'session':
      return <SessionView key={here.id} state={state} id={here.id} />;
    case 'statement':
      return <StatementView state={state} here={here} amend={places.amend} />;
    case 'prices':
      return <PricesView state={state} here={here} places={places} />;
    case 'market':
      return <MarketView state={state} />;
    default:
      return exhaustive(here);
  }
}
