import type { MenuEntry } from '../../../electron/ports/tray-view.ts';

/** An entry as a person reads it: `(Pause)` is disabled, `Limit >` opens, `-` is a line. */
export function drawn(entry: MenuEntry): string {
  if (entry.kind === 'separator') return '-';
  const label = entry.label.replaceAll('\u00a0', ' ');
  if (entry.kind === 'words') return `“${label}”`;
  const arrow = entry.kind === 'submenu' ? ' >' : '';
  return entry.enabled ? `${label}${arrow}` : `(${label})${arrow}`;
}
