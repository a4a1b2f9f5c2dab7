import type { Command, CommandKind, CommandProgress } from '../../shared/domain/charger/command.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { isLocked } from '../../shared/domain/charger/permission.ts';
import type { Failure, Refusal } from '../../shared/domain/failure.ts';
import type { Timer } from '../ports/clock.ts';
import type { Doubt } from './doubt.ts';

/** A command on its way, and what has been learned about it. */
export interface PendingCommand {
  progress: CommandProgress;
  doubt?: Doubt;
  /** A reading has judged the refusal. */
  judged?: true;
  /** A newer one was asked for since, even if that one is gone: nobody waits for this one. */
  superseded?: true;
  patience?: Timer;
}

/** The commands of one charger, the newest first, and one for each matter. */
export class ChargerCommands {
  #all: readonly PendingCommand[] = [];

  /** The one that is shown and waited for. */
  get newest(): PendingCommand | undefined {
    const [first] = this.#all;
    return first?.superseded ? undefined : first;
  }

  get all(): readonly PendingCommand[] {
    return this.#all;
  }

  /** Whatever was asked of the same matter before holds no longer. */
  add(command: PendingCommand): void {
    const matter = matters[command.progress.command.kind];
    this.newest?.patience?.cancel();
    const others = this.#all.filter(({ progress }) => matters[progress.command.kind] !== matter);
    for (const other of others) other.superseded = true;
    this.#all = [command, ...others];
  }

  /** Drops what is so, unless somebody waits for it. */
  drop(isSo: (command: PendingCommand) => boolean): void {
    const { newest } = this;
    const isAwaited = (command: PendingCommand) => command === newest && isOpen(command);
    this.#all = this.#all.filter((command) => isAwaited(command) || !isSo(command));
  }
}

const matters: Record<CommandKind, string> = {
  pause: 'charge',
  resume: 'charge',
  backToSchedule: 'charge',
  lock: 'lock',
  unlock: 'lock',
  setLimit: 'limit',
  setSolarMode: 'solarMode',
  setPrice: 'price',
  reboot: 'reboot',
  updateSoftware: 'software',
};

/** Waits for a reading: to be confirmed, or to be told why it was refused. */
export function isOpen({ progress, judged }: PendingCommand): boolean {
  if (progress.phase === 'sending' || progress.phase === 'sent') return true;
  return progress.phase === 'failed' && progress.why.kind === 'refused' && !judged;
}

/** A reading could have confirmed it and has not, in this run of the app or before. */
export function isRead({ progress, doubt }: PendingCommand): boolean {
  const before = progress.phase === 'sent' && progress.contradicted === true;
  return before || (doubt !== undefined && doubt.against > 0);
}

/**
 * Why a command was refused, as a reading after it tells: the charger may have been locked, or taken
 * over, between the reading before and the command. Pure.
 */
export function explained(command: Command, why: Refusal, observation: Observation): Refusal {
  const isAboutLock = command.kind === 'lock' || command.kind === 'unlock';
  if (isLocked(observation) && !isAboutLock) return 'locked';
  if (observation.foreignControl) return 'foreignControl';
  if (observation.status.state === 'updating') return 'updating';
  return withRole(why, observation);
}

/**
 * What a reading after a refusal has to say of it; undefined where that is nothing new. Only the first
 * one can tell: what the charger does later says nothing about the moment of the refusal.
 */
export function explanation(mine: PendingCommand, observation: Observation): Failure | undefined {
  const { progress } = mine;
  if (progress.phase !== 'failed' || progress.why.kind !== 'refused') return undefined;
  const said = progress.why.why;
  const why = mine.judged
    ? withRole(said, observation)
    : explained(progress.command, said, observation);
  const wasOpen = isOpen(mine);
  mine.judged = true;
  return why !== said || wasOpen ? { kind: 'refused', why } : undefined;
}

/** The part of it that may be known later only: what the person who asks is. Pure. */
export function withRole(why: Refusal, { mayCommand }: Observation): Refusal {
  if (why !== 'unclear' && why !== 'noReason') return why;
  return mayCommand === false ? 'noRight' : 'noReason';
}

/** The request had left when it failed, and the far end may have carried it out. */
export function mayBeDone(failure: Failure): boolean {
  return 'sent' in failure && failure.sent === true;
}
