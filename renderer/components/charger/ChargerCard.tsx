import { useEffect, useId, useRef, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { modelKnown } from '../../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { brandText } from '../../../shared/text/brand-text.ts';
import { useAppContext } from '../../app-context.ts';
import { SessionPicture } from '../../charts/SessionPicture.tsx';
import { Controls } from '../controls/Controls.tsx';
import { type Asking, useAsk } from '../controls/use-ask.ts';
import { ageSentence } from './age.ts';
import { CardFoot } from './CardFoot.tsx';
import { CardHead } from './CardHead.tsx';
import { CommandNote } from './CommandNote.tsx';
import { ExpandButton } from './ExpandButton.tsx';
import { Facts } from './Facts.tsx';
import { NeedsOwner } from './NeedsOwner.tsx';
import { Now } from './Now.tsx';
import { flowingPowerW, nameOf, onlyWatched, restsNow } from './view-model.ts';

interface Props {
  readonly charger: ChargerState;
  /** Counts how often the window was sent to this charger; undefined while it never was. */
  readonly sentHere: number | undefined;
  /** Asked in this network, with nobody in between. */
  readonly local: boolean;
  /** `atOnce`: straight to what has to be decided there. */
  readonly onSignIn: (atOnce?: true) => void;
  readonly onHistory: () => void;
}

/** One charger: what it does, and what it can be asked to do. At rest it is one line. */
export function ChargerCard({ charger, sentHere, local, onSignIn, onHistory }: Props) {
  const { clock, formatOptions } = useAppContext();
  const asking = useAsk(charger.id);
  const headingId = useId();
  const [opened, setOpened] = useState(false);
  const card = useArrival(sentHere, () => setOpened(true));
  const { reading } = charger;
  const observation = lastObservation(reading);
  const rests = restsNow(reading);
  const open = observation !== undefined && (opened || !rests);
  const name = nameOf(charger);
  const age = ageSentence(reading, clock.now(), formatOptions);
  const saidBig =
    open && reading.certainty === 'current' && flowingPowerW(observation) === undefined;
  return (
    <section
      ref={card}
      className={reading.certainty === 'current' ? 'card' : 'card unsure'}
      aria-labelledby={headingId}
      tabIndex={-1}
    >
      <CardHead
        charger={charger}
        name={name}
        headingId={headingId}
        under={[modelKnown(charger), open ? undefined : age].filter(Boolean).join(' · ')}
        pill={!saidBig}
        toggle={
          observation &&
          rests && <ExpandButton name={name} open={open} onToggle={() => setOpened(!open)} />
        }
      />
      {open && <Now observation={observation} />}
      <NeedsOwner charger={charger} open={open} ask={asking.ask} onSignIn={onSignIn} />
      {open && <Facts charger={charger} observation={observation} />}
      {open && charger.session && <SessionPicture session={charger.session} />}
      {open && <Asks charger={charger} observation={observation} ask={asking.ask} />}
      <CommandNote charger={charger} asking={asking} onSignIn={() => onSignIn()} />
      {open && <CardFoot {...{ charger, observation, local, onHistory }} ask={asking.ask} />}
    </section>
  );
}

interface AsksProps {
  readonly charger: ChargerState;
  readonly observation: Observation;
  readonly ask: Asking['ask'];
}

/** What can be asked of the charger; of one that can only be watched, why. */
function Asks({ charger, observation, ask }: AsksProps) {
  if (!onlyWatched(observation)) return <Controls charger={charger} ask={ask} />;
  const { cannot } = brandText[charger.brand];
  return cannot && <p className="soft small">{cannot}</p>;
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
