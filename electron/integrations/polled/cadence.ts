import type { Failure } from '../../../shared/domain/failure.ts';

/** What decides when a charger is read next. */
export interface Circumstances {
  /** The owner's choice for one charger, and the least that the brand allows. Seconds. */
  readonly pollSeconds: number;
  readonly floorSeconds: number;
  /** How many chargers share the account: each reading is a turn of all of them. */
  readonly chargers: number;
  /** Somebody watches. */
  readonly isForeground: boolean;
  readonly plugged: 'yes' | 'no' | 'unknown';
  /** Somebody waits to be told what only another reading can say: a command was carried out, a charge ended. */
  readonly needsConfirmation?: boolean;
  /** Readings that failed in a row, the last of them as `failure`. */
  readonly failures: number;
  readonly failure?: Failure;
  /** Replaces every interval; tests and the demo only. */
  readonly paceSeconds?: number;
  readonly now: number;
  /** Between 0 and 1. */
  readonly random: number;
}

const idleFactor = 2.5;
const longestMs = 15 * 60_000;
/** Nobody is bothered by a try that finds no network, and a running charge must not be lost sight of. */
const longestSilenceMs = 5 * 60_000;
const jitterShare = 0.05;

/**
 * Milliseconds until the next reading, or undefined when looking is pointless until somebody acts
 * (credentials refused, and no word of when it is worth another try). Pure.
 */
export function nextPollMs(circumstances: Circumstances): number | undefined {
  const { failure, failures } = circumstances;
  if (failure?.kind === 'signInNeeded' && failure.until === undefined) return undefined;
  if (failures === 0 || !failure) return jittered(usualMs(circumstances), circumstances.random);
  // Who failed to look knows nothing, not even that the charger is idle.
  const usual = jittered(usualMs(circumstances, 'unknown'), circumstances.random);
  // Whoever says until when it is no use counts the failures already.
  const until = 'until' in failure ? failure.until : undefined;
  if (until !== undefined) return Math.max(usual, until - circumstances.now);
  const patience = Math.max(usual, longest(circumstances));
  return Math.min(patience, usual * 2 ** Math.min(failures - 1, 10));
}

/**
 * For how long an answer speaks for a charger that is asked at this interval, ms: a reading that does
 * not come in time fails by itself, so that this counts only for one that never comes at all. Pure.
 */
export function validForMs(circumstances: Omit<Circumstances, 'failures' | 'failure'>): number {
  const { paceSeconds = 60 } = circumstances;
  const usual = usualMs({
    ...circumstances,
    isForeground: false,
    needsConfirmation: false,
    failures: 0,
  });
  return 2 * usual + 2 * paceSeconds * 1000;
}

function usualMs(circumstances: Circumstances, plugged = circumstances.plugged): number {
  const { paceSeconds, chargers, isForeground, needsConfirmation } = circumstances;
  if (paceSeconds !== undefined) return paceSeconds * (needsConfirmation ? 1 : chargers) * 1000;
  const floorMs = circumstances.floorSeconds * chargers * 1000;
  const chosenMs = Math.max(floorMs, circumstances.pollSeconds * chargers * 1000);
  // A few times, and out of turn: the account's budget decides whether it has to wait.
  if (needsConfirmation) return Math.min(circumstances.floorSeconds * 1000, chosenMs);
  if (isForeground) return Math.min(floorMs, chosenMs);
  return plugged === 'no' ? chosenMs * idleFactor : chosenMs;
}

function longest(circumstances: Circumstances): number {
  if (circumstances.paceSeconds !== undefined) return circumstances.paceSeconds * 15_000;
  const kind = circumstances.failure?.kind;
  return kind === 'unreachable' || kind === 'timedOut' ? longestSilenceMs : longestMs;
}

/** Later by a little, never earlier: a floor stays a floor. */
function jittered(ms: number, random: number): number {
  return ms * (1 + jitterShare * random);
}
