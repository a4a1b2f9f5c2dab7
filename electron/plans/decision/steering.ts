import type { Command } from '../../../shared/domain/charger/command.ts';
import { permission } from '../../../shared/domain/charger/permission.ts';
import type { Phase } from '../plan-memory.ts';
import type { Situation } from './situation.ts';

/** A command is seen in readings by then; only after that one that came to nothing is repeated. */
const settleMs = 4 * 60_000;
const mostTries = 2;

/** What is wanted of the charger now. */
export interface Wanted {
  readonly isCharge: boolean;
  /** The car has what it was to have. */
  readonly isDone: boolean;
  /** Nobody else has taken over, and there is a plan. */
  readonly isOurs: boolean;
}

export interface Steered {
  readonly phase: Phase;
  readonly heldSince: number | undefined;
  readonly command: Command | undefined;
  /** The charger does something else, and has not obeyed. */
  readonly isInVain: boolean;
}

/** Goes on with what was sent for the block or the pause that runs, and says what to send now. */
export function steered(situation: Situation, wanted: Wanted): Steered {
  const { memory, now, isReplugged, isGone, flows } = situation;
  const phase = phaseOf(situation, wanted);
  const hasGone = isGone || isReplugged;
  const isRunning = phase.isCharge && flows;
  const heldSince = hasGone || isRunning ? undefined : memory.heldSince;
  const still = { phase, heldSince, command: undefined, isInVain: false };
  const command = wanted.isOurs ? commandFor(situation, { ...wanted, heldSince }) : undefined;
  if (!command) return still;
  if (!mayTry(situation, phase)) return { ...still, isInVain: isInVain(situation, phase) };
  const tried = { ...phase, tries: phase.tries + 1, triedAt: now };
  const held = command.kind === 'pause' ? now : undefined;
  return { ...still, phase: tried, heldSince: held, command };
}

function phaseOf({ memory, now, isReplugged, ...seen }: Situation, { isCharge }: Wanted): Phase {
  const { phase } = memory;
  const { readAt, observation, flows, keptThere } = seen;
  // On its way into the charger it is still whoever had it before who has it.
  const isThere = keptThere.kind === 'storing' ? phase?.isThere : keptThere.kind === 'stored';
  const isSame = phase?.isCharge === isCharge && !isReplugged && !phase.isThere === !isThere;
  const begun: Phase = { isCharge, since: now, tries: 0, ...(isThere && { isThere }) };
  const open = phase && isSame ? phase : begun;
  const since = open.triedAt ?? open.since;
  const isAsWanted = isCharge ? flows : observation.status.state === 'paused';
  const isMet = readAt !== undefined && readAt >= since && isAsWanted;
  return isMet ? { ...open, isMet: true } : open;
}

interface Now {
  readonly isCharge: boolean;
  readonly isDone: boolean;
  readonly heldSince: number | undefined;
}

/** What brings the charger to what is wanted; nothing where it does that, or cannot. */
function commandFor(
  situation: Situation,
  { isCharge, isDone, heldSince }: Now,
): Command | undefined {
  const { observation, readAt, flows, keptThere, record } = situation;
  if (readAt === undefined || keptThere.kind === 'storing') return undefined;
  const { status, solarMode, abilities } = observation;
  const isPaused = status.state === 'paused' && !status.notSaid;
  // What the sun gives costs nothing.
  const isTooMuch = !isCharge && flows && solarMode !== 'solar';
  const may = (command: Command) =>
    permission(record.reading, command.kind).kind === 'allowed' ? command : undefined;
  if (keptThere.kind === 'stored' && !isDone) {
    const isStuck = isTooMuch || (isPaused && (isCharge || heldSince !== undefined));
    return isStuck && abilities.schedule ? may({ kind: 'backToSchedule' }) : undefined;
  }
  if (isTooMuch) return may({ kind: 'pause' });
  const isWaiting = isPaused || status.state === 'scheduled';
  return isCharge && isWaiting ? may({ kind: 'resume' }) : undefined;
}

/** At most once, and once more where a later reading shows that it came to nothing. */
function mayTry({ now, readAt = 0, keptThere }: Situation, phase: Phase): boolean {
  const { tries, triedAt = 0, since, retryAt = 0 } = phase;
  if (now < retryAt) return false;
  // A charger that keeps the plan turns by itself, and a reading says so a little later.
  if (keptThere.kind === 'stored') return tries === 0 && readAt > since + settleMs;
  return tries === 0 || (tries < mostTries && readAt > triedAt + settleMs);
}

function isInVain({ readAt = 0 }: Situation, { triedAt }: Phase): boolean {
  return triedAt !== undefined && readAt > triedAt + settleMs;
}
