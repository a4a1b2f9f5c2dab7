import { useId } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { commandLabel } from '../../../shared/text/command-text.ts';
import { useControls } from '../../use-later.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Reasons, reasonIdOf } from '../charger/Reasons.tsx';
import { type Offer, offerOf, type PlainCommand, steeringOffers } from './offers.ts';
import type { Asking } from './use-ask.ts';

interface Props {
  readonly charger: ChargerState;
  readonly ask: Asking['ask'];
}

/** Everything a person wants to do with a charger from day to day. */
export function Controls({ charger, ask }: Props) {
  const id = useId();
  const buttons = steeringOffers(charger.reading);
  const limit = offerOf(charger.reading, 'setLimit');
  const solarMode = offerOf(charger.reading, 'setSolarMode');
  const later = useControls();
  const shared = { charger, ask };
  return (
    <>
      <div className="buttons">
        {buttons.map((offer, place) => (
          <ActionButton
            // By its place in the day, not by its word: focus stays when Pause becomes Resume.
            key={slotOf(offer.kind, buttons)}
            look={place === 0 && !offer.why ? 'main' : 'plain'}
            onPress={() => void ask({ kind: offer.kind })}
            disabled={offer.why !== undefined}
            reasonId={reasonIdOf(id, offer)}
          >
            {commandLabel(offer.kind, lastObservation(charger.reading)?.status.state)}
          </ActionButton>
        ))}
      </div>
      {limit && !later && <div className="limit-place" />}
      {limit && later && (
        <later.LimitControl
          {...shared}
          disabled={limit.why !== undefined}
          reasonId={reasonIdOf(id, limit)}
        />
      )}
      {solarMode && !later && <div className="choice-place" />}
      {solarMode && later && (
        <later.SolarModeSwitch
          {...shared}
          disabled={solarMode.why !== undefined}
          reasonId={reasonIdOf(id, solarMode)}
        />
      )}
      <Reasons id={id} offers={[...buttons, limit, solarMode]} />
    </>
  );
}

function slotOf(kind: PlainCommand, offers: readonly Offer<PlainCommand>[]): string {
  if (kind === 'lock' || kind === 'unlock') return 'lock';
  const steering = offers.find((offer) => offer.kind === 'pause' || offer.kind === 'resume');
  return steering?.kind === kind ? 'steering' : kind;
}
