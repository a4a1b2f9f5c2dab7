import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { doubtOf } from '../../../shared/domain/charger/urgency.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { nameOf } from '../charger/view-model.ts';
import { offerOf } from '../controls/offers.ts';
import type { Asking } from '../controls/use-ask.ts';

interface Props {
  readonly charger: ChargerState;
  readonly ask: Asking['ask'];
  readonly onSignIn: (atOnce?: true) => void;
}

const words = () => messages.chargers.row;

/** The one thing that can be done from a row: what is needed, or pause and resume. */
export function RowAction({ charger, ask, onSignIn }: Props) {
  const { brand, reading } = charger;
  if (reading.certainty === 'signInNeeded') {
    return <Needed onPress={() => onSignIn()} label={brandWords(brand).signInButton} />;
  }
  const doubt = doubtOf(reading);
  if (doubt) {
    const { compare, decide } = messages.window.charger;
    const label = doubt === 'certificateChanged' ? compare : decide;
    return <Needed onPress={() => onSignIn(true)} label={label} />;
  }
  const state = lastObservation(reading)?.status.state;
  if (state === 'lockedCar' && isOpen(charger, 'unlock')) {
    const name = words().unlock(nameOf(charger));
    const unlock = () => void ask({ kind: 'unlock' });
    return <Needed onPress={unlock} label={messages.commandLabels.unlock} name={name} />;
  }
  if (state === 'charging' && isOpen(charger, 'pause')) {
    const name = words().pause(nameOf(charger));
    return <Glyph name={name} path={pauseBars} onPress={() => void ask({ kind: 'pause' })} />;
  }
  if (state === 'paused' && isOpen(charger, 'resume')) {
    const name = words().resume(nameOf(charger));
    return <Glyph name={name} path={triangle} onPress={() => void ask({ kind: 'resume' })} />;
  }
  return null;
}

const pauseBars = 'M4.5 3h2v10h-2zM9.5 3h2v10h-2z';
const triangle = 'M5 3l8 5-8 5z';

function isOpen({ reading }: ChargerState, kind: 'pause' | 'resume' | 'unlock'): boolean {
  const offer = offerOf(reading, kind);
  return offer !== undefined && offer.why === undefined;
}

interface NeededProps {
  readonly label: string;
  readonly name?: string;
  readonly onPress: () => void;
}

function Needed({ label, name, onPress }: NeededProps) {
  return (
    <ActionButton look="needed" name={name} onPress={onPress}>
      {label}
    </ActionButton>
  );
}

interface GlyphProps {
  readonly name: string;
  readonly path: string;
  readonly onPress: () => void;
}

function Glyph({ name, path, onPress }: GlyphProps) {
  return (
    <ActionButton look="square" name={name} onPress={onPress}>
      <svg className="glyph solid" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </ActionButton>
  );
}
