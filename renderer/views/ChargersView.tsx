import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import { windowText } from '../../shared/text/window-text.ts';
import { ChargerCard } from '../components/charger/ChargerCard.tsx';
import { isLocal } from '../components/charger/local.ts';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import type { Places } from '../use-place.ts';

interface Props {
  readonly state: AppState;
  readonly places: Places;
}

/** A card for each charger. */
export function ChargersView({ state, places }: Props) {
  const { here, arrivals, go } = places;
  const accountOf = ({ accountId }: ChargerState) =>
    state.accounts.find(({ id }) => id === accountId);
  const sentTo = here.view === 'chargers' ? here.chargerId : undefined;
  return (
    <>
      <ViewTitle hidden>{windowText.header.chargers}</ViewTitle>
      {state.chargers.map((charger) => (
        <ChargerCard
          key={charger.id}
          charger={charger}
          sentHere={charger.id === sentTo ? arrivals : undefined}
          local={isLocal(accountOf(charger))}
          onHistory={() => go({ view: 'history', chargerId: charger.id })}
          onSignIn={(atOnce) =>
            go({ view: 'signIn', accountId: charger.accountId, ...(atOnce && { atOnce }) })
          }
        />
      ))}
      {isLooking(state) && <p className="soft empty">{windowText.charger.looking}</p>}
    </>
  );
}

/** Whether chargers may still turn up. Why there are none is said among the troubles. */
function isLooking({ accounts, chargers }: AppState): boolean {
  if (chargers.length > 0) return false;
  return accounts.some(
    ({ signIn, trouble, empty }) => signIn !== 'signInNeeded' && !trouble && !empty,
  );
}
