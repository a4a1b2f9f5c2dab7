import type { Failure } from '../../shared/domain/failure.ts';
import type { Kept } from '../charging/kept-memory.ts';
import { type Commands, createCommands } from '../commands/commands.ts';
import { notConfirmedNotice } from '../notifications/other-notices.ts';
import type { AppServices } from './app-services.ts';

/** A charger that has just obeyed reports within seconds; asking sooner is wasted. */
const confirmWithinMs = 8000;

/** The commands, connected to what they need. `lookFailed` hears of a sign-in that is needed. */
export function commandsOf(
  services: AppServices,
  kept: Kept,
  lookFailed: (id: string, failure: Failure) => void,
): Commands {
  const { tracker, ports } = services;
  return createCommands({
    clock: ports.clock,
    log: ports.log,
    kept: kept.wishes.filter(({ chargerId }) => tracker.memory(chargerId)),
    charger: (id) => services.poller.charger(id),
    reading: (id) => tracker.memory(id)?.reading,
    replied: (id, seen) => tracker.happen(id, { kind: 'replied', seen }),
    failed(id, failure) {
      if (failure.kind === 'signInNeeded') lookFailed(id, failure);
    },
    notConfirmed(id, progress) {
      const memory = tracker.memory(id);
      if (memory) tracker.tell(notConfirmedNotice(memory, progress));
    },
    save: () => services.memory.keep(),
    changed() {
      services.publish();
      services.poller.reconsider();
    },
    lookSoon(id) {
      const pace = services.accounts.paceSeconds(tracker.memory(id)?.accountId ?? '');
      services.poller.lookWithin(pace === undefined ? confirmWithinMs : pace * 1000, id);
    },
  });
}
