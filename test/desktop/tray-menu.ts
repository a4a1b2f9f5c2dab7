import { listOf, type Value, Variant } from '../../electron/platform/dbus/values.ts';
import type { Bus, Remote } from './bus.ts';

/** One entry of a tray menu, with what a person would see of it. */
export type MenuEntry = {
  readonly id: number;
  /** Without the underscores that mark access keys. */
  readonly label: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly type: 'standard' | 'separator' | 'checkmark' | 'radio';
  /** Ticked or not; absent where nothing can be ticked. */
  readonly checked?: boolean;
  readonly children: readonly MenuEntry[];
};

const menuInterface = 'com.canonical.dbusmenu';
const rootId = 0;

/** Reads a whole menu the way a panel does when it opens. */
export async function readMenu(bus: Bus, at: Remote): Promise<MenuEntry[]> {
  await aboutToShow(bus, at, rootId);
  const method = `${menuInterface}.GetLayout`;
  const [, root] = listOf(await bus.call(at, method, 'iias', [rootId, -1, []]));
  return [...menuEntry(root).children];
}

/** Walks down the labels to the last one, and gives what clicks it. Disabled ones cannot be. */
export async function findEntry(
  bus: Bus,
  at: Remote,
  path: readonly string[],
): Promise<() => Promise<void>> {
  let level: readonly MenuEntry[] = await readMenu(bus, at);
  let found: MenuEntry | undefined;
  for (const label of path) {
    found = level.find((entry) => entry.visible && entry.label === label);
    if (found === undefined) throw new Error(`No menu entry "${label}" among ${labels(level)}`);
    if (!found.enabled) throw new Error(`The menu entry "${label}" is disabled`);
    level = found.children;
  }
  if (found === undefined) throw new Error('Which menu entry to press was not said');
  const { id } = found;
  return async () => {
    await bus.call(at, `${menuInterface}.Event`, 'isvu', [id, 'clicked', new Variant('s', ''), 0]);
  };
}

/** Some apps fill their menu only when asked to; those that do not may refuse, and that is fine. */
async function aboutToShow(bus: Bus, at: Remote, id: number): Promise<void> {
  await bus.call(at, `${menuInterface}.AboutToShow`, 'i', [id]).catch(() => undefined);
}

/** Reads one node `(ia{sv}av)` of a menu's layout. */
export function menuEntry(node: Value | undefined): MenuEntry {
  const [id, described, children] = listOf(node);
  const properties: ReadonlyMap<Value, Value> = described instanceof Map ? described : new Map();
  const type = entryType(properties);
  return {
    id: Number(id),
    label: withoutAccessKey(String(properties.get('label') ?? '')),
    enabled: properties.get('enabled') !== false,
    visible: properties.get('visible') !== false,
    type,
    ...(type === 'checkmark' || type === 'radio'
      ? { checked: properties.get('toggle-state') === 1 }
      : {}),
    children: listOf(children).map(menuEntry),
  };
}

function entryType(properties: ReadonlyMap<Value, Value>): MenuEntry['type'] {
  if (properties.get('type') === 'separator') return 'separator';
  const toggle = properties.get('toggle-type');
  return toggle === 'checkmark' || toggle === 'radio' ? toggle : 'standard';
}

/** One underscore marks the next letter, two mean one. */
function withoutAccessKey(label: string): string {
  return label.replace(/_(.?)/gsu, '$1');
}

function labels(level: readonly MenuEntry[]): string {
  return level.map((entry) => `"${entry.label}"`).join(', ');
}
