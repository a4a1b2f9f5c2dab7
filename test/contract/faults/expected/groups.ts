import type { Expectation } from './expectation.ts';

// Faults that usually come to the same. A row spreads these, and says where it differs.

/** Nothing leaves. */
export const offline = (all: Expectation) => ({ unknownName: all, refused: all });
/** It was asked, and the answer is lost. */
export const lost = (all: Expectation) => ({ resetBefore: all, resetInBody: all, cutChunks: all });
/** Nobody waits for the end of it. */
export const silent = (all: Expectation) => ({ hang: all, trickle: all, trickledHeaders: all });
/** Told for how long to stay away. */
export const sentAway = (all: Expectation) => ({ '429 in seconds': all, '429 by date': all });
/** The far end says that it is in trouble. */
export const inTrouble = (all: Expectation) => ({ '500': all, '502': all, '503': all });
/** Somebody else answers in its place. */
export const stranger = (all: Expectation) => ({
  html: all,
  huge: all,
  redirectAway: all,
  redirectHere: all,
  redirectLoop: all,
});
/** The answer cannot be read. */
export const garbled = (all: Expectation) => ({
  empty: all,
  cutJson: all,
  latin1: all,
  deep: all,
  gzipBomb: all,
  badGzip: all,
  hugeHeaders: all,
});
/** The answer is odd, and right. */
export const odd = (all: Expectation) => ({
  proto: all,
  twice: all,
  '1e308': all,
  bom: all,
  contentType: all,
});
/** This computer's clock is an hour off. */
export const clocks = (all: Expectation) => ({ clockFast: all, clockSlow: all });
/** What opens the far end opens it no longer. */
export const tokens = (all: Expectation) => ({
  tokenDead: all,
  sessionDead: all,
  refreshTwice: all,
});
