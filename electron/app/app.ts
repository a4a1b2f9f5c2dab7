import type { TerminalHandlers } from '../command-line/socket/terminal-handlers.ts';
import type { Adapters } from '../integrations/adapter.ts';
import { adapters as registry } from '../integrations/registry.ts';
import { createHandlers } from '../ipc/create-handlers.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { Timer } from '../ports/clock.ts';
import type { AppPorts } from './app-services.ts';
import { listenToDesktop } from './listen-to-desktop.ts';
import { followShortcut } from './menu-actions.ts';
import { Services } from './services.ts';

/** The whole app without its ports: what `main.ts` starts and journeys drive. */
export interface App {
  /** Learns the language of the owner; before anything is said. */
  speak(): Promise<void>;
  /** Shows the tray at once; everything slow goes on behind it. */
  start(options: { readonly hidden: boolean }): void;
  /** Somebody wants to see the app, and has come by a link where one is given. */
  secondLaunch(link?: string): void;
  /** Lets go of everything; resolves when nothing is under way any more. */
  stop(): Promise<void>;
  readonly handlers: Handlers;
  /** Answers command lines; loaded with the first one. */
  terminalHandlers(): Promise<TerminalHandlers>;
}

/**
 * The icon is on its way to the panel for so long, and whatever this process does meanwhile holds
 * it up. What takes a while and can wait begins after that.
 */
export const trayFirstMs = 100;

/** The app in its surroundings, for the brands of the registry unless others are given. */
export function createApp(ports: AppPorts, adapters: Adapters = registry): App {
  const services = new Services(ports, adapters);
  const { preferences, connections, commands, accounts } = services;
  let begin: Timer | undefined;
  let isStopped = false;

  return {
    speak: () => services.speech.follow(),
    start({ hidden }) {
      ports.log.info('started', { version: ports.facts.version, demo: ports.facts.demo });
      ports.window.setTheme(preferences.get().theme);
      ports.window.setZoom(preferences.get().zoom);
      listenToDesktop(services);
      services.market.recall();
      services.afterGap();
      services.throttle.now();
      begin = ports.clock.after(trayFirstMs, () => {
        services.market.follow();
        // Before anybody is asked: the first reading may end a charge, whose cost is told with it.
        const tariffs = services.tariffs.ready();
        if (tariffs) void tariffs.finally(() => isStopped || accounts.start());
        else accounts.start();
        services.plans.start();
        services.updates.start();
        services.mqtt.start();
        followDesktopSettings(services);
      });
      const nothingYet = preferences.records().length === 0;
      if (hidden || (preferences.get().startHidden && !nothingYet)) return;
      services.open(nothingYet ? 'add' : 'chargers');
    },
    secondLaunch: (link) => services.links.follow(link),
    async stop() {
      isStopped = true;
      begin?.cancel();
      const quiet = connections.stop();
      commands.stop();
      const { mqtt, plans, updates } = services;
      const others = Promise.all([plans.stop(), updates.stop(), mqtt.stop()]);
      services.notifier.stop();
      const kept = [services.stateFile.settle(), preferences.settled(), ports.desktop.settled()];
      const written = Promise.all(kept);
      await others;
      await services.market.stop();
      await accounts.stop();
      await quiet;
      await services.history.stop();
      await ports.http.close();
      await written;
      ports.tray.destroy();
      ports.log.info('stopped');
    },
    handlers: createHandlers(services),
    terminalHandlers: () => terminalHandlersOf(services),
  };
}

function followDesktopSettings(services: Services): void {
  const { shortcut, openAtLogin } = services.preferences.get();
  if (shortcut !== null) followShortcut(services);
  if (openAtLogin) services.ports.desktop.keepOpenAtLogin();
}

async function terminalHandlersOf(services: Services): Promise<TerminalHandlers> {
  const { terminalHandlers } = await import('../command-line/socket/terminal-handlers.ts');
  return terminalHandlers(services);
}
