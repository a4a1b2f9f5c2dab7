import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { BlockedReason } from '../../../shared/domain/charger/permission.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { useControls } from '../../use-later.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { offerOf } from '../controls/offers.ts';
import type { Asking } from '../controls/use-ask.ts';
import { CommandNote } from './CommandNote.tsx';

interface Props {
  readonly charger: ChargerState;
  /** Undefined: nothing stands against it but that the charger does not answer. */
  readonly why: BlockedReason | undefined;
  readonly asking: Asking;
  readonly onSignIn: (atOnce?: true) => void;
}

const words = () => messages.chargers.help;

function sentenceFor(why: BlockedReason): string | undefined {
  const { fault, offline, updating, unrecognised, noPermission: noRight } = words();
  const sentences: Partial<Record<BlockedReason, string>> = {
    fault,
    offline,
    updating,
    unrecognised,
    noRight,
  };
  return sentences[why];
}

/** In the place of buttons that would all be disabled: what helps. */
export function BlockedHelp({ charger, why, asking, onSignIn }: Props) {
  const later = useControls();
  const tell = useTell();
  // A sign-in has its own sentence and button above.
  if (why === 'signInNeeded') return null;
  const sentence = why === undefined ? words().away : sentenceFor(why);
  const reboot = offerOf(charger.reading, 'reboot');
  const isWorthReading = why === undefined || why === 'offline';
  return (
    <div className="panel">
      {sentence !== undefined && <p className="soft">{sentence}</p>}
      <div className="buttons">
        {why === 'fault' && reboot && !reboot.why && later && (
          <later.RebootButton charger={charger} ask={asking.ask} />
        )}
        {isWorthReading && (
          <ActionButton onPress={() => void tell('refresh', undefined)}>
            {words().refresh}
          </ActionButton>
        )}
      </div>
      <CommandNote {...{ charger, asking }} onSignIn={() => onSignIn()} />
    </div>
  );
}
