import { describe, expect, it } from 'vitest';
import { type PanelFacts, panelOf } from '../../../electron/platform/electron/icon-files.ts';
import type { MenuEntry } from '../../../electron/ports/tray-view.ts';
import { menuTemplate } from '../../../electron/tray/menu-template.ts';

describe('panelOf', () => {
  const facts: PanelFacts = { platform: 'linux', desktop: 'XFCE', systemIsDark: false };

  it.each([
    [{}, 'forLightPanel'],
    [{ systemIsDark: true }, 'forDarkPanel'],
    [{ desktop: 'KDE' }, 'forLightPanel'],
    [{ desktop: 'GNOME' }, 'forDarkPanel'],
    [{ desktop: 'ubuntu:GNOME' }, 'forDarkPanel'],
    [{ desktop: '' }, 'forLightPanel'],
    [{ desktop: 'GNOME', platform: 'win32' }, 'forLightPanel'],
    [{ platform: 'win32', systemIsDark: true }, 'forDarkPanel'],
  ] as const)('guesses for %j: %s', (change, panel) => {
    expect(panelOf('auto', { ...facts, ...change })).toBe(panel);
  });

  it.each(['forDarkPanel', 'forLightPanel'] as const)('takes %s when it is chosen', (chosen) => {
    expect(panelOf(chosen, { ...facts, desktop: 'GNOME', systemIsDark: true })).toBe(chosen);
    expect(panelOf(chosen, facts)).toBe(chosen);
  });
});

describe('menuTemplate', () => {
  it('says the menu in Electron’s words', () => {
    const pressed: string[] = [];
    const entries: readonly MenuEntry[] = [
      { kind: 'words', label: 'Tom & Ann: Charging' },
      { kind: 'item', id: 'pause', label: 'Pause', enabled: true },
      { kind: 'separator' },
      {
        kind: 'submenu',
        label: 'Limit',
        enabled: false,
        entries: [{ kind: 'item', id: '16', label: '16 A', enabled: true, chosen: true }],
      },
    ];
    const template = menuTemplate(entries, (id) => pressed.push(id));
    expect(template).toMatchObject([
      { label: 'Tom && Ann: Charging', enabled: false },
      { label: 'Pause', enabled: true },
      { type: 'separator' },
      { type: 'submenu', enabled: false, submenu: [{ type: 'radio', checked: true }] },
    ]);
    template[1]?.click?.();
    template[3]?.submenu?.[0]?.click?.();
    expect(pressed).toEqual(['pause', '16']);
  });
});
