import { beforeEach, describe, expect, it } from 'vitest';
import { type PanelFacts, panelOf } from '../../../electron/platform/electron/icon-files.ts';
import type { MenuEntry } from '../../../electron/ports/tray-view.ts';
import { clicksOn } from '../../../electron/tray/clicks.ts';
import { HeldMenu } from '../../../electron/tray/held-menu.ts';
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

describe('clicks on the icon', () => {
  it.each([
    ['win32', 'window'],
    ['darwin', 'menu'],
    ['linux', 'window'],
  ] as const)('on %s: the %s', (platform, left) => {
    expect(clicksOn(platform).left).toBe(left);
  });

  it('follow each other on macOS without becoming a double one', () => {
    expect(clicksOn('darwin').doubles).toBe(false);
  });
});

describe('a menu', () => {
  const shown: { name: string }[] = [];
  const later: (() => void)[] = [];
  const pass = () => {
    for (const then of later.splice(0)) then();
  };
  let menus: HeldMenu<{ name: string }>;
  beforeEach(() => {
    shown.length = 0;
    later.length = 0;
    const exchange = (menu: { name: string }) => void shown.push(menu);
    menus = new HeldMenu({ exchange, later: (then) => void later.push(then) });
  });
  const names = () => shown.map(({ name }) => name);

  it('is exchanged at once while nobody looks at it', () => {
    menus.show({ name: 'one' });
    menus.show({ name: 'two' });
    expect(names()).toEqual(['one', 'two']);
  });

  it('stays as it is while it is open, and is the newest after that', () => {
    menus.opened();
    menus.show({ name: 'one' });
    menus.show({ name: 'two' });
    menus.closed();
    expect(names()).toEqual([]);
    pass();
    expect(names()).toEqual(['two']);
    menus.show({ name: 'three' });
    expect(names()).toEqual(['two', 'three']);
  });

  it('that is opened again at once stays too', () => {
    menus.opened();
    menus.show({ name: 'one' });
    menus.closed();
    menus.opened();
    pass();
    expect(names()).toEqual([]);
    menus.closed();
    pass();
    expect(names()).toEqual(['one']);
  });

  it('of which nothing new is known is not exchanged', () => {
    menus.opened();
    menus.closed();
    pass();
    expect(names()).toEqual([]);
  });
});
