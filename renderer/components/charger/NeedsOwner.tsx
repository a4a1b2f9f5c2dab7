import type { ReactNode } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import { powerCutNow } from './view-model.ts';

interface Props {
  readonly charger: ChargerState;
  readonly onSignIn: (atOnce?: true) => void;
}

const words = () => messages.window.charger;

/** What waits for the owner and is not said by the state itself. */
export function NeedsOwner({ charger, onSignIn }: Props) {
  const { reading } = charger;
  if (reading.certainty === 'signInNeeded') {
    const { signInNote, signInButton } = brandWords(charger.brand);
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
  return powerCutNow(reading) ? needs(words().powerCut) : null;
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
    return { sentence: words().certificateChanged, button: words().compare };
  }
  if (because?.kind !== 'otherCharger') return null;
  return {
    sentence: words().otherCharger({ found: because.found, known: because.known }),
    button: words().decide,
  };
}
