import type { ReactNode } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { StateShape } from './StateShape.tsx';
import { pillWords, shapeOf, toneOf } from './view-model.ts';

interface Props {
  readonly charger: ChargerState;
  readonly name: string;
  readonly headingId: string;
  /** What stands under the name: the model, or since when nothing new is known. */
  readonly under: string;
  /** Without a pill the state is said in bigger words below. */
  readonly pill: boolean;
  /** What else stands in the head. */
  readonly children?: ReactNode;
}

/** Shape, name and state of a charger. */
export function CardHead({ charger, name, headingId, under, pill, children }: Props) {
  const { reading } = charger;
  const isCurrent = reading.certainty === 'current';
  return (
    <div className={`card-head tone-${toneOf(reading)}`}>
      <StateShape state={shapeOf(reading)} outdated={!isCurrent} />
      <div className="card-name">
        <h2 id={headingId}>
          <bdi>{name}</bdi>
        </h2>
        <p className={isCurrent ? 'card-under small' : 'card-under small warn'}>{under}</p>
      </div>
      {children}
      {pill && <span className={isCurrent ? 'pill' : 'pill unsure'}>{pillWords(charger)}</span>}
    </div>
  );
}
