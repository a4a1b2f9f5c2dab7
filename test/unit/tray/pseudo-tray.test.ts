import { beforeEach, expect, it } from 'vitest';
import type { MenuEntry } from '../../../electron/ports/tray-view.ts';
import { composeTrayView } from '../../../electron/tray/compose-tray-view.ts';
import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { speak } from '../../../shared/text/messages.ts';
import {
  aCharger,
  aChargingCharger,
  anAccount,
  anAppState,
  current,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { everyFailure } from '../../fixtures/failures.ts';
import { aChargingStation, watchingStation } from '../../fixtures/local-states.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { plainWords, pseudoOf } from '../../fixtures/pseudo-language.ts';

beforeEach(() => speak(pseudoOf(english)));

/** Dates in Greek have no letter of ours. */
const telling = { now: readAt, formatOptions: { locale: 'el-GR', timeZone: 'UTC' } };
const states = [
  ...(['charging', 'discharging', 'transferring', 'waiting', 'queued', 'scheduled'] as const),
  ...(['paused', 'complete', 'locked', 'lockedCar', 'available', 'updating'] as const),
  ...(['error', 'offline', 'unknown'] as const),
];
const seen = anObservation('lockedCar');
const readings: readonly Reading[] = [
  ...states.map((state) => current(anObservation(state, { powerW: 7200, limitA: 16 }))),
  outdated(seen),
  { certainty: 'outdated', at: 1, since: 1, observation: seen, away: true },
  { certainty: 'signInNeeded', at: 1, observation: seen },
  { certainty: 'never' },
  ...everyFailure(readAt).map((because): Reading => ({ certainty: 'never', because })),
];
const commands: readonly CommandProgress[] = [
  { phase: 'sending', command: { kind: 'pause' }, at: readAt },
  { phase: 'notConfirmed', command: { kind: 'lock' }, at: readAt },
  { phase: 'failed', command: { kind: 'lock' }, at: readAt, why: { kind: 'timedOut' } },
];
const chargers: readonly ChargerState[] = [
  ...readings.map((reading) => aCharger(reading)),
  ...commands.map((command) => ({ ...aChargingCharger(), command })),
];
const asking = anAccount({ id: 'account-2', signIn: 'signInNeeded' });
const many = chargers.slice(0, 20).map((one, index) => ({ ...one, id: `charger-${index}` }));
const settings = { ...defaultSettings, quiet: { kind: 'until', at: readAt + 9_000_000 } } as const;

const table: readonly AppState[] = [
  ...chargers.map((charger) => watching(charger)),
  watchingStation(aChargingStation({ grid: 'powerCut' })),
  watching(...many),
  anAppState(),
  anAppState({ accounts: [anAccount({ signIn: 'working' })] }),
  anAppState({ accounts: [asking, { ...asking, id: 'account-3' }], settings }),
  anAppState({ accounts: [anAccount()], keychain: 'locked' }),
];

/** Every label of a menu, with those below it. */
function labelsIn(menu: readonly MenuEntry[]): readonly string[] {
  return menu.flatMap((entry) => {
    if (entry.kind === 'separator') return [];
    return [entry.label, ...(entry.kind === 'submenu' ? labelsIn(entry.entries) : [])];
  });
}

it('no label of the tray is without its translation', () => {
  const labels = table.flatMap((state) => {
    const { menu, tooltip } = composeTrayView(state, telling);
    return [tooltip, ...labelsIn(menu)];
  });
  const isNumber = (label: string) => /^(Garage: )?[\d,]+\u00a0k?[AW]$/.test(label);
  expect([...new Set(labels.flatMap(plainWords))]).toEqual([]);
  expect(labels.filter((label) => !label.includes('[') && !isNumber(label))).toEqual([]);
});
