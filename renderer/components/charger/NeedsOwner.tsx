import type { ReactNode } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { lastObservation, type Reading } from '../../../shared/domain/charger/reading.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { brandText } from '../../../shared/text/brand-text.ts';
import { commandLabels } from '../../../shared/text/command-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import { offerOf } from '../controls/offers.ts';
import type { Asking } from '../controls/use-ask.ts';
import { powerCutNow } from './view-model.ts';

interface Props {
  readonly charger: ChargerState;
  readonly open: boolean;
  readonly ask: Asking['ask'];
  readonly onSignIn: (atOnce?: true) => void;
}

const words = windowText.charger;

/** What waits for the owner stands on the card even when the rest is folded away. */
export function NeedsOwner({ charger, open, ask, onSignIn }: Props) {
  const { reading } = charger;
  if (reading.certainty === 'signInNeeded') {
    const { signInNote, signInButton } = brandText[charger.brand];
    return needs(
      signInNote,
      <ActionButton onPress={() => onSignIn()}>{signInButton}</ActionButton>,
    );
  }
  const doubt = doubtIn(reading);
  if (doubt) {
    const decide = <ActionButton onPress={() => onSignIn(true)}>{doubt.button}</ActionButton>;
    return needs(doubt.sentence, decide);
  }
  if (powerCutNow(reading)) return needs(words.powerCut);
  // Unfolded, the big words say it and the first button helps.
  if (open || lastObservation(reading)?.status.state !== 'lockedCar') return null;
  const unlock = offerOf(reading, 'unlock');
  const help = unlock && !unlock.why && (
    <ActionButton onPress={() => void ask({ kind: 'unlock' })}>{commandLabels.unlock}</ActionButton>
  );
  return needs(words.carWaits, help);
}

function needs(sentence: string, help?: ReactNode): ReactNode {
  return (
    <Note tone="needs" help={help}>
      {sentence}
    </Note>
  );
}

/** Who answers is not who was trusted: only the owner can say what to do. */
function doubtIn(reading: Reading): { readonly sentence: string; readonly button: string } | null {
  const because: Failure | undefined = 'because' in reading ? reading.because : undefined;
  if (because?.kind === 'certificateChanged') {
    return { sentence: words.certificateChanged, button: words.compare };
  }
  if (because?.kind !== 'otherCharger') return null;
  return { sentence: words.otherCharger(because.found, because.known), button: words.decide };
}
