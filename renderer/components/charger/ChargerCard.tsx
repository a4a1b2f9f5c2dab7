import { type ReactNode, useId, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { modelKnown } from '../../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { lastObservation, type Reading } from '../../../shared/domain/charger/reading.ts';
import { expectedEnd } from '../../../shared/domain/session/expected-end.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { clockTime } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { SessionPicture } from '../../charts/SessionPicture.tsx';
import { Controls } from '../controls/Controls.tsx';
import { blockedAltogether } from '../controls/offers.ts';
import type { Asking } from '../controls/use-ask.ts';
import type { Planning } from '../plan/planning.ts';
import { useCardPlan } from '../plan/use-card-plan.tsx';
import { ageSentence } from './age.ts';
import { BlockedHelp } from './BlockedHelp.tsx';
import { CardFoot } from './CardFoot.tsx';
import { CardHead } from './CardHead.tsx';
import { CommandNote } from './CommandNote.tsx';
import { Facts } from './Facts.tsx';
import { NeedsOwner } from './NeedsOwner.tsx';
import { Now } from './Now.tsx';
import { SolarChip } from './SolarChip.tsx';
import { useArrival } from './use-arrival.ts';
import { flowingPowerW, isConnected, nameOf, onlyWatched } from './view-model.ts';

interface Props {
  readonly charger: ChargerState;
  /** What only a person can answer about it, before everything else. */
  readonly question: ReactNode;
  readonly asking: Asking;
  /** Another object each time that somebody is sent to this charger. */
  readonly arrival: object | undefined;
  /** Asked in this network, with nobody in between. */
  readonly local: boolean;
  /** Absent for a charger that cannot charge by price. */
  readonly planning: Planning | undefined;
  /** `atOnce`: straight to what has to be decided there. */
  readonly onSignIn: (atOnce?: true) => void;
  readonly onHistory: () => void;
}

/** The opened charger: what it does, and what it can be asked to do. */
export function ChargerCard(props: Props) {
  const { charger, asking, arrival, local, planning, onSignIn, onHistory } = props;
  const { clock, formatOptions } = useAppContext();
  const headingId = useId();
  const card = useArrival(arrival);
  const [isMore, setMore] = useState(false);
  const plan = useCardPlan(charger, planning);
  const { reading } = charger;
  const observation = lastObservation(reading);
  const name = nameOf(charger);
  const isCurrent = reading.certainty === 'current';
  const saidBig = isCurrent && flowingPowerW(reading.observation) === undefined;
  return (
    <section
      ref={card}
      className={isCurrent ? 'card charger' : 'card charger unsure'}
      aria-labelledby={headingId}
      tabIndex={-1}
    >
      <CardHead
        {...{ charger, name, headingId }}
        under={underName(charger, (at) => clockTime(at, clock.now(), formatOptions))}
        pill={!saidBig}
      >
        {observation && <SolarChip observation={observation} onPress={() => setMore(true)} />}
      </CardHead>
      {props.question}
      {observation ? (
        <Now charger={charger} observation={observation} />
      ) : (
        <p className="soft">{ageSentence(reading, clock.now(), formatOptions)}</p>
      )}
      <NeedsOwner charger={charger} onSignIn={onSignIn} />
      {observation && <Session charger={charger} observation={observation} />}
      {observation && <Asks {...{ charger, observation, asking, onSignIn }} />}
      {plan.row}
      {observation && (
        <CardFoot
          {...{ charger, observation, local, asking, onHistory, isMore, setMore, onSignIn }}
        >
          {plan.word}
        </CardFoot>
      )}
      {plan.panel}
    </section>
  );
}

/** The model; where nothing new is known, since when, which must not be missed. */
function underName(charger: ChargerState, time: (at: number) => string): string {
  const { reading } = charger;
  if (reading.certainty === 'outdated')
    return messages.chargers.row.notUpdatedSince(time(reading.since));
  return modelKnown(charger) ?? brandWords(charger.brand).name;
}

interface SessionProps {
  readonly charger: ChargerState;
  readonly observation: Observation;
}

/** Numbers and picture of the session. While a car is there, room is kept for one that may begin. */
function Session({ charger, observation }: SessionProps) {
  const { session } = charger;
  const isReserved = isConnected(observation) && !onlyWatched(observation);
  return (
    <>
      <Facts charger={charger} observation={observation} isReserved={isReserved} />
      {session ? (
        <SessionPicture {...{ session, isReserved }} until={expectedEnd(observation, session)} />
      ) : (
        isReserved && <div className="picture-place" />
      )}
    </>
  );
}

interface AsksProps extends SessionProps {
  readonly asking: Asking;
  readonly onSignIn: (atOnce?: true) => void;
}

/** What can be asked of the charger; where nothing can, why, and what helps. */
function Asks({ charger, observation, asking, onSignIn }: AsksProps) {
  if (onlyWatched(observation)) {
    const { cannot } = brandWords(charger.brand);
    return cannot && <p className="soft small">{cannot}</p>;
  }
  const why = blockedAltogether(charger.reading);
  if (why || isAway(charger.reading)) {
    return <BlockedHelp {...{ charger, why, asking, onSignIn }} />;
  }
  const note = (place: 'buttons' | 'limit') => (
    <CommandNote {...{ charger, asking, place }} onSignIn={() => onSignIn()} />
  );
  return <Controls charger={charger} ask={asking.ask} note={note} />;
}

function isAway(reading: Reading): boolean {
  return reading.certainty === 'outdated' && reading.away === true;
}
