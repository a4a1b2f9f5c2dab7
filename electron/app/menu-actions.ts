import type { QuietChoice } from '../../shared/domain/app/quiet.ts';
import type { SettingsChange } from '../../shared/domain/app/settings.ts';
import { exhaustive } from '../../shared/exhaustive.ts';
import { PromptOnce } from '../ports/vault.ts';
import { nextMorning } from '../settings/next-morning.ts';
import type { MenuAction } from '../tray/entries.ts';
import type { AppServices } from './app-services.ts';

const hourMs = 3_600_000;

/** Does what a pressed menu entry says. */
export function runMenuAction(services: AppServices, pressed: MenuAction): void {
  switch (pressed.do) {
    case 'execute':
      void services.commands.execute(pressed.chargerId, pressed.command, 'person');
      return;
    case 'refresh':
      services.connections.refresh(0);
      return;
    case 'quiet':
      setQuiet(services, pressed.quiet);
      return;
    case 'open':
      services.open(pressed.view, pressed.chargerId);
      return;
    case 'plan':
      void services.plans.choose(pressed.chargerId, pressed.choice);
      return;
    case 'tryKeychain':
      retryKeychain(services);
      return;
    case 'quit':
      services.ports.desktop.quit();
      return;
    default:
      exhaustive(pressed);
  }
}

/** Asks the keychain again, with one prompt for all that waits for it. */
export function retryKeychain({ accounts, market, mqtt }: AppServices): void {
  const prompt = new PromptOnce();
  accounts.retryKeychain(prompt);
  market.keychainOpened(prompt);
  void mqtt.loaded?.keychainOpened(prompt);
}

/** Keeps the settings and has the desktop follow them, whoever changed them. */
export function changeSettings(services: AppServices, change: SettingsChange): void {
  const { window } = services.ports;
  services.preferences.change(change);
  if (change.theme) window.setTheme(change.theme);
  if (change.zoom) window.setZoom(change.zoom);
  if (change.shortcut !== undefined) followShortcut(services);
  if (change.updates !== undefined) services.updates.follow();
  if (change.market !== undefined) services.market.follow();
  if (change.chargers) renameChargers(services);
  if (change.language || change.formats) void services.speech.follow();
  if (change.openAtLogin !== undefined) void followLogin(services, change.openAtLogin);
  services.throttle.now();
}

/** Has the desktop start the app at login, or no longer; where it refuses, the settings say as before. */
async function followLogin({ ports, preferences, store, throttle }: AppServices, open: boolean) {
  store.change({ loginItem: 'asChosen' });
  const isDone = await ports.desktop.setOpenAtLogin(open);
  // Meanwhile it may have been chosen otherwise again.
  if (isDone || preferences.get().openAtLogin !== open) return;
  preferences.change({ openAtLogin: !open });
  store.change({ loginItem: 'refused' });
  throttle.now();
}

/** Has the keys in the settings open the window, and the state say whether they do. */
export function followShortcut(services: AppServices): void {
  const { ports, preferences, store } = services;
  const { shortcut } = preferences.get();
  const isOurs = ports.desktop.setShortcut(shortcut, () => services.open('chargers'));
  store.change({ shortcut: shortcut === null ? 'none' : isOurs ? 'active' : 'taken' });
}

/** Has the records follow the names in the settings: tray, notifications and history read those. */
function renameChargers({ history, preferences, stateFile, tracker }: AppServices): void {
  const renamed = tracker.rename(preferences.get().chargers.names);
  for (const record of renamed) history.renamed(record);
  if (renamed.length > 0) stateFile.keepSoon();
}

/** Notifications on, off for an hour or until the morning of tomorrow, or off. */
export function setQuiet(services: AppServices, quiet: QuietChoice): void {
  const { clock, zone } = services.ports;
  if (quiet === 'no' || quiet === 'always') {
    services.preferences.setQuiet({ kind: quiet });
  } else {
    const now = clock.now();
    const at = quiet === 'hour' ? now + hourMs : nextMorning(now, zone());
    services.preferences.setQuiet({ kind: 'until', at });
    // Nothing else may happen for hours, and the menu would go on saying "off".
    clock.after(at - now, () => services.throttle.now());
  }
  services.throttle.now();
}
