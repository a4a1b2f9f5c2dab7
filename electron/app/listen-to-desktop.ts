import { actOf } from '../tray/entries.ts';
import { act } from './act.ts';
import type { Organs } from './organs.ts';

/** Somebody else's Wi-Fi needs a moment after wake, and many computers wake at the same hour. */
const wakeMs = 2000;
const wakeJitterMs = 4000;
const networkCheckMs = 5000;
const networkChecks = 12;

/** Connects what comes from the desktop (tray, notices, window, power) to what the app does. */
export function listenToDesktop(organs: Organs): void {
  const { shells, store, poller, commands, accounts, notifier } = organs;
  shells.tray.onPress((press) => {
    if (press.kind === 'icon') return organs.open('chargers');
    const pressed = actOf(press.id);
    if (pressed) act(organs, pressed);
  });
  shells.tray.onHost((tray) => {
    store.change({ tray });
    // An app that nobody can reach must not hide.
    if (tray === 'absent' && !shells.window.isOpen()) shells.window.open();
  });
  shells.notices.onClick((notice, action) => {
    const { chargerId } = notice;
    if (action === 'unlock' && chargerId) void commands.ask(chargerId, { kind: 'unlock' });
    else organs.open(notice.kind === 'signInNeeded' ? 'settings' : 'chargers', chargerId);
  });
  shells.notices.onChance(() => void notifier.flush());
  shells.window.onChange((open) => {
    poller.reconsider();
    if (!open && store.get().tray === 'absent') shells.desktop.quit();
  });
  shells.vault.onOpened(() => accounts.retryKeychain());
  listenToPower(organs);
}

function listenToPower(organs: Organs): void {
  const { power } = organs.shells;
  // A computer can fall asleep again before its network is back: only the last wake counts.
  let wake = {};
  power.onSleep(() => {
    wake = {};
    organs.poller.rest();
    void organs.memory.settle();
  });
  power.onWake(() => {
    const mine = {};
    wake = mine;
    organs.afterGap();
    organs.publish();
    resumeWhenOnline(organs, { isLast: () => wake === mine, checksLeft: networkChecks });
  });
}

interface Waking {
  readonly isLast: () => boolean;
  readonly checksLeft: number;
}

/** Waits for the network, but not for ever: the system may be wrong about it. */
function resumeWhenOnline(organs: Organs, waking: Waking): void {
  const { clock, power, random } = organs.shells;
  const { isLast, checksLeft } = waking;
  if (!isLast()) return;
  if (power.online() || checksLeft === 0) {
    organs.poller.resume(wakeMs + random() * wakeJitterMs);
    return;
  }
  const later = { isLast, checksLeft: checksLeft - 1 };
  clock.after(networkCheckMs, () => resumeWhenOnline(organs, later));
}
