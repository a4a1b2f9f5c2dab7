import type { Settings } from '../../shared/domain/app/settings.ts';
import type { UpdateWaits } from '../../shared/domain/app/update.ts';
import type { CommandProgress } from '../../shared/domain/charger/command.ts';
import type { Ports } from '../ports/app-ports.ts';

/** What updates need of the app. */
export interface UpdatesApp {
  readonly ports: Pick<Ports, 'clock' | 'facts' | 'http' | 'log' | 'random' | 'updater' | 'window'>;
  readonly preferences: { readonly get: () => Pick<Settings, 'updates'> };
  readonly commands: {
    readonly open: () => readonly { readonly progress: Pick<CommandProgress, 'phase'> }[];
  };
  readonly plans: { readonly isAtEdge: (nearMs: number) => boolean };
  readonly stateFile: { readonly keepSoon: () => void };
  readonly throttle: { readonly now: () => void; readonly soon: () => void };
}

/** A restart takes seconds, but readings that confirm what a plan did take minutes. */
const nearEdgeMs = 5 * 60_000;

/** Why the app must not end now: a charger would be left with half of what was wanted of it. */
export function standsInTheWay({
  commands,
  plans,
}: Pick<UpdatesApp, 'commands' | 'plans'>): UpdateWaits | undefined {
  const phases = commands.open().map(({ progress }) => progress.phase);
  if (phases.includes('sending') || phases.includes('sent')) return 'command';
  return plans.isAtEdge(nearEdgeMs) ? 'plan' : undefined;
}
