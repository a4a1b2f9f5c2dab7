import { createHandlers } from './ipc/create-handlers.ts';
import type { Handlers } from './ipc/handlers.ts';
import { listenToDesktop } from './listen-to-desktop.ts';
import { Organs } from './organs.ts';
import type { Shells } from './shells.ts';
import { composeFace } from './tray/compose-face.ts';

/** The whole app without its shells: what `main.ts` starts and journeys drive. */
export interface App {
  /** Shows the tray at once; everything slow goes on behind it. */
  start(options: { readonly hidden: boolean }): void;
  secondLaunch(): void;
  /** Lets go of everything; resolves when nothing is under way any more. */
  stop(): Promise<void>;
  readonly handlers: Handlers;
}

export function createApp(shells: Shells): App {
  const organs = new Organs(shells);
  const { store, preferences, poller, commands, accounts } = organs;
  store.listen((state) => {
    shells.tray.show(composeFace(state, { now: shells.clock.now(), manner: {} }));
    shells.window.send(state);
  });

  return {
    start({ hidden }) {
      shells.log.info('started', { version: shells.facts.version, demo: shells.facts.demo });
      shells.window.setTheme(preferences.get().theme);
      listenToDesktop(organs);
      organs.afterGap();
      organs.publish();
      accounts.start();
      const nothingYet = preferences.records().length === 0;
      if (hidden || (preferences.get().startHidden && !nothingYet)) return;
      organs.open(nothingYet ? 'add' : 'chargers');
    },
    secondLaunch: () => organs.open('chargers'),
    async stop() {
      poller.rest();
      commands.stop();
      await accounts.stop();
      await organs.records.stop();
      await shells.http.close();
      shells.tray.destroy();
      shells.log.info('stopped');
    },
    handlers: createHandlers(organs),
  };
}
