import type { Failure } from '../../shared/domain/failure.ts';
import type { AppServices } from '../app/app-services.ts';
import { Commands } from './commands.ts';
import type { PersistedCommand } from './persisted-command.ts';

/** A charger that has just obeyed reports within seconds; asking sooner is wasted. */
const confirmWithinMs = 8000;

type Around = Pick<
  AppServices,
  'accounts' | 'connections' | 'pipeline' | 'plans' | 'ports' | 'stateFile' | 'throttle' | 'tracker'
>;

interface CommandsBefore {
  /** Those that were under way when the app ended. */
  readonly kept: readonly PersistedCommand[];
  readonly signInRefused: (id: string, failure: Failure) => void;
}

/** The commands, among the parts of the app. The parts need not be there yet. */
export function createCommands(
  services: Around,
  { kept, signInRefused }: CommandsBefore,
): Commands {
  const { ports } = services;
  return new Commands({
    clock: ports.clock,
    log: ports.log,
    kept: kept.filter(({ chargerId }) => services.tracker.record(chargerId)),
    charger: (id) => services.connections.handle(id),
    reading: (id) => services.tracker.record(id)?.reading,
    replied: (id, observation) =>
      void services.pipeline.apply(id, { kind: 'replied', observation }),
    failed: (id, failure) => {
      if (failure.kind === 'signInNeeded') signInRefused(id, failure);
    },
    notConfirmed: (id, progress) => {
      const record = services.tracker.record(id);
      const { at } = progress;
      const events = [{ kind: 'notConfirmed', at, progress } as const];
      if (record) services.pipeline.announce({ about: 'charger', record, events });
    },
    asked: (...asked) => services.plans.asked(...asked),
    save: () => services.stateFile.keep(),
    changed: () => {
      services.throttle.now();
      services.connections.reconsider();
    },
    readSoon: (id) => {
      const pace = services.accounts.paceSeconds(services.tracker.record(id)?.accountId ?? '');
      services.connections.refresh(pace === undefined ? confirmWithinMs : pace * 1000, id);
    },
  });
}
