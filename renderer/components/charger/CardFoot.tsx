import type { ReactNode } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { clockTime } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useControls } from '../../use-later.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import type { Asking } from '../controls/use-ask.ts';
import { CommandNote } from './CommandNote.tsx';
import { nameOf } from './view-model.ts';

interface Props {
  readonly charger: ChargerState;
  readonly observation: Observation;
  readonly local: boolean;
  readonly asking: Asking;
  readonly isMore: boolean;
  readonly setMore: (isMore: boolean) => void;
  readonly onHistory: () => void;
  readonly onSignIn: (atOnce?: true) => void;
  /** Another word beside them. */
  readonly children: ReactNode;
}

/** The age of what is shown, and the way to all that is seldom wanted. */
export function CardFoot(props: Props) {
  const { charger, observation, local, asking, isMore, setMore, onHistory, onSignIn } = props;
  const { clock, formatOptions } = useAppContext();
  const later = useControls();
  const { reading } = charger;
  const at = 'at' in reading ? reading.at : undefined;
  return (
    <>
      <div className="card-foot">
        <p>
          {at !== undefined &&
            messages.chargers.row.updated(clockTime(at, clock.now(), formatOptions))}
        </p>
        <div className="ways">
          {props.children}
          <ActionButton
            look="word"
            onPress={onHistory}
            name={messages.history.openOf(nameOf(charger))}
          >
            {messages.history.open}
          </ActionButton>
          <ActionButton look="word" expanded={isMore} onPress={() => setMore(!isMore)}>
            {messages.window.charger.more}
          </ActionButton>
        </div>
      </div>
      {later && isMore && (
        <later.More {...{ charger, observation, local }} ask={asking.ask}>
          <CommandNote {...{ charger, asking }} place="more" onSignIn={() => onSignIn()} />
        </later.More>
      )}
    </>
  );
}
