import { CSPProvider } from '@base-ui/react/csp-provider';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { AppState } from '../shared/domain/app-state.ts';
import { windowText } from '../shared/text/window-text.ts';
import { ArrivalContext } from './parts/shell/arrival.ts';
import { ErrorBoundary } from './parts/shell/ErrorBoundary.tsx';
import { Header } from './parts/shell/Header.tsx';
import { LiveWords } from './parts/shell/LiveWords.tsx';
import { Mishap } from './parts/shell/Mishap.tsx';
import { Troubles } from './parts/shell/Troubles.tsx';
import { useEscape } from './parts/shell/use-escape.ts';
import {
  type Surroundings,
  SurroundingsContext,
  type Tell,
  TellContext,
  useSurroundings,
} from './surroundings.ts';
import { type StateSource, useAppState } from './use-app-state.ts';
import { usePastView } from './use-past-view.ts';
import { isPast, type PastPlace, type Place, type Places, usePlace } from './use-place.ts';
import { AddView } from './views/AddView.tsx';
import { BrokenView } from './views/BrokenView.tsx';
import { ChargersView } from './views/ChargersView.tsx';
import { SettingsView } from './views/SettingsView.tsx';
import { SignInView } from './views/SignInView.tsx';

interface Props {
  readonly surroundings: Surroundings;
  readonly source: StateSource;
}

/** The whole window: a view of the state, and calls back to the app. */
export function App({ surroundings, source }: Props) {
  return (
    <CSPProvider disableStyleElements>
      <SurroundingsContext value={surroundings}>
        <Window source={source} />
      </SurroundingsContext>
    </CSPProvider>
  );
}

/** Listens outside the boundary, so that after a fault the next state is not missed. */
function Window({ source }: { readonly source: StateSource }) {
  const known = useAppState(source);
  if (known.kind === 'failed') return <BrokenView why="noAnswer" />;
  if (known.kind === 'waiting') {
    return <main className="page soft">{windowText.header.starting}</main>;
  }
  return (
    <ErrorBoundary fallback={(again) => <BrokenView why="fault" onAgain={again} />}>
      <Page state={known.state} />
    </ErrorBoundary>
  );
}

function Page({ state }: { readonly state: AppState }) {
  const places = usePlace(state.goTo);
  const { tell, failed } = useTelling();
  const { here, canGoBack, back, arrivals } = places;
  const PastView = usePastView(isPast(here));
  const leave = useCallback(() => {
    if (canGoBack) back();
    else void tell('closeWindow', undefined);
  }, [canGoBack, back, tell]);
  useEscape(leave);
  const focusElsewhere = focusesInside(here);
  const arrival = useMemo(() => ({ arrivals, focusElsewhere }), [arrivals, focusElsewhere]);
  return (
    <TellContext value={tell}>
      <ArrivalContext value={arrival}>
        <div className="page">
          <Header places={places} />
          <LiveWords chargers={state.chargers} />
          <Mishap shown={failed} />
          <Troubles state={state} here={here} go={places.go} />
          <main className="view">
            {isPast(here)
              ? PastView && <PastView state={state} here={here} places={places} />
              : viewOf(state, here, places)}
          </main>
        </div>
      </ArrivalContext>
    </TellContext>
  );
}

/** Whether something within the view takes the focus: the charger or the charge one comes to. */
function focusesInside(here: Place): boolean {
  if (here.view === 'chargers') return here.chargerId !== undefined;
  return here.view === 'history' && here.opened !== undefined;
}

function viewOf(state: AppState, here: Exclude<Place, PastPlace>, places: Places): ReactNode {
  const { arrivals, go, back } = places;
  const toChargers = () => go({ view: 'chargers' });
  if (here.view === 'settings') return <SettingsView state={state} go={go} />;
  if (here.view === 'add') return <AddView state={state} onDone={toChargers} />;
  if (here.view === 'signIn') {
    const account = state.accounts.find((one) => one.id === here.accountId);
    const key = `${here.accountId} ${arrivals}`;
    const atOnce = here.atOnce ?? false;
    const view = { state, atOnce, onDone: back };
    if (account) return <SignInView key={key} account={account} {...view} />;
  }
  if (state.accounts.length === 0) return <AddView state={state} onDone={toChargers} />;
  return <ChargersView state={state} places={places} />;
}

/** Calls that never throw; the newest that failed at the border is remembered until one succeeds. */
function useTelling(): { readonly tell: Tell; readonly failed: boolean } {
  const { call } = useSurroundings();
  const [failed, setFailed] = useState(false);
  const tell = useCallback<Tell>(
    async (name, request) => {
      const got = await call(name, request);
      setFailed(!got.ok);
      return got;
    },
    [call],
  );
  return { tell, failed };
}
