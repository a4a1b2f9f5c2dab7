import type { ChargerStateName } from '../../shared/domain/charger/status.ts';

/** Names of the drawings; each has a hollow form for what is outdated. */
export type IconName = ChargerStateName | 'signIn';

/** What the tray shows: an image, words, and a menu as data. */
export interface TrayView {
  readonly icon: { readonly name: IconName; readonly outdated: boolean };
  readonly panel: 'auto' | 'forDarkPanel' | 'forLightPanel';
  readonly tooltip: string;
  /** Beside the icon, where the system has room for words there and its owner wants them. */
  readonly title?: string;
  readonly menu: readonly MenuEntry[];
}

export type MenuEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'words'; readonly label: string }
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      readonly enabled: boolean;
      /** Present on choices of which one holds. */
      readonly chosen?: boolean;
    }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly enabled: boolean;
      readonly entries: readonly MenuEntry[];
    };
