import { createHandlers } from '../ipc/create-handlers.ts';
import { stateSender } from '../ipc/crossing.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { AppPorts } from '../ports/app-ports.ts';
import type { Timer } from '../ports/clock.ts';
import type { TrayView } from '../tray/tray-view.ts';
import { TrayViewComposer } from '../tray/tray-view-composer.ts';
import { listenToDesktop } from './listen-to-desktop.ts';
import { Services } from './services.ts';

/** The whole app without its ports: what `main.ts` starts and journeys drive. */
export interface App {
  /** Shows the tray at once; everything slow goes on behind it. */
  start(options: { readonly hidden: boolean }): void;
  secondLaunch(): void;
  /** Lets go of everything; resolves when nothing is under way any more. */
  stop(): Promise<void>;
  readonly handlers: Handlers;
}

/**
 * The icon is on its way to the panel for so long, and whatever this process does meanwhile holds
 * it up. What takes a while and can wait begins after that.
 */
export const trayFirstMs = 100;

export function createApp(ports: AppPorts): App {
  const services = new Services(ports);
  const { store, preferences, poller, commands, accounts } = services;
  const composer = new TrayViewComposer();
  const send = stateSender(ports);
  let shown: TrayView | undefined;
  let begin: Timer | undefined;
  let isStopped = false;
  store.listen((state) => {
    const trayView = composer.trayView(state, ports.clock.now());
    if (trayView !== shown) ports.tray.show(trayView);
    shown = trayView;
    send(state);
  });

  return {
    start({ hidden }) {
      ports.log.info('started', { version: ports.facts.version, demo: ports.facts.demo });
      ports.window.setTheme(preferences.get().theme);
      listenToDesktop(services);
      services.afterGap();
      services.publish();
      begin = ports.clock.after(trayFirstMs, () => {
        // Before anybody is asked: the first look may end a charge, whose cost is told with it.
        const tariffs = services.tariffs.ready();
        if (tariffs) void tariffs.finally(() => isStopped || accounts.start());
        else accounts.start();
        if (preferences.get().openAtLogin) ports.desktop.keepOpenAtLogin();
      });
      const nothingYet = preferences.records().length === 0;
      if (hidden || (preferences.get().startHidden && !nothingYet)) return;
      services.open(nothingYet ? 'add' : 'chargers');
    },
    secondLaunch: () => services.open('chargers'),
    async stop() {
      isStopped = true;
      begin?.cancel();
      poller.rest();
      commands.stop();
      const kept = [services.memory.settle(), preferences.settled(), ports.desktop.settled()];
      const written = Promise.all(kept);
      await accounts.stop();
      await services.records.stop();
      await ports.http.close();
      await written;
      ports.tray.destroy();
      ports.log.info('stopped');
    },
    handlers: createHandlers(services),
  };
}
