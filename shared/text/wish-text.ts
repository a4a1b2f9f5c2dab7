import type { Failure } from '../domain/failure.ts';
import type { EcoSmartMode } from '../domain/observation.ts';
import type { Wish, WishKind, WishProgress } from '../domain/wish.ts';
import { exhaustive } from '../exhaustive.ts';
import { failureSentence } from './failure-text.ts';
import { current, type Manner } from './format.ts';

/** What stands on the button or menu entry. */
export const wishLabels: Record<WishKind, string> = {
  pause: 'Pause',
  resume: 'Resume',
  backToSchedule: 'Back to schedule',
  lock: 'Lock',
  unlock: 'Unlock',
  setLimit: 'Current limit',
  setEcoSmart: 'Eco-Smart',
  setPrice: 'Energy price',
  reboot: 'Restart charger',
  updateSoftware: 'Update software',
};

export const ecoSmartLabels: Record<EcoSmartMode, string> = {
  off: 'Off',
  eco: 'Eco (sun and grid)',
  solar: 'Full green (sun only)',
};

/** The wish with its value: `Current limit 16 A`. */
export function wishWords(wish: Wish, manner: Manner = {}): string {
  if (wish.kind === 'setLimit') return `${wishLabels.setLimit} ${current(wish.limitA, manner)}`;
  if (wish.kind === 'setEcoSmart') return `${wishLabels.setEcoSmart}: ${ecoSmartLabels[wish.mode]}`;
  return wishLabels[wish.kind];
}

/** How far a wish has come, as a sentence. `now` is epoch ms. */
export function progressSentence(progress: WishProgress, now: number, manner: Manner = {}): string {
  const words = wishWords(progress.wish, manner);
  switch (progress.phase) {
    case 'sending':
      return `${words}: sending…`;
    case 'sent':
      return `${words}: sent. The charger confirms within a minute or two.`;
    case 'confirmed':
      return `${words}: confirmed.`;
    case 'notConfirmed':
      return `${words}: not confirmed after 2 min. The charger may be offline.`;
    case 'failed':
      return `${words}: ${failed(progress.why, now, manner)}`;
    default:
      return exhaustive(progress);
  }
}

/** A wish is not tried again by itself, whatever the failure of a look would say. */
function failed(failure: Failure, now: number, manner: Manner): string {
  switch (failure.kind) {
    case 'signInNeeded':
      return failureSentence({ kind: failure.kind, cause: failure.cause }, now, manner);
    case 'unreachable':
      return 'not sent, there is no connection. Try again.';
    case 'timedOut':
      return 'no answer in time. Look at the state before you try again.';
    case 'troubled':
      return 'the service has a problem. Try again in a few minutes.';
    default:
      return failureSentence(failure, now, manner);
  }
}
