import type { AppState } from '../../shared/domain/app/app-state.ts';
import { quietChoice, quietChoices } from '../../shared/domain/app/quiet.ts';
import { brandWords } from '../../shared/text/brand-words.ts';
import { clockTime } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { shownName } from '../../shared/text/shown-name.ts';
import type { MenuEntry } from '../ports/tray-view.ts';
import { entryId, type MenuAction } from './entries.ts';
import { awaitsKeychain } from './priority.ts';
import type { Telling } from './tray-lines.ts';

/** What only its owner can do before anything new is known: two entries at most. */
export function ownersEntries(state: AppState): readonly MenuEntry[] {
  if (state.accounts.length === 0)
    return [item({ do: 'open', view: 'add' }, messages.tray.addCharger)];
  const needed = state.accounts.filter(({ signIn }) => signIn === 'signInNeeded');
  const [first] = needed;
  const awaited = awaitsKeychain(state);
  return [
    ...(first
      ? [
          item(
            { do: 'open', view: 'settings' },
            needed.length === 1
              ? brandWords(first.brand).signInEntry(shownName(first.label))
              : messages.tray.signInEntries(needed.length),
          ),
        ]
      : []),
    ...(awaited ? [item({ do: 'tryKeychain' }, messages.tray.keychains[awaited].entry)] : []),
  ];
}

/** What concerns the app and no charger: five entries at most, and the last. */
export function appEntries(state: AppState, telling: Telling): readonly MenuEntry[] {
  const readAt = lastReadAt(state);
  const at = readAt && clockTime(readAt, telling.now, telling.formatOptions);
  const { refresh } = messages.tray;
  return [
    item({ do: 'open', view: 'chargers' }, messages.tray.open),
    item({ do: 'open', view: 'history' }, messages.tray.history),
    quietEntries(state, telling),
    ...(state.accounts.length > 0
      ? [
          item(
            { do: 'refresh' },
            at ? messages.tray.becauseHint({ label: refresh, hint: at }) : refresh,
          ),
        ]
      : []),
    item({ do: 'open', view: 'settings' }, messages.tray.settings),
  ];
}

/** Epoch ms; undefined while nothing was read. */
function lastReadAt({ chargers }: AppState): number | undefined {
  let last: number | undefined;
  for (const { reading } of chargers) {
    const at = reading.certainty === 'never' ? undefined : reading.at;
    if (at !== undefined && at > (last ?? 0)) last = at;
  }
  return last;
}

function quietEntries(state: AppState, { now, formatOptions }: Telling): MenuEntry {
  const { quiet } = state.settings;
  const chosen = quietChoice(quiet, now);
  const value =
    quiet.kind === 'until' && chosen !== 'no'
      ? messages.tray.offUntil(clockTime(quiet.at, now, formatOptions))
      : messages.quietLabels[chosen];
  return {
    kind: 'submenu',
    label: messages.tray.withValue({ label: messages.tray.notifications, value }),
    enabled: true,
    entries: quietChoices.map((choice) => ({
      ...item({ do: 'quiet', quiet: choice }, messages.quietLabels[choice]),
      chosen: choice === chosen,
    })),
  };
}

/** An entry that can be pressed. */
export function item(act: MenuAction, label: string): Extract<MenuEntry, { kind: 'item' }> {
  return { kind: 'item', id: entryId(act), label, enabled: true };
}
