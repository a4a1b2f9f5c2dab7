import type {
  Command,
  CommandOrigin,
  CommandProgress,
} from '../../shared/domain/charger/command.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { Reading } from '../../shared/domain/charger/reading.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { ChargerHandle } from '../integrations/connection.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PersistedCommand } from './persisted-command.ts';

export interface CommandParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Wishes that were open when the app ended. */
  readonly kept: readonly PersistedCommand[];
  readonly charger: (id: string) => ChargerHandle | undefined;
  readonly reading: (id: string) => Reading | undefined;
  /** The charger's own reply shows new values. */
  readonly replied: (id: string, observation: Observation) => void;
  readonly failed: (id: string, failure: Failure) => void;
  readonly notConfirmed: (id: string, progress: CommandProgress) => void;
  /** Resolves when `open` is on the disk; with a disk that hangs, never. */
  readonly save: () => Promise<void>;
  /** A command is about to be sent, by somebody. */
  readonly asked?: (id: string, command: Command, origin: CommandOrigin) => void;
  /** A command has moved on: show it. */
  readonly changed: (id: string) => void;
  /** Only a reading can say more: make it soon. */
  readonly readSoon: (id: string) => void;
}
