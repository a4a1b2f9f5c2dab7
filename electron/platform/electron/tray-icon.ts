import { join } from 'node:path';
import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import type { TrayPort, TrayPress } from '../../ports/app-ports.ts';
import type { Log } from '../../ports/log.ts';
import type { TrayView } from '../../ports/tray-view.ts';
import { clicksOn } from '../../tray/clicks.ts';
import { HeldMenu } from '../../tray/held-menu.ts';
import { menuTemplate } from '../../tray/menu-template.ts';
import type { TrayHost } from '../dbus/tray-host.ts';
import { iconFile, panelOf } from './icon-files.ts';

export interface TrayOptions {
  readonly iconFolder: string;
  readonly host: TrayHost;
  readonly log: Log;
}

/** What the icon in the panel was last told, so that only what changed is told again. */
interface Drawn {
  readonly icon: string;
  readonly tooltip: string;
  readonly title: string;
  readonly menu: string;
}

/** The icon in the panel. */
export function openTray(options: TrayOptions): TrayPort {
  return new ElectronTray(options);
}

class ElectronTray implements TrayPort {
  readonly #options: TrayOptions;
  readonly #listeners: ((press: TrayPress) => void)[] = [];
  readonly #redraw = (): void => this.#draw();
  readonly #clicks = clicksOn(process.platform);
  readonly #menus = new HeldMenu<TrayView>({
    exchange: (trayView) => this.#drawMenu(trayView),
    later: (then) => void setImmediate(then),
  });
  /** Kept here, or it is collected while the panel still shows it. */
  readonly #kept: { menu?: Menu } = {};
  #tray: Tray | undefined;
  #trayView: TrayView | undefined;
  #drawn: Partial<Drawn> = {};
  #placeWasMissing = false;

  constructor(options: TrayOptions) {
    this.#options = options;
    nativeTheme.on('updated', this.#redraw);
    options.host.onPlace((there) => this.#placeSeen(there));
  }

  show(trayView: TrayView): void {
    this.#trayView = trayView;
    this.#draw();
  }

  onHost(heard: (presence: 'shown' | 'absent') => void): void {
    this.#options.host.onPresence(heard);
  }

  onPress(heard: (press: TrayPress) => void): void {
    this.#listeners.push(heard);
  }

  destroy(): void {
    nativeTheme.off('updated', this.#redraw);
    this.#trayView = undefined;
    this.#remove();
  }

  #draw(): void {
    const trayView = this.#trayView;
    if (!trayView) return;
    const icon = this.#iconPath(trayView);
    if (icon !== this.#drawn.icon) this.#drawIcon(icon);
    if (trayView.tooltip !== this.#drawn.tooltip) this.#tray?.setToolTip(trayView.tooltip);
    const { tooltip, title = '' } = trayView;
    if (title !== (this.#drawn.title ?? '')) this.#drawTitle(title);
    const menu = JSON.stringify(trayView.menu);
    if (menu !== this.#drawn.menu) this.#menus.show(trayView);
    this.#drawn = { icon, tooltip, title, menu };
  }

  #iconPath(trayView: TrayView): string {
    const platform = process.platform;
    const panel = panelOf(trayView.panel, {
      platform,
      desktop: process.env.XDG_CURRENT_DESKTOP ?? '',
      systemIsDark: systemIsDark(platform),
    });
    return join(this.#options.iconFolder, iconFile({ platform, panel, icon: trayView.icon }));
  }

  #drawIcon(path: string): void {
    const image = nativeImage.createFromPath(path);
    if (image.isEmpty()) this.#options.log.error('tray icon is missing', { path });
    if (this.#tray) this.#tray.setImage(image);
    else this.#tray = this.#create(image);
  }

  #create(image: Electron.NativeImage): Tray {
    const tray = new Tray(image);
    const { left, doubles } = this.#clicks;
    // Told on macOS also where the menu opens.
    if (left === 'window') tray.on('click', () => this.#tell({ kind: 'icon' }));
    if (!doubles) tray.setIgnoreDoubleClickEvents(true);
    return tray;
  }

  /** Only macOS has room for it. Figures of one width, or the icons beside it would dance. */
  #drawTitle(title: string): void {
    this.#tray?.setTitle(title, { fontType: 'monospacedDigit' });
  }

  #drawMenu(trayView: TrayView): void {
    const pressed = (id: string): void => this.#tell({ kind: 'entry', id });
    const menu = Menu.buildFromTemplate(menuTemplate(trayView.menu, pressed));
    if (this.#clicks.tellsOfMenu) {
      menu.on('menu-will-show', () => this.#menus.opened());
      menu.on('menu-will-close', () => this.#menus.closed());
    }
    this.#tray?.setContextMenu(menu);
    this.#kept.menu = menu;
  }

  #tell(press: TrayPress): void {
    for (const heard of this.#listeners) heard(press);
  }

  /** Electron asks for a place once. Who starts before the panel has to ask again. */
  #placeSeen(there: boolean): void {
    const isBack = there && this.#placeWasMissing;
    this.#placeWasMissing = !there;
    if (!isBack) return;
    this.#remove();
    this.#draw();
  }

  #remove(): void {
    this.#tray?.destroy();
    this.#tray = undefined;
    this.#drawn = {};
  }
}

/** Linux tells only of windows, and of those only while no theme was chosen for ours. */
function systemIsDark(platform: NodeJS.Platform): boolean {
  if (platform !== 'linux') return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
  return nativeTheme.themeSource === 'system' && nativeTheme.shouldUseDarkColors;
}
