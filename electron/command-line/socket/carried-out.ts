import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { CommandOutcome, TerminalRequest } from '../../../shared/ipc/terminal-calls.ts';
import type { AppServices } from '../../app/app-services.ts';
import { nextChange } from './next-change.ts';

interface Around extends Pick<AppServices, 'commands' | 'store'> {
  readonly ports: Pick<AppServices['ports'], 'clock'>;
}

const superseded = { kind: 'superseded' } as const;

/**
 * Has a command carried out, as one of a script and not of a person, and says what became of it:
 * as soon as it was sent, or where somebody waits, once a reading has told or the time is over. The
 * command goes its way even if nobody waits any more.
 */
export async function carriedOut(
  { commands, ports, store }: Around,
  { chargerId, command, waitMs }: TerminalRequest<'execute'>,
  gone: AbortSignal,
): Promise<CommandOutcome> {
  // It is followed by its identity: another one of the same words is not the same command.
  const progress = () => commands.asked(chargerId).find((one) => one.command === command);
  const over = new AbortController();
  const end = () => over.abort();
  gone.addEventListener('abort', end);
  const patience = waitMs === undefined ? undefined : ports.clock.after(waitMs, end);
  try {
    const sending = commands.execute(chargerId, command, 'automation');
    const sent = await Promise.race([sending, ending(over.signal)]);
    if (sent && !sent.ok) return { kind: 'failed', failure: sent.failure };
    const isAwaited = () => waitMs !== undefined && !over.signal.aborted;
    while (isAwaited() && !outcomeOf(progress())) await nextChange(store, over.signal);
    return outcomeOf(progress()) ?? outcomeSoFar(progress(), waitMs !== undefined);
  } finally {
    patience?.cancel();
    gone.removeEventListener('abort', end);
  }
}

function ending(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined));
  });
}

/** Undefined while a reading may still tell. */
function outcomeOf(progress: CommandProgress | undefined): CommandOutcome | undefined {
  switch (progress?.phase) {
    case undefined:
      return superseded;
    case 'confirmed':
      return { kind: 'confirmed' };
    case 'notConfirmed':
      return { kind: 'notConfirmed', progress };
    case 'failed':
      return { kind: 'failed', failure: progress.why };
    default:
      return undefined;
  }
}

function outcomeSoFar(progress: CommandProgress | undefined, isAwaited: boolean): CommandOutcome {
  if (!progress) return superseded;
  return { kind: isAwaited ? 'notConfirmed' : 'sent', progress };
}
