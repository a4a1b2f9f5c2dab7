import type { WholeFault } from '../faults.ts';

/**
 * What the expectations of a fault rest on: `promise`, what the app says of itself (an old reading is
 * never shown as new, nothing is followed elsewhere, only readings confirm); `facts`, what is known of
 * the far end; `found`, what the app was found to do and what was then judged to be right.
 */
export type Basis = 'promise' | 'facts' | 'found';

const ofEverybody = {
  unknownName: 'promise',
  refused: 'promise',
  resetBefore: 'promise',
  resetInBody: 'promise',
  hang: 'promise',
  trickle: 'promise',
  trickledHeaders: 'promise',
  '500': 'facts',
  '502': 'facts',
  '503': 'facts',
  html: 'promise',
  empty: 'promise',
  cutJson: 'promise',
  deep: 'found',
  proto: 'found',
  twice: 'found',
  '1e308': 'found',
  bom: 'found',
  latin1: 'found',
  huge: 'promise',
  gzipBomb: 'promise',
  badGzip: 'found',
  cutChunks: 'promise',
  hugeHeaders: 'found',
  redirectAway: 'promise',
  redirectHere: 'promise',
  redirectLoop: 'promise',
  contentType: 'found',
  clockFast: 'facts',
  clockSlow: 'facts',
  tokenDead: 'facts',
  sessionDead: 'facts',
  refreshTwice: 'found',
} as const;

/** What a station says instead of 200 and 401 nobody knows. */
export const bases: Readonly<Record<'Wallbox' | 'Ford', Readonly<Record<WholeFault, Basis>>>> = {
  Wallbox: {
    ...ofEverybody,
    '401': 'facts',
    '403': 'facts',
    '404': 'facts',
    '409': 'facts',
    '429': 'facts',
    '429 in seconds': 'promise',
    '429 by date': 'promise',
  },
  Ford: {
    ...ofEverybody,
    '401': 'facts',
    '403': 'found',
    '404': 'found',
    '409': 'found',
    '429': 'found',
    '429 in seconds': 'promise',
    '429 by date': 'promise',
  },
};
