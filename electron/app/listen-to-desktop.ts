import { menuActionOf } from '../tray/entries.ts';
import type { AppServices } from './app-services.ts';
import { runMenuAction } from './menu-actions.ts';

/** Somebody else's Wi-Fi needs a moment after wake, and many computers wake at the same hour. */
const wakeMs = 2000;
const wakeJitterMs = { watched: 4000, unwatched: 20_000 } as const;
const networkCheckMs = 5000;
const networkChecks = 12;

/**
 * How long after a wake, with the network back, chargers are read, ms: later where nobody watches.
 * `random` is from 0 to 1.
 */
export function wakeDelayMs(random: number, isWatched: boolean): number {
  return wakeMs + random * wakeJitterMs[isWatched ? 'watched' : 'unwatched'];
}

/** Connects what comes from the desktop (tray, notices, window, power) to what the app does. */
export function listenToDesktop(services: AppServices): void {
  const { ports, store, connections, commands, accounts, notifier } = services;
  ports.tray.onPress((press) => {
    if (press.kind === 'icon') return services.open('chargers');
    const pressed = menuActionOf(press.id);
    if (pressed) runMenuAction(services, pressed);
  });
  ports.tray.onHost((tray) => {
    store.change({ tray });
    // An app that nobody can reach must not hide.
    if (tray === 'absent' && !ports.window.isOpen()) services.open('chargers');
  });
  ports.notices.onClick((notice, action) => {
    const { chargerId } = notice;
    if (action === 'unlock' && chargerId) {
      void commands.execute(chargerId, { kind: 'unlock' }, 'person');
    } else services.open(notice.kind === 'signInNeeded' ? 'settings' : 'chargers', chargerId);
  });
  ports.notices.onChance(() => void notifier.flush());
  ports.window.onChange((open) => {
    connections.reconsider();
    if (!open && store.get().tray === 'absent') ports.desktop.quit();
  });
  ports.vault.onOpened(() => {
    accounts.retryKeychain();
    services.market.keychainOpened();
    void services.mqtt.loaded?.keychainOpened();
  });
  listenToPower(services);
}

function listenToPower(services: AppServices): void {
  const { power } = services.ports;
  // A computer can fall asleep again before its network is back: only the last wake counts.
  let wake = {};
  power.onSleep(() => {
    wake = {};
    services.connections.sleep();
    services.mqtt.loaded?.sleep();
    void services.stateFile.settle();
  });
  power.onWake(() => {
    const mine = {};
    wake = mine;
    services.afterGap();
    services.throttle.now();
    resumeWhenOnline(services, { isLast: () => wake === mine, checksLeft: networkChecks });
  });
}

interface Waking {
  readonly isLast: () => boolean;
  readonly checksLeft: number;
}

/** Waits for the network, but not for ever: the system may be wrong about it. */
function resumeWhenOnline(services: AppServices, waking: Waking): void {
  const { clock, power, random, window } = services.ports;
  const { isLast, checksLeft } = waking;
  if (!isLast()) return;
  if (power.online() || checksLeft === 0) {
    services.market.wake();
    services.plans.wake();
    services.updates.wake();
    services.mqtt.loaded?.wake();
    services.connections.wake(wakeDelayMs(random(), window.isOpen()));
    return;
  }
  const later = { isLast, checksLeft: checksLeft - 1 };
  clock.after(networkCheckMs, () => resumeWhenOnline(services, later));
}
