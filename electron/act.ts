import { exhaustive } from '../shared/exhaustive.ts';
import type { Organs } from './organs.ts';
import type { Act } from './tray/entries.ts';

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
    case 'quit':
      organs.shells.desktop.quit();
      return;
    default:
      exhaustive(pressed);
  }
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
