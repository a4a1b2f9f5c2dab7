import type { MenuEntry } from '../ports/tray-view.ts';

/** What Electron builds a menu from, as far as it is used here. */
export interface TemplateEntry {
  readonly type?: 'separator' | 'radio' | 'submenu';
  readonly label?: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly click?: () => void;
  readonly submenu?: TemplateEntry[];
}

/** The menu of a view in Electron's words. */
export function menuTemplate(
  entries: readonly MenuEntry[],
  pressed: (id: string) => void,
): TemplateEntry[] {
  return entries.map((entry): TemplateEntry => {
    switch (entry.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'words':
        return { label: shown(entry.label), enabled: false };
      case 'item':
        return {
          label: shown(entry.label),
          enabled: entry.enabled,
          ...(entry.chosen === undefined ? {} : { type: 'radio', checked: entry.chosen }),
          click: () => pressed(entry.id),
        };
      default:
        return {
          type: 'submenu',
          label: shown(entry.label),
          enabled: entry.enabled,
          submenu: menuTemplate(entry.entries, pressed),
        };
    }
  });
}

/** One `&` would mark the letter behind it as an access key and vanish. */
function shown(label: string): string {
  return label.replaceAll('&', '&&');
}
