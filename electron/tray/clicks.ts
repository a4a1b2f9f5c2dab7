/** What a left click on the icon does, as whoever uses that system expects. */
export interface Clicks {
  /** The window, or the menu, which otherwise comes with a right click, or as the panel has it. */
  readonly left: 'window' | 'menu';
  /** Two clicks that follow each other are a double click, of which the first has done it all. */
  readonly doubles: boolean;
  /** The system tells when the menu is open; until it is closed, it must not be exchanged. */
  readonly tellsOfMenu: boolean;
}

/**
 * Windows: left click and Enter open the window, right click and the menu key the menu. macOS: every
 * click and the keyboard open the menu, as with all that stands in the menu bar. Linux: the panel
 * opens the menu, and activates, which opens the window.
 */
export function clicksOn(platform: NodeJS.Platform): Clicks {
  switch (platform) {
    case 'darwin':
      return { left: 'menu', doubles: false, tellsOfMenu: true };
    case 'win32':
      return { left: 'window', doubles: true, tellsOfMenu: true };
    default:
      return { left: 'window', doubles: true, tellsOfMenu: false };
  }
}
