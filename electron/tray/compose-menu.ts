import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import { offeredVersion } from '../../shared/domain/app/update.ts';
import { nameKnown } from '../../shared/domain/charger/known-as.ts';
import { permission } from '../../shared/domain/charger/permission.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import { messages } from '../../shared/text/messages.ts';
import { shownName } from '../../shared/text/shown-name.ts';
import type { MenuEntry } from '../ports/tray-view.ts';
import { appEntries, item, ownersEntries } from './app-entries.ts';
import { askId, entryId } from './entries.ts';
import type { Telling } from './tray-lines.ts';

/** What the tray says of one charger. */
export interface ChargerWords {
  /** All there is to say in one line. */
  readonly line: string;
  /** The same with when it charges by price, where there is something to say of that. */
  readonly withPlan?: string;
  /** What matters of it. */
  readonly short: string;
  /** What it can be asked, without the line. */
  readonly entries: readonly MenuEntry[];
}

export type TellCharger = (charger: ChargerState) => ChargerWords;

/** More are a list to read through, not a menu. Separators count: they take room like any entry. */
export const mostEntries = 14;
/** So many may be in a hurry at once; the others are said in tooltip and window. */
const mostUrgent = 3;
/** From three chargers on, each has its submenu, however little there is in it. */
const mostBlocks = 2;

/** The menu, never longer than `mostEntries` on its first level. Pure. */
export function composeMenu(
  state: AppState,
  telling: Telling,
  tell: TellCharger,
): readonly MenuEntry[] {
  return withUpdate(state, menuOfChargers(state, telling, tell));
}

/** A newer version is good to know above the settings, where it takes the place of nothing. */
function withUpdate({ update }: AppState, menu: readonly MenuEntry[]): readonly MenuEntry[] {
  const version = offeredVersion(update);
  if (version === undefined || menu.length >= mostEntries) return menu;
  const id = entryId({ do: 'open', view: 'settings' });
  const at = menu.findLastIndex((entry) => entry.kind === 'item' && entry.id === id);
  const label = messages.updates.inTray(shownName(version));
  return menu.toSpliced(at, 0, item({ do: 'open', view: 'updates' }, label));
}

function menuOfChargers(
  state: AppState,
  telling: Telling,
  tell: TellCharger,
): readonly MenuEntry[] {
  const owners = ownersEntries(state);
  const [forApp, quit] = [appEntries(state, telling), item({ do: 'quit' }, messages.tray.quit)];
  const rest = [forApp, [quit]];
  if (state.chargers.length <= mostBlocks) {
    const groups = [owners, ...blocks(state.chargers, tell)];
    // A line less, before what stands on the first level goes to the second while a command is sent.
    for (const last of [rest, [[...forApp, quit]]]) {
      const menu = inGroups([...groups, ...last]);
      if (menu.length <= mostEntries) return menu;
    }
  }
  const urgent = [...owners, ...unlockEntries(state, mostUrgent - owners.length)];
  const taken = inGroups([urgent, ...rest]).length + 1;
  return inGroups([urgent, rows(state, mostEntries - taken, tell), ...rest]);
}

function inGroups(groups: readonly (readonly MenuEntry[])[]): readonly MenuEntry[] {
  return groups
    .filter(({ length }) => length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ kind: 'separator' } as const, ...group]));
}

/** Each charger as a group of its own; those of which there is only a line to show stand together. */
function blocks(
  chargers: readonly ChargerState[],
  tell: TellCharger,
): readonly (readonly MenuEntry[])[] {
  const all = chargers.map((charger) => {
    const { line, entries } = tell(charger);
    return [details(charger, line), ...entries];
  });
  return all.every(({ length }) => length === 1) ? [all.flat()] : all;
}

/** A submenu each, as many as fit. */
function rows(state: AppState, room: number, tell: TellCharger): readonly MenuEntry[] {
  const { chargers } = state;
  const shown = chargers.length <= room ? chargers : chargers.slice(0, room - 1);
  const more = chargers.length - shown.length;
  return [
    ...shown.map((charger): MenuEntry => {
      const { short, entries } = tell(charger);
      const last = [details(charger, messages.tray.showDetails)];
      return { kind: 'submenu', label: short, enabled: true, entries: inGroups([entries, last]) };
    }),
    ...(more > 0 ? [item({ do: 'open', view: 'chargers' }, messages.tray.more(more))] : []),
  ];
}

function details({ id }: ChargerState, label: string): MenuEntry {
  return item({ do: 'open', view: 'chargers', chargerId: id }, label);
}

/** Somebody stands in front of a locked charger. */
function unlockEntries({ chargers }: AppState, most: number): readonly MenuEntry[] {
  const entries: MenuEntry[] = [];
  for (const charger of chargers) {
    if (entries.length >= most) break;
    if (lastObservation(charger.reading)?.status.state !== 'lockedCar') continue;
    if (permission(charger.reading, 'unlock').kind !== 'allowed') continue;
    const label = messages.tray.unlockWaiting(shownName(nameKnown(charger) ?? ''));
    entries.push({ kind: 'item', id: askId(charger.id, { kind: 'unlock' }), label, enabled: true });
  }
  return entries;
}
