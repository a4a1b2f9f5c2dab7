import { type ReactNode, useId } from 'react';
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
  /** What became of what was asked here, to stand beneath what was pressed. */
  readonly note: (place: 'buttons' | 'limit') => ReactNode;
}

/** Everything a person wants to do with a charger from day to day. */
export function Controls({ charger, ask, note }: Props) {
  const id = useId();
  const buttons = steeringOffers(charger.reading);
  const limit = offerOf(charger.reading, 'setLimit');
  const later = useControls();
  return (
    <>
      <div className={buttons.length > 2 ? 'buttons three' : 'buttons'}>
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
      {/* Room for one line is always there, so that what stands below stays where it is. */}
      <div className="result">{note('buttons')}</div>
      {limit && !later && <div className="limit-place" />}
      {limit && later && (
        <later.LimitControl
          {...{ charger, ask }}
          disabled={limit.why !== undefined}
          reasonId={reasonIdOf(id, limit)}
        />
      )}
      {note('limit')}
      <Reasons id={id} offers={[...buttons, limit]} />
    </>
  );
}

function slotOf(kind: PlainCommand, offers: readonly Offer<PlainCommand>[]): string {
  if (kind === 'lock' || kind === 'unlock') return 'lock';
  const steering = offers.find((offer) => offer.kind === 'pause' || offer.kind === 'resume');
  return steering?.kind === kind ? 'steering' : kind;
}
