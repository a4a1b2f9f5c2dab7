import type { Settings } from '../../shared/domain/app/settings.ts';
import type { CommandProgress } from '../../shared/domain/charger/command.ts';
import type { PlanMemory } from '../plans/plan-memory.ts';
import type { Ports } from '../ports/app-ports.ts';

/** What updates need of the app. */
export interface UpdatesApp {
  readonly ports: Pick<Ports, 'clock' | 'facts' | 'http' | 'log' | 'random' | 'updater' | 'window'>;
  readonly preferences: { readonly get: () => Pick<Settings, 'plans' | 'updates'> };
  readonly commands: {
    readonly open: () => readonly { readonly progress: Pick<CommandProgress, 'phase'> }[];
  };
  readonly plans: {
    readonly isWriting: () => boolean;
    readonly kept: () => readonly Pick<PlanMemory, 'chargerId' | 'planned' | 'suspendedUntil'>[];
  };
  readonly stateFile: { readonly keepSoon: () => void };
  readonly throttle: { readonly now: () => void; readonly soon: () => void };
}
