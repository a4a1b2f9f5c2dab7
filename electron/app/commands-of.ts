import type { Failure } from '../../shared/domain/failure.ts';
import type { Kept } from '../charging/kept-memory.ts';
import { type Commands, createCommands } from '../commands/commands.ts';
import { notConfirmedNotice } from '../notifications/other-notices.ts';
import type { Organs } from './organs.ts';

/** A charger that has just obeyed reports within seconds; asking sooner is wasted. */
const confirmWithinMs = 8000;

/** The commands, connected to what they need. `lookFailed` hears of a sign-in that is needed. */
export function commandsOf(
  organs: Organs,
  kept: Kept,
  lookFailed: (id: string, failure: Failure) => void,
): Commands {
  const { chronicle, shells } = organs;
  return createCommands({
    clock: shells.clock,
    log: shells.log,
    kept: kept.wishes.filter(({ chargerId }) => chronicle.memory(chargerId)),
    charger: (id) => organs.poller.charger(id),
    reading: (id) => chronicle.memory(id)?.reading,
    replied: (id, seen) => chronicle.happen(id, { kind: 'replied', seen }),
    failed(id, failure) {
      if (failure.kind === 'signInNeeded') lookFailed(id, failure);
    },
    notConfirmed(id, progress) {
      const memory = chronicle.memory(id);
      if (memory) chronicle.tell(notConfirmedNotice(memory, progress));
    },
    save: () => organs.memory.keep(),
    changed() {
      organs.publish();
      organs.poller.reconsider();
    },
    lookSoon(id) {
      const pace = organs.accounts.paceSeconds(chronicle.memory(id)?.accountId ?? '');
      organs.poller.lookWithin(pace === undefined ? confirmWithinMs : pace * 1000, id);
    },
  });
}
