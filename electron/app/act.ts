import type { SettingsChange } from '../../shared/domain/settings.ts';
import { exhaustive } from '../../shared/exhaustive.ts';
import { PromptOnce } from '../ports/vault.ts';
import type { Act } from '../tray/entries.ts';
import type { Organs } from './organs.ts';

const hourMs = 3_600_000;

/** Does what a pressed menu entry says. */
export function act(organs: Organs, pressed: Act): void {
  switch (pressed.do) {
    case 'ask':
      void organs.commands.ask(pressed.chargerId, pressed.wish);
      return;
    case 'refresh':
      organs.poller.lookWithin(0);
      return;
    case 'quiet':
      setQuiet(organs, pressed.quiet);
      return;
    case 'open':
      organs.open(pressed.view, pressed.chargerId);
      return;
    case 'tryKeychain':
      organs.accounts.retryKeychain(new PromptOnce());
      return;
    case 'quit':
      organs.shells.desktop.quit();
      return;
    default:
      exhaustive(pressed);
  }
}

/** Keeps the settings and has the desktop follow them, whoever changed them. */
export function changeSettings(organs: Organs, change: SettingsChange): void {
  const { window, desktop } = organs.shells;
  organs.preferences.change(change);
  if (change.theme) window.setTheme(change.theme);
  if (change.openAtLogin !== undefined) desktop.setOpenAtLogin(change.openAtLogin);
  organs.publish();
}

/** Notifications on, off for an hour, or off. */
export function setQuiet(organs: Organs, quiet: 'no' | 'hour' | 'always'): void {
  const { clock } = organs.shells;
  if (quiet !== 'hour') {
    organs.preferences.setQuiet({ kind: quiet });
  } else {
    organs.preferences.setQuiet({ kind: 'until', at: clock.now() + hourMs });
    // Nothing else may happen for hours, and the menu would go on saying "off".
    clock.after(hourMs, () => organs.publish());
  }
  organs.publish();
}
