import { join } from 'node:path';
import type { IconName, TrayView } from '../../ports/tray-view.ts';

export type Panel = Exclude<TrayView['panel'], 'auto'>;

/** What is known of the desktop that says whether its panel is dark. */
export interface PanelFacts {
  readonly platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`: names with colons in between. */
  readonly desktop: string;
  /** Whether the system's own parts are dark, whatever theme the window has. */
  readonly systemIsDark: boolean;
}

/** These draw their panel dark even where their windows are light. */
const darkPanels = ['GNOME', 'UNITY', 'PANTHEON', 'BUDGIE', 'X-CINNAMON'];

/** The panel to draw for: as chosen, else what the desktop lets us guess. */
export function panelOf(chosen: TrayView['panel'], facts: PanelFacts): Panel {
  if (chosen !== 'auto') return chosen;
  const names = facts.desktop.toUpperCase().split(':');
  const alwaysDark = facts.platform === 'linux' && names.some((name) => darkPanels.includes(name));
  return alwaysDark || facts.systemIsDark ? 'forDarkPanel' : 'forLightPanel';
}

export interface IconFacts {
  readonly platform: NodeJS.Platform;
  readonly panel: Panel;
  readonly icon: TrayView['icon'];
}

/**
 * The file of a drawing below the folder of icons. macOS colours its icons itself, so there is one
 * for both panels; its name ends in `Template` to say so.
 */
export function iconFile({ platform, panel, icon }: IconFacts): string {
  const name = `${kebab(icon.name)}${icon.outdated ? '-outdated' : ''}`;
  if (platform === 'darwin') return join('tray/mac', `${name}Template.png`);
  const folder = panel === 'forDarkPanel' ? 'dark' : 'light';
  const [system, ending] = platform === 'win32' ? ['win', 'ico'] : ['linux', 'png'];
  return join('tray', system, folder, `${name}.${ending}`);
}

function kebab(name: IconName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
