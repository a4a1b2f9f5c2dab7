import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { AppState } from '../shared/domain/app/app-state.ts';
import { messages } from '../shared/text/messages.ts';
import {
  type AppContext,
  CurrentAppContext,
  type Tell,
  TellContext,
  useAppContext,
  useAppContextIn,
} from './app-context.ts';
import { ErrorBoundary } from './components/shell/ErrorBoundary.tsx';
import { ArrivalContext } from './components/shell/focus-target.ts';
import { Header } from './components/shell/Header.tsx';
import { IpcError } from './components/shell/IpcErrorPanel.tsx';
import { LiveWords } from './components/shell/LiveWords.tsx';
import { Troubles } from './components/shell/Troubles.tsx';
import { useEscape } from './components/shell/use-escape.ts';
import { useKeys } from './components/shell/use-keys.ts';
import { type StateSource, useAppState } from './use-app-state.ts';
import { type Controls, ControlsContext, fetchControls, fetchPastView } from './use-later.ts';
import { useLater } from './use-part.ts';
import { isPast, type PastPlace, type Place, type Places, usePlace } from './use-place.ts';
import { BrokenView } from './views/BrokenView.tsx';
import { ChargersView } from './views/ChargersView.tsx';

interface Props {
  readonly appContext: AppContext;
  readonly source: StateSource;
}

/** The whole window: a view of the state, and calls back to the app. */
export function App({ appContext, source }: Props) {
  return (
    <CurrentAppContext value={appContext}>
      <Window source={source} />
    </CurrentAppContext>
  );
}

/** Listens outside the boundary, so that after a fault the next state is not missed. */
function Window({ source }: { readonly source: StateSource }) {
  const known = useAppState(source);
  if (known.kind === 'failed') return <BrokenView why="noAnswer" />;
  if (known.kind === 'waiting') {
    return <main className="page soft">{messages.window.header.starting}</main>;
  }
  return (
    <ErrorBoundary fallback={(again) => <BrokenView why="fault" onAgain={again} />}>
      <Written state={known.state}>
        <Page state={known.state} stuckSince={known.stuckSince} />
      </Written>
    </ErrorBoundary>
  );
}

/** Whatever is kept for a way of writing goes with the zone: days begin at another time in another. */
function Written({ state, children }: { readonly state: AppState; readonly children: ReactNode }) {
  const appContext = useAppContextIn(state);
  useLayoutEffect(() => {
    document.documentElement.lang = messages.code;
  });
  return <CurrentAppContext value={appContext}>{children}</CurrentAppContext>;
}

interface PageProps {
  readonly state: AppState;
  readonly stuckSince: number | undefined;
}

function Page({ state, stuckSince }: PageProps) {
  const places = usePlace(state.goTo);
  const { tell, failed } = useTelling();
  const { here, canGoBack, back, arrivals } = places;
  const controls = useLater(fetchControls, !isPast(here) && !showsChargers(state, here));
  const PastView = useLater(fetchPastView, isPast(here));
  const leave = useCallback(() => {
    if (canGoBack) back();
    else void tell('closeWindow', undefined);
  }, [canGoBack, back, tell]);
  useEscape(leave);
  useEffect(() => controls?.keepFocus(), [controls]);
  useKeys({ go: places.go, tell, zoom: state.settings.zoom });
  const focusElsewhere = focusesInside(here);
  const focusTarget = useMemo(() => ({ arrivals, focusElsewhere }), [arrivals, focusElsewhere]);
  return (
    <TellContext value={tell}>
      <ArrivalContext value={focusTarget}>
        <ControlsContext value={controls}>
          <div className={isWide(here) ? 'page wide' : 'page'}>
            <Header places={places} />
            <LiveWords chargers={state.chargers} />
            <IpcError shown={failed} />
            {controls && <controls.LinkNote state={state} />}
            {controls && <controls.UpdateLine {...{ state, here }} go={places.go} />}
            <Troubles {...{ state, stuckSince, here }} go={places.go} />
            <main className="view">
              {isPast(here)
                ? PastView && <PastView state={state} here={here} places={places} />
                : viewOf({ state, here, places, controls })}
            </main>
          </div>
        </ControlsContext>
      </ArrivalContext>
    </TellContext>
  );
}

/** Whether something within the view takes the focus: the charger or the charge one comes to. */
function focusesInside(here: Place): boolean {
  if (here.view === 'chargers') return here.chargerId !== undefined;
  return here.view === 'history' && here.opened !== undefined;
}

function isWide({ view }: Place): boolean {
  return ['chargers', 'history', 'settings'].includes(view);
}

/** The view of all chargers, which is there at once. */
function showsChargers(state: AppState, here: Exclude<Place, PastPlace>): boolean {
  if (['settings', 'licences', 'add'].includes(here.view)) return false;
  if (state.accounts.length === 0) return false;
  return here.view !== 'signIn' || !state.accounts.some(({ id }) => id === here.accountId);
}

interface Viewed {
  readonly state: AppState;
  readonly here: Exclude<Place, PastPlace>;
  readonly places: Places;
  readonly controls: Controls | undefined;
}

function viewOf({ state, here, places, controls }: Viewed): ReactNode {
  if (showsChargers(state, here)) return <ChargersView state={state} places={places} />;
  if (!controls) return null;
  const { arrivals, go, back } = places;
  if (here.view === 'settings')
    return <controls.SettingsView {...{ state, go }} page={here.page} />;
  if (here.view === 'licences') return <controls.LicencesView />;
  const account = here.view === 'signIn' && state.accounts.find(({ id }) => id === here.accountId);
  if (!account) {
    // By the state in which it was typed: a moment later the account is there.
    const welcome = state.accounts.length === 0 && { welcome: true as const };
    const onDone = () => go({ view: 'chargers', ...welcome });
    return <controls.AddView state={state} onDone={onDone} />;
  }
  const atOnce = here.view === 'signIn' && (here.atOnce ?? false);
  const key = `${account.id} ${arrivals}`;
  return <controls.SignInView key={key} {...{ state, account, atOnce }} onDone={back} />;
}

/** Calls that never throw; the newest that failed at the border is remembered until one succeeds. */
function useTelling(): { readonly tell: Tell; readonly failed: boolean } {
  const { call } = useAppContext();
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
