import { useEffect, useId, useRef, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app-state.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { wishLabels } from '../../../shared/text/wish-text.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import { ChargePicture } from '../picture/ChargePicture.tsx';
import { ageSentence } from './age.ts';
import { CardFoot } from './CardFoot.tsx';
import { CardHead } from './CardHead.tsx';
import { Controls } from './Controls.tsx';
import { ExpandButton } from './ExpandButton.tsx';
import { Facts } from './Facts.tsx';
import { flowingPowerW, lastSeenIn, nameOf, restsNow } from './look.ts';
import { Now } from './Now.tsx';
import { offerOf } from './offers.ts';
import { type Asking, useAsk } from './use-ask.ts';
import { WishNote } from './WishNote.tsx';

interface Props {
  readonly charger: ChargerState;
  /** Counts how often the window was sent to this charger; undefined while it never was. */
  readonly sentHere: number | undefined;
  readonly onSignIn: () => void;
}

/** One charger: what it does, and what it can be asked to do. At rest it is one line. */
export function ChargerCard({ charger, sentHere, onSignIn }: Props) {
  const { clock, manner } = useSurroundings();
  const asking = useAsk(charger.id);
  const headingId = useId();
  const [opened, setOpened] = useState(false);
  const card = useArrival(sentHere, () => setOpened(true));
  const { reading } = charger;
  const seen = lastSeenIn(reading);
  const rests = restsNow(reading);
  const open = seen !== undefined && (opened || !rests);
  const name = nameOf(charger);
  const age = ageSentence(reading, clock.now(), manner);
  const saidBig = open && reading.certainty === 'current' && flowingPowerW(seen) === undefined;
  return (
    <section
      ref={card}
      className={reading.certainty === 'current' ? 'card' : 'card unsure'}
      aria-labelledby={headingId}
      tabIndex={-1}
    >
      <CardHead
        reading={reading}
        name={name}
        headingId={headingId}
        under={[seen?.model, open ? undefined : age].filter(Boolean).join(' · ')}
        pill={!saidBig}
        toggle={
          seen &&
          rests && <ExpandButton name={name} open={open} onToggle={() => setOpened(!open)} />
        }
      />
      {open && <Now seen={seen} />}
      <NeedsOwner charger={charger} open={open} ask={asking.ask} onSignIn={onSignIn} />
      {open && <Facts charger={charger} seen={seen} />}
      {open && charger.charge && <ChargePicture charge={charger.charge} />}
      {open && <Controls charger={charger} ask={asking.ask} />}
      <WishNote charger={charger} asking={asking} onSignIn={onSignIn} />
      {open && <CardFoot charger={charger} seen={seen} ask={asking.ask} />}
    </section>
  );
}

interface NeedsProps {
  readonly charger: ChargerState;
  readonly open: boolean;
  readonly ask: Asking['ask'];
  readonly onSignIn: () => void;
}

/** What waits for the owner stands on the card even when the rest is folded away. */
function NeedsOwner({ charger, open, ask, onSignIn }: NeedsProps) {
  const words = windowText.charger;
  if (charger.reading.certainty === 'signInNeeded') {
    const help = <ActionButton onPress={onSignIn}>{words.signIn}</ActionButton>;
    return (
      <Note tone="needs" help={help}>
        {words.signInNote}
      </Note>
    );
  }
  // Unfolded, the big words say it and the first button helps.
  if (open || lastSeenIn(charger.reading)?.status.state !== 'lockedCar') return null;
  const unlock = offerOf(charger.reading, 'unlock');
  const help = unlock && !unlock.why && (
    <ActionButton onPress={() => void ask({ kind: 'unlock' })}>{wishLabels.unlock}</ActionButton>
  );
  return (
    <Note tone="needs" help={help}>
      {words.carWaits}
    </Note>
  );
}

/** Opens the card and brings it into sight whenever the window was sent to it. */
function useArrival(sentHere: number | undefined, open: () => void) {
  const card = useRef<HTMLElement>(null);
  const newestOpen = useRef(open);
  newestOpen.current = open;
  useEffect(() => {
    if (sentHere === undefined) return;
    newestOpen.current();
    card.current?.scrollIntoView({ block: 'start' });
    card.current?.focus({ preventScroll: true });
  }, [sentHere]);
  return card;
}
