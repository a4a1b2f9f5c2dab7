import type {
  Command,
  CommandOrigin,
  CommandProgress,
} from '../../shared/domain/charger/command.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { CommandFailure } from '../../shared/ipc/contract.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import { within } from '../ports/within.ts';
import type { CommandParts } from './command-parts.ts';
import { confirms } from './confirms.ts';
import {
  type Against,
  doubtAfter,
  isContradicted,
  isMissed,
  isPassing,
  longestMs,
  noDoubt,
} from './doubt.ts';
import {
  ChargerCommands,
  explanation,
  isOpen,
  isRead,
  mayBeDone,
  type PendingCommand,
} from './pending-command.ts';
import {
  askedIn,
  isOld,
  leftMs,
  mayComeTrue,
  type PersistedCommand,
  takenUp,
} from './persisted-command.ts';
import { refusedBefore } from './refused-before.ts';

/** What is about to be sent must outlive a crash; a disk that hangs holds it up no longer. */
const saveMs = 1000;

/** Everything that may be asked of a charger, once, for tray and window alike. */
export class Commands {
  readonly #parts: CommandParts;
  readonly #commands = new Map<string, ChargerCommands>();
  readonly #giveUp = new AbortController();

  constructor(parts: CommandParts) {
    this.#parts = parts;
    for (const kept of parts.kept.toReversed()) this.#resume(kept);
  }

