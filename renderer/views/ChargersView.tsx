import { type CSSProperties, useState } from 'react';
import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import { messages } from '../../shared/text/messages.ts';
import { ActionButton } from '../components/basic/ActionButton.tsx';
import { ChargerCard } from '../components/charger/ChargerCard.tsx';
import { ChargerRow } from '../components/chargers/ChargerRow.tsx';
import { useOpened, useSteadyOrder } from '../components/chargers/ordering.ts';
import { Strip } from '../components/chargers/Strip.tsx';
import { useAsk } from '../components/controls/use-ask.ts';
import { type CommandAsked, commandAskedIn } from '../components/links/command-asked.ts';
import { type Planning, planningOf } from '../components/plan/planning.ts';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { useControls } from '../use-later.ts';
import type { Places } from '../use-place.ts';

interface Props {
  readonly state: AppState;
  readonly places: Places;
}

/** All chargers: one opened card, a row for each of the others. */
export function ChargersView({ state, places }: Props) {
  const { here, arrivals, amend, go } = places;
  const sentTo = here.view === 'chargers' ? here.chargerId : undefined;
  const controls = useControls();
  const asked = commandAskedIn(state);
  const { chargers, list } = useSteadyOrder(state.chargers);
  const { openedId, open } = useOpened(chargers);
  const [arrival, setArrival] = useState<{ readonly id: string }>();
  const [obeyed, setObeyed] = useState<number>();
  const arrive = (id: string) => {
    open(id);
    setArrival({ id });
  };
  // Set while rendering, as React advises: no frame of another card.
  if (sentTo !== undefined && arrivals !== obeyed) {
    setObeyed(arrivals);
    arrive(sentTo);
  }
  return (
    <>
      <ViewTitle hidden>{messages.window.header.chargers}</ViewTitle>
      {here.view === 'chargers' && here.welcome && (
        <Welcome state={state} onDone={() => amend({ view: 'chargers' })} />
      )}
      {controls && state.update?.asks && <controls.UpdateQuestion />}
      {chargers.length > 0 && <Strip state={state} />}
      <ul
        className={chargers.length === 1 ? 'chargers single' : 'chargers'}
        style={{ '--rows': chargers.length } as CSSProperties}
        aria-label={messages.window.header.chargers}
        {...list}
      >
        {chargers.map((charger) => (
          <ListedCharger
            key={charger.id}
            {...{ charger, go }}
            isOpen={charger.id === openedId}
            arrival={arrival?.id === charger.id ? arrival : undefined}
            local={accountOf(state, charger)?.kind === 'localDevice'}
            asked={asked?.chargerId === charger.id ? asked : undefined}
            planning={planningOf(state, charger, () => go({ view: 'market' }))}
            onOpen={() => arrive(charger.id)}
          />
        ))}
      </ul>
      <Hidden count={state.hiddenChargers?.length ?? 0} onPress={() => go({ view: 'settings' })} />
      {isLooking(state) && <p className="soft empty">{messages.window.charger.looking}</p>}
    </>
  );
}

interface WelcomeProps {
  readonly state: AppState;
  readonly onDone: () => void;
}

/** Once, after the first charger: where the app is when its window is closed. */
function Welcome({ state, onDone }: WelcomeProps) {
  const words = messages.chargers.welcome;
  if (state.tray === 'absent') return null;
  return (
    <section className="card welcome" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="soft">{words.body[state.app.platform]}</p>
      <ActionButton onPress={onDone}>{words.done}</ActionButton>
    </section>
  );
}

interface ListedProps {
  readonly charger: ChargerState;
  readonly isOpen: boolean;
  readonly arrival: object | undefined;
  readonly local: boolean;
  readonly asked: CommandAsked | undefined;
  readonly planning: Planning | undefined;
  readonly onOpen: () => void;
  readonly go: Places['go'];
}

/** A row, and the card where it is open: which of both is seen depends on the width. */
function ListedCharger(props: ListedProps) {
  const { charger, isOpen, asked, local, planning, onOpen, go } = props;
  const later = useControls();
  const asking = useAsk(charger.id);
  const { accountId, id } = charger;
  const onSignIn = (atOnce?: true) => go({ view: 'signIn', accountId, ...(atOnce && { atOnce }) });
  const onHistory = () => go({ view: 'history', chargerId: id });
  // The question takes the focus, not the card around it.
  const arrival = asked ? undefined : props.arrival;
  const question = asked && later && (
    <later.LinkQuestion key={asked.counter} {...{ charger, asked }} ask={asking.ask} />
  );
  return (
    <li className={isOpen ? 'listed is-open' : 'listed'}>
      <ChargerRow {...{ charger, isOpen, asking, onOpen, onSignIn }} />
      {isOpen && (
        <ChargerCard
          {...{ charger, question, asking, arrival, local, planning, onSignIn, onHistory }}
        />
      )}
    </li>
  );
}

/** What is hidden is not forgotten. */
function Hidden({ count, onPress }: { readonly count: number; readonly onPress: () => void }) {
  if (count === 0) return null;
  return (
    <p className="hidden-chargers">
      <ActionButton look="word" onPress={onPress}>
        {messages.chargers.hidden(count)}
      </ActionButton>
    </p>
  );
}

function accountOf({ accounts }: AppState, { accountId }: ChargerState) {
  return accounts.find(({ id }) => id === accountId);
}

/** Whether chargers may still turn up. Why there are none is said among the troubles. */
function isLooking({ accounts, chargers, hiddenChargers = [] }: AppState): boolean {
  if (chargers.length + hiddenChargers.length > 0) return false;
  return accounts.some(
    ({ signIn, trouble, empty }) => signIn !== 'signInNeeded' && !trouble && !empty,
  );
}
