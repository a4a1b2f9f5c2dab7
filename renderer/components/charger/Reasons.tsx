import type { BlockedReason } from '../../../shared/domain/charger/permission.ts';
import { hindranceSentence } from '../../../shared/text/failure-text.ts';
import type { Offer } from '../controls/offers.ts';

/** Reasons a person would wonder about. The others are plain from the state beside them. */
const puzzling: ReadonlySet<BlockedReason> = new Set([
  'locked',
  'foreignControl',
  'noRight',
  'busyCharging',
]);

interface Props {
  readonly id: string;
  readonly offers: readonly (Offer | undefined)[];
}

/** Says once each why some of these offers cannot be asked now; controls point here. */
export function Reasons({ id, offers }: Props) {
  const whys = new Set(offers.flatMap((offer) => offer?.why ?? []));
  return [...whys].map((why) => (
    <p
      key={why}
      id={`${id}-${why}`}
      className={puzzling.has(why) ? 'reason soft small' : 'visually-hidden'}
    >
      {hindranceSentence(why)}
    </p>
  ));
}

/** Id of the sentence that tells why an offer is closed. */
export function reasonIdOf(id: string, offer: Offer | undefined): string | undefined {
  return offer?.why && `${id}-${offer.why}`;
}
