import { describe, expect, it } from 'vitest';
import type { Value } from '../../../electron/platform/dbus/values.ts';
import { noticeOf } from '../../desktop/notices.ts';
import { menuEntry } from '../../desktop/tray-menu.ts';

function node(id: number, properties: Record<string, Value>, children: Value[] = []): Value {
  return [id, new Map(Object.entries(properties)), children];
}

describe('menuEntry', () => {
  it('takes what is not said as enabled, visible and plain', () => {
    expect(menuEntry(node(3, { label: 'Quit' }))).toEqual({
      id: 3,
      label: 'Quit',
      enabled: true,
      visible: true,
      type: 'standard',
      children: [],
    });
  });

  it.each([
    [{ type: 'separator' }, { type: 'separator' }],
    [{ enabled: false }, { enabled: false }],
    [
      { 'toggle-type': 'checkmark', 'toggle-state': 1 },
      { type: 'checkmark', checked: true },
    ],
    [
      { 'toggle-type': 'radio', 'toggle-state': 0 },
      { type: 'radio', checked: false },
    ],
    [{ label: '_Lock' }, { label: 'Lock' }],
    [{ label: 'snake__case' }, { label: 'snake_case' }],
  ])('reads %j', (properties, expected) => {
    expect(menuEntry(node(1, properties))).toMatchObject(expected);
  });

  it('reads what is below', () => {
    const root = node(0, {}, [node(1, { label: 'Limit' }, [node(2, { label: '16 A' })])]);
    expect(menuEntry(root).children[0]?.children[0]?.label).toBe('16 A');
  });
});

describe('noticeOf', () => {
  it('reads words and buttons', () => {
    const buttons = ['default', 'View', 'unlock', 'Unlock'];
    expect(noticeOf(['App', 0, '', 'A car is waiting', 'Locked', buttons, new Map(), -1])).toEqual({
      app: 'App',
      summary: 'A car is waiting',
      body: 'Locked',
      replaces: 0,
      actions: [
        { key: 'default', label: 'View' },
        { key: 'unlock', label: 'Unlock' },
      ],
    });
  });
});
