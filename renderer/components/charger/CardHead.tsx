import type { ReactNode } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import { StateShape } from './StateShape.tsx';
import { pillWords, toneOf } from './view-model.ts';

interface Props {
  readonly charger: ChargerState;
  readonly name: string;
  readonly headingId: string;
  /** What stands under the name. */
  readonly under: string;
  /** Without a pill the state is said in bigger words below. */
  readonly pill: boolean;
  /** The control that shows more or less of the card. */
  readonly toggle: ReactNode;
}

/** Shape, name and state of a charger: all there is of one that rests. */
export function CardHead({ charger, name, headingId, under, pill, toggle }: Props) {
  const { reading } = charger;
  const state = lastObservation(reading)?.status.state ?? 'unknown';
  const shape = reading.certainty === 'signInNeeded' ? 'signIn' : state;
  const sure = reading.certainty === 'current';
  return (
    <div className={`card-head tone-${toneOf(reading)}`}>
      <StateShape state={shape} outdated={!sure} />
      <div className="card-name">
        <h2 id={headingId}>{name}</h2>
        <p className="soft small">{under}</p>
      </div>
      {pill && <span className={sure ? 'pill' : 'pill unsure'}>{pillWords(charger)}</span>}
      {toggle}
    </div>
  );
}
