import type { Engine, RawDatabase } from '../../electron/history/store/engine.ts';
import type { OpenHistory } from '../../electron/history/store/history.ts';
import { openHistory } from '../../electron/history/store/open-history.ts';
import type { Books } from './computer.ts';

/** The real database, of which a killed process writes nothing more, whatever waited to be written. */
export function mortalHistory(file: string, engine: Engine): Books {
  let run = { isDead: false };
  const opened = new Set<RawDatabase>();
  class Mortal extends engine {
    constructor(...args: ConstructorParameters<Engine>) {
      super(...args);
      opened.add(this);
    }
  }
  const open: OpenHistory = (parts) => {
    const mine = { isDead: false };
    run = mine;
    const load = () =>
      mine.isDead ? new Promise<never>(() => undefined) : Promise.resolve<Engine>(Mortal);
    return openHistory({ ...parts, file, load });
  };
  const killed = () => {
    run.isDead = true;
    for (const database of opened) {
      try {
        database.close();
      } catch {
        // It had ended in peace.
      }
    }
    opened.clear();
  };
  return { open, killed };
}