  /** Resolves when the command was sent, or not; its confirmation comes with a later reading. */
  async execute(
    id: string,
    command: Command,
    origin: CommandOrigin,
  ): Promise<Result<null, CommandFailure>> {
    const { clock, log } = this.#parts;
    const charger = this.#parts.charger(id);
    const reading = this.#parts.reading(id);
    const refused = refusedBefore(reading, command);
    if (!charger || refused) {
      return failed(refused ?? { kind: 'blocked', why: 'neverRead' });
    }
    if (!charger.execute) return failed({ kind: 'notSupported' });
    const from = reading && lastObservation(reading)?.status.state;
    const asked = { command, ...(from && { from }), ...(origin !== 'person' && { origin }) };
    const mine: PendingCommand = { progress: { phase: 'sending', ...asked, at: clock.now() } };
    this.#of(id).add(mine);
    this.#parts.asked?.(id, command, origin);
    const saved = this.#parts.save();
    this.#parts.changed(id);
    await within(clock, saveMs, saved, () => undefined);
    if (this.#giveUp.signal.aborted) return failed({ kind: 'unreachable' });
    const result = await charger.execute(command, { signal: this.#giveUp.signal });
    const { kind } = command;
    log.info('command', { kind, origin, charger: id, sent: result.ok, ...why(result) });
    if (this.#giveUp.signal.aborted) return failed({ kind: 'unreachable' });
    if (!result.ok && !mayBeDone(result.failure)) {
      this.#notSent(id, mine, result.failure);
      return result;
    }
    this.#sent(id, mine, result.ok ? result.value : 'unknown');
    return success(null);
  }

  /** How far the newest command has come. */
  progress(id: string): CommandProgress | undefined {
    return this.#commands.get(id)?.newest?.progress;
  }

  /** The newest command of each matter, the newest first. */
  asked(id: string): readonly CommandProgress[] {
    return this.#commands.get(id)?.all.map(({ progress }) => progress) ?? [];
  }

  /** A reading that may confirm a command, or say why it was refused; it speaks for its charger so long. */
  observed(id: string, observation: Observation, validForMs?: number): void {
    this.#dropOld(id);
    for (const mine of this.#commands.get(id)?.all ?? []) {
      if (mine.progress.phase === 'failed') this.#explain(id, mine, observation);
      else this.#weigh(id, mine, { observation, validForMs });
    }
  }

  /** Somebody waits for a reading of this charger. */
  awaits(id: string): boolean {
    const newest = this.#commands.get(id)?.newest;
    return newest !== undefined && isOpen(newest);
  }

  /** What must outlive a crash: commands that may be on their way. */
  open(): readonly PersistedCommand[] {
    return [...this.#commands].flatMap(([chargerId, { all }]) =>
      all
        .filter(({ progress }) => mayComeTrue(progress))
        .map(({ progress, superseded }) => ({
          chargerId,
          progress,
          ...(superseded && { superseded }),
        })),
    );
  }

  stop(): void {
    this.#giveUp.abort();
    for (const { all } of this.#commands.values()) for (const one of all) one.patience?.cancel();
  }

  #of(id: string): ChargerCommands {
    const commands = this.#commands.get(id) ?? new ChargerCommands();
    this.#commands.set(id, commands);
    return commands;
  }

  #resume({ chargerId: id, progress: kept, superseded }: PersistedCommand): void {
    const now = this.#now();
    if (isOld(kept, now)) return;
    const progress = takenUp(kept, now);
    const mine: PendingCommand = { progress, ...(superseded && { superseded }) };
    this.#of(id).add(mine);
    if (progress.phase === 'sent') this.#wait(id, mine, leftMs(progress, now));
  }

  #dropOld(id: string): void {
    const commands = this.#commands.get(id);
    const newest = commands?.newest;
    commands?.drop(({ progress }) => isOld(progress, this.#now()));
    if (commands?.newest !== newest) this.#parts.changed(id);
  }

  #notSent(id: string, mine: PendingCommand, failure: Failure): void {
    this.#move(id, mine, { ...started(mine, this.#now()), phase: 'failed', why: failure });
    this.#parts.failed(id, failure);
    if (isOpen(mine)) this.#parts.readSoon(id);
  }

  #sent(id: string, mine: PendingCommand, reply: Observation | 'unknown' | undefined): void {
    const isLost = reply === 'unknown';
    if (reply && !isLost) this.#parts.replied(id, reply);
    this.#wait(id, mine, longestMs);
    const progress = { ...started(mine, this.#now()), phase: 'sent' } as const;
    this.#move(id, mine, isLost ? { ...progress, outcome: 'unknown' } : progress);
    this.#parts.readSoon(id);
  }

  #wait(id: string, mine: PendingCommand, ms: number): void {
    const { clock, reading } = this.#parts;
    const before = reading(id);
    mine.doubt = noDoubt(clock.monotonic(), before && lastObservation(before));
    // A newer one is waited for in its place.
    if (this.#of(id).newest !== mine) return;
    mine.patience = clock.after(ms, () => this.#giveUpOn(id, mine, { told: true }));
  }

  /** Every command, also one that a newer one came after: it may be taken for what explains a notice. */
  #weigh(id: string, mine: PendingCommand, read: Omit<Against, 'now'>): void {
    const { progress, doubt } = mine;
    if (progress.phase !== 'sent' && progress.phase !== 'notConfirmed') return;
    const now = this.#parts.clock.monotonic();
    if (confirms(progress.command, read.observation, progress.from)) {
      this.#move(id, mine, { ...started(mine, this.#now()), phase: 'confirmed' });
      mine.patience?.cancel();
    } else if (progress.phase === 'notConfirmed') {
      const { unread, ...known } = progress;
      if (unread && !isPassing(known.command)) this.#move(id, mine, known);
    } else if (doubt && isMissed(progress.command, doubt, now)) {
      this.#giveUpOn(id, mine, { told: false });
    } else if (doubt) this.#doubt(id, mine, doubtAfter(doubt, { ...read, now }));
  }

  #doubt(id: string, mine: PendingCommand, doubt: NonNullable<PendingCommand['doubt']>): void {
    mine.doubt = doubt;
    const { progress } = mine;
    if (isContradicted(doubt, this.#parts.clock.monotonic())) {
      this.#giveUpOn(id, mine, { told: this.#of(id).newest === mine });
    } else if (doubt.against > 0 && progress.phase === 'sent' && !progress.contradicted) {
      this.#move(id, mine, { ...progress, contradicted: true });
    }
  }

  #giveUpOn(id: string, mine: PendingCommand, { told }: { readonly told: boolean }): void {
    mine.patience?.cancel();
    const unread = isRead(mine) ? {} : { unread: true as const };
    const progress = { ...started(mine, this.#now()), phase: 'notConfirmed', ...unread } as const;
    this.#move(id, mine, progress);
    if (told) this.#parts.notConfirmed(id, progress);
  }

  #explain(id: string, mine: PendingCommand, observation: Observation): void {
    const why = explanation(mine, observation);
    const { progress } = mine;
    if (why && progress.phase === 'failed') this.#move(id, mine, { ...progress, why });
  }

  /** A newer command may have taken the place meanwhile; then this one is no longer shown. */
  #move(id: string, mine: PendingCommand, progress: CommandProgress): void {
    mine.progress = progress;
    void this.#parts.save();
    if (this.#of(id).newest === mine) this.#parts.changed(id);
    else mine.patience?.cancel();
  }

  #now(): number {
    return this.#parts.clock.now();
  }
}

function started({ progress }: PendingCommand, at: number) {
  return { ...askedIn(progress), at };
}

function why(result: Result<unknown, Failure>): { failure?: string } {
  return result.ok ? {} : { failure: result.failure.kind };
}
