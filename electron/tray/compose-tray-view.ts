import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import type { Command } from '../../shared/domain/charger/command.ts';
import { type Permission, permission } from '../../shared/domain/charger/permission.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import { steering } from '../../shared/domain/charger/steering.ts';
import { brandText } from '../../shared/text/brand-text.ts';
import { commandLabel, commandLabels, progressSentence } from '../../shared/text/command-text.ts';
import { hindranceHint } from '../../shared/text/failure-text.ts';
import { current } from '../../shared/text/format.ts';
import { trayText } from '../../shared/text/tray-text.ts';
import type { MenuEntry, TrayView } from '../ports/tray-view.ts';
import { askId, entryId } from './entries.ts';
import { awaitsKeychain, highestPriority } from './priority.ts';
import { chargerLine, type Telling, tooltip } from './tray-lines.ts';

/** What the tray says of one charger. */
export interface ChargerWords {
  readonly line: string;
  readonly entries: readonly MenuEntry[];
}

export type TellCharger = (charger: ChargerState, telling: Telling) => ChargerWords;

/** Icon, words and menu from the state. Pure: the same state gives the same view. */
export function composeTrayView(
  state: AppState,
  telling: Telling,
  tell: TellCharger = chargerWords,
): TrayView {
  const lines: string[] = [];
  const menu: MenuEntry[] = [];
  // A thousand chargers have ten thousand entries, which are gone through at every reading.
  for (const charger of state.chargers) {
    const { line, entries } = tell(charger, telling);
    lines.push(line);
    for (const entry of entries) menu.push(entry);
  }
  menu.push(...accountEntries(state), ...appEntries(state, telling));
  return {
    icon: highestPriority(state),
    panel: state.settings.trayIcon,
    tooltip: tooltip(state, lines),
    menu,
  };
}

/** The line of a charger and its entries in the menu. Pure. */
export function chargerWords(charger: ChargerState, telling: Telling): ChargerWords {
  const line = chargerLine(charger, telling);
  return { line, entries: chargerEntries(charger, { line, ...telling }) };
}

function chargerEntries(
  charger: ChargerState,
  telling: Telling & { readonly line: string },
): readonly MenuEntry[] {
  const line: MenuEntry = {
    kind: 'item',
    id: entryId({ do: 'open', view: 'chargers', chargerId: charger.id }),
    label: telling.line,
    enabled: true,
  };
  const { reading } = charger;
  const progress: MenuEntry[] =
    charger.command && charger.command.phase !== 'confirmed'
      ? [
          {
            kind: 'words',
            label: progressSentence(
              { command: charger.command, reading },
              telling.now,
              telling.formatOptions,
            ),
          },
        ]
      : [];
  return [
    line,
    ...progress,
    ...steering(charger.reading).flatMap(({ kind }) => commandEntry(charger, { kind })),
    ...commandEntry(charger, { kind: 'backToSchedule' }),
    ...locking(charger),
    ...limits(charger, telling),
    { kind: 'separator' },
  ];
}

function locking(charger: ChargerState): readonly MenuEntry[] {
  const unlock = permission(charger.reading, 'unlock');
  const locked = unlock.kind === 'allowed' || hinderedOtherwise(unlock);
  return commandEntry(charger, { kind: locked ? 'unlock' : 'lock' });
}

function hinderedOtherwise(unlock: Permission): boolean {
  return unlock.kind === 'blocked' && unlock.why === 'foreignControl';
}

function commandEntry(charger: ChargerState, command: Command): readonly MenuEntry[] {
  const may = permission(charger.reading, command.kind);
  if (may.kind === 'absent') return [];
  return [
    {
      kind: 'item',
      id: askId(charger.id, command),
      label: labelWith(
        commandLabel(command.kind, lastObservation(charger.reading)?.status.state),
        may,
      ),
      enabled: may.kind === 'allowed',
    },
  ];
}

function labelWith(label: string, may: Permission): string {
  const hint = may.kind === 'blocked' ? hindranceHint(may.why) : undefined;
  return hint ? trayText.becauseHint(label, hint) : label;
}

function limits(charger: ChargerState, telling: Telling): readonly MenuEntry[] {
  const may = permission(charger.reading, 'setLimit');
  const observation = lastObservation(charger.reading);
  const bounds = observation?.abilities.limit;
  if (may.kind === 'absent' || !bounds) return [];
  const entries = limitChoices(bounds, observation.limitA).map(
    (limitA): MenuEntry => ({
      kind: 'item',
      id: askId(charger.id, { kind: 'setLimit', limitA }),
      label: current(limitA, telling.formatOptions),
      enabled: true,
      chosen: limitA === observation.limitA,
    }),
  );
  const enabled = may.kind === 'allowed';
  return [{ kind: 'submenu', label: labelWith(commandLabels.setLimit, may), enabled, entries }];
}

const customaryA = [6, 8, 10, 13, 16, 20, 25, 32, 40, 48];

/** The customary steps within the bounds, both ends, and what is set now. */
function limitChoices(bounds: { minA: number; maxA: number }, setA?: number): readonly number[] {
  const within = (amps: number) => amps >= bounds.minA && amps <= bounds.maxA;
  const backwards = customaryA.map((amps) => -amps);
  const wanted = [
    ...customaryA,
    ...backwards,
    bounds.minA,
    bounds.maxA,
    ...(setA === undefined ? [] : [setA]),
  ];
  return [...new Set(wanted.filter(within))].sort((a, b) => a - b);
}

function accountEntries(state: AppState): readonly MenuEntry[] {
  const needed = state.accounts.filter(({ signIn }) => signIn === 'signInNeeded');
  if (state.accounts.length === 0) {
    return [item(entryId({ do: 'open', view: 'add' }), trayText.addCharger), { kind: 'separator' }];
  }
  const id = entryId({ do: 'open', view: 'settings' });
  const entries = [
    ...needed.map(({ brand, label }) => item(id, brandText[brand].signInEntry(label))),
    ...(awaitsKeychain(state) ? [item(entryId({ do: 'tryKeychain' }), trayText.tryKeychain)] : []),
  ];
  return entries.length === 0 ? [] : [...entries, { kind: 'separator' }];
}

function appEntries(state: AppState, telling: Telling): readonly MenuEntry[] {
  return [
    ...(state.accounts.length > 0 ? [item(entryId({ do: 'refresh' }), trayText.refresh)] : []),
    quietEntries(state, telling),
    item(entryId({ do: 'open', view: 'chargers' }), trayText.open),
    item(entryId({ do: 'open', view: 'settings' }), trayText.settings),
    { kind: 'separator' },
    item(entryId({ do: 'quit' }), trayText.quit),
  ];
}

function quietEntries(state: AppState, { now }: Telling): MenuEntry {
  const { quiet } = state.settings;
  const isOn = quiet.kind === 'no' || (quiet.kind === 'until' && now >= quiet.at);
  const choice = (id: 'no' | 'hour' | 'always', label: string, chosen: boolean): MenuEntry => ({
    ...item(entryId({ do: 'quiet', quiet: id }), label),
    chosen,
  });
  return {
    kind: 'submenu',
    label: trayText.notifications,
    enabled: true,
    entries: [
      choice('no', trayText.notificationsOn, isOn),
      choice('hour', trayText.notificationsHour, !isOn && quiet.kind === 'until'),
      choice('always', trayText.notificationsOff, quiet.kind === 'always'),
    ],
  };
}

function item(id: string, label: string): Extract<MenuEntry, { kind: 'item' }> {
  return { kind: 'item', id, label, enabled: true };
}
