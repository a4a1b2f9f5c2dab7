import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { needsOwner } from '../../../shared/domain/charger/urgency.ts';
import { clockTime, powerNumber } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { CommandNote } from '../charger/CommandNote.tsx';
import { StateShape } from '../charger/StateShape.tsx';
import { flowingPowerW, nameOf, shapeOf, toneOf } from '../charger/view-model.ts';
import type { Asking } from '../controls/use-ask.ts';
import { RowAction } from './RowAction.tsx';
import { rowWords } from './row-words.ts';

interface Props {
  readonly charger: ChargerState;
  /** It is the one whose card is open; shown then only where the list stands beside the card. */
  readonly isOpen: boolean;
  readonly asking: Asking;
  readonly onOpen: () => void;
  readonly onSignIn: (atOnce?: true) => void;
}

/** One charger in one line: what it does, and the one thing that somebody may want of it now. */
export function ChargerRow({ charger, isOpen, asking, onOpen, onSignIn }: Props) {
  const { clock, formatOptions } = useAppContext();
  const { reading } = charger;
  const name = nameOf(charger);
  const isCurrent = reading.certainty === 'current';
  // Its card has the heading.
  const Name = isOpen ? 'p' : 'h2';
  return (
    <div className={`row tone-${toneOf(reading)}${isOpen ? ' is-open' : ''}`}>
      <StateShape state={shapeOf(reading)} outdated={!isCurrent} />
      <div className="row-name">
        <Name>
          <button
            type="button"
            className="row-open"
            aria-expanded={isOpen ? undefined : false}
            aria-current={isOpen || undefined}
            onClick={onOpen}
          >
            <bdi>{name}</bdi>
          </button>
        </Name>
        <p className="row-words small">{rowWords(charger, clock.now(), formatOptions)}</p>
      </div>
      <RowEnd charger={charger} />
      {!isOpen && <RowAction charger={charger} ask={asking.ask} onSignIn={onSignIn} />}
      {!isOpen && <CommandNote charger={charger} asking={asking} onSignIn={() => onSignIn()} />}
    </div>
  );
}

/** The power that flows, or how old all this is; of what is outdated the words beside it tell. */
function RowEnd({ charger }: Pick<Props, 'charger'>) {
  const { clock, formatOptions } = useAppContext();
  const { reading } = charger;
  if (reading.certainty !== 'current') return null;
  const powerW = flowingPowerW(reading.observation);
  if (powerW !== undefined) {
    return (
      <p className="row-end">
        <b className="row-number">{powerNumber(powerW, formatOptions)}</b>{' '}
        <span className="soft">{messages.window.charger.kilowatts}</span>
      </p>
    );
  }
  if (needsOwner(charger)) return null;
  return (
    <p className="row-end soft small row-age">
      {messages.chargers.row.updated(clockTime(reading.at, clock.now(), formatOptions))}
    </p>
  );
}
