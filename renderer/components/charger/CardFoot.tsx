import { useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { historyText } from '../../../shared/text/history-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useAppContext } from '../../app-context.ts';
import { useControls } from '../../use-later.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { hasMore } from '../controls/offers.ts';
import type { Asking } from '../controls/use-ask.ts';
import { ageSentence } from './age.ts';

interface Props {
  readonly charger: ChargerState;
  readonly observation: Observation;
  readonly local: boolean;
  readonly ask: Asking['ask'];
  readonly onHistory: () => void;
}

/** The age of what is shown, and the way to all that is seldom looked at. */
export function CardFoot({ charger, observation, local, ask, onHistory }: Props) {
  const { clock, formatOptions } = useAppContext();
  const [panel, setPanel] = useState<'more' | 'details'>();
  const later = useControls();
  const toggle = (which: 'more' | 'details') =>
    setPanel((open) => (open === which ? undefined : which));
  return (
    <>
      <div className="card-foot">
        <p>{ageSentence(charger.reading, clock.now(), formatOptions)}</p>
        <ActionButton look="word" onPress={onHistory} name={historyText.openOf(observation.name)}>
          {historyText.open}
        </ActionButton>
        {hasMore(observation) && (
          <ActionButton look="word" expanded={panel === 'more'} onPress={() => toggle('more')}>
            {windowText.charger.more}
          </ActionButton>
        )}
        <ActionButton look="word" expanded={panel === 'details'} onPress={() => toggle('details')}>
          {windowText.charger.details}
        </ActionButton>
      </div>
      {later && panel === 'more' && (
        <later.More reading={charger.reading} observation={observation} ask={ask} />
      )}
      {later && panel === 'details' && <later.Details charger={charger} local={local} />}
    </>
  );
}
