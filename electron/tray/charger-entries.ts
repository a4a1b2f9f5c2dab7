import type { ChargerState } from '../../shared/domain/app/app-state.ts';
import type { Command, CommandKind } from '../../shared/domain/charger/command.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { type Permission, permission } from '../../shared/domain/charger/permission.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import { steering } from '../../shared/domain/charger/steering.ts';
import { commandLabel, progressSentence } from '../../shared/text/command-text.ts';
import { hindranceHint } from '../../shared/text/failure-text.ts';
import { current } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import type { MenuEntry } from '../ports/tray-view.ts';
import { askId } from './entries.ts';
import { type PlanChoices, planEntries } from './plan-entries.ts';
import type { Telling } from './tray-lines.ts';

/** What a charger can be asked, and what became of the last command. Pure. */
export function chargerEntries(
  charger: ChargerState,
  telling: Telling,
  settings: PlanChoices,
): readonly MenuEntry[] {
  return [
    ...progress(charger, telling),
    ...startOrStop(charger),
    ...locking(charger),
    ...limits(charger, telling),
    ...planEntries(charger, telling, settings),
    ...backToSchedule(charger),
  ];
}

function progress({ command, reading }: ChargerState, telling: Telling): readonly MenuEntry[] {
  if (!command || command.phase === 'confirmed') return [];
  const label = progressSentence({ command, reading }, telling.now, telling.formatOptions);
  return [{ kind: 'words', label }];
}

/** One of the two, the likelier: the window has room for both where both may be asked. */
function startOrStop(charger: ChargerState): readonly MenuEntry[] {
  const [offer] = steering(charger.reading);
  return offer ? commandEntry(charger, { kind: offer.kind }) : [];
}

function locking(charger: ChargerState): readonly MenuEntry[] {
  const unlock = permission(charger.reading, 'unlock');
  const locked = unlock.kind === 'allowed' || hinderedOtherwise(unlock);
  return commandEntry(charger, { kind: locked ? 'unlock' : 'lock' });
}

function hinderedOtherwise(unlock: Permission): boolean {
  return unlock.kind === 'blocked' && unlock.why === 'foreignControl';
}

/** Only where there is something to go back to; the same order gives control back to solar charging. */
function backToSchedule(charger: ChargerState): readonly MenuEntry[] {
  const observation = lastObservation(charger.reading);
  const entry = commandEntry(charger, { kind: 'backToSchedule' });
  if (!observation || followsTheSun(observation)) return entry;
  if (observation.hasSchedule === false) return [];
  if (observation.hasSchedule) return entry;
  return entry.map((one) =>
    one.kind === 'item' && one.enabled
      ? {
          ...one,
          label: messages.tray.becauseHint({
            label: one.label,
            hint: messages.tray.scheduleUnknown,
          }),
          enabled: false,
        }
      : one,
  );
}

function followsTheSun({ solarMode }: Observation): boolean {
  return solarMode === 'eco' || solarMode === 'solar';
}

type PlainKind = Exclude<CommandKind, 'setLimit' | 'setSolarMode' | 'setPrice'>;

function commandEntry(
  charger: ChargerState,
  command: Extract<Command, { kind: PlainKind }>,
): readonly MenuEntry[] {
  const may = permission(charger.reading, command.kind);
  if (may.kind === 'absent') return [];
  const state = lastObservation(charger.reading)?.status.state;
  return [
    {
      kind: 'item',
      id: askId(charger.id, command),
      label: labelWith(commandLabel(command.kind, state), may),
      enabled: may.kind === 'allowed',
    },
  ];
}

function labelWith(label: string, may: Permission): string {
  const hint = may.kind === 'blocked' ? hindranceHint(may.why) : undefined;
  return hint ? messages.tray.becauseHint({ label, hint }) : label;
}

function limits(charger: ChargerState, { formatOptions }: Telling): readonly MenuEntry[] {
  const may = permission(charger.reading, 'setLimit');
  const observation = lastObservation(charger.reading);
  const bounds = observation?.abilities.limit;
  if (may.kind === 'absent' || !bounds) return [];
  const { limitA: setA } = observation;
  const words = (amps: number) => current(amps, formatOptions);
  const entries = limitChoices(bounds, setA).map(
    (limitA): MenuEntry => ({
      kind: 'item',
      id: askId(charger.id, { kind: 'setLimit', limitA }),
      label: limitA === bounds.maxA ? messages.tray.highest(words(limitA)) : words(limitA),
      enabled: true,
      chosen: limitA === setA,
    }),
  );
  const { setLimit } = messages.commandLabels;
  const label =
    setA === undefined
      ? setLimit
      : messages.tray.withValue({ label: setLimit, value: words(setA) });
  const enabled = may.kind === 'allowed';
  return [{ kind: 'submenu', label: labelWith(label, may), enabled, entries }];
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
