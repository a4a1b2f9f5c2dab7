import type { AppState, ChargerState } from '../../shared/domain/app-state.ts';
import { chargeSpanMs } from '../../shared/domain/charge-span.ts';
import { lastSeen } from '../../shared/domain/reading.ts';
import { clockTime, duration, energy, type Manner } from '../../shared/text/format.ts';
import { stateLine } from '../../shared/text/status-text.ts';
import { trayText } from '../../shared/text/tray-text.ts';

/** Epoch ms and the owner's way of writing. */
export interface Telling {
  readonly now: number;
  readonly manner: Manner;
}

/** `Garage: Charging 7.2 kW · 10.99 kWh · 2 h 03 min`, with its age when it is outdated. */
export function chargerLine(charger: ChargerState, telling: Telling): string {
  const { reading } = charger;
  const seen = lastSeen(reading);
  if (reading.certainty === 'never' || !seen) {
    return reading.certainty === 'signInNeeded' ? trayText.signIn : trayText.notRead;
  }
  const parts = [stateLine(seen, telling.manner), ...chargeParts(charger, telling.manner)];
  if (reading.certainty === 'outdated') {
    parts.push(trayText.outdated(clockTime(reading.since, telling.now, telling.manner)));
  }
  if (reading.certainty === 'signInNeeded') parts.push(trayText.signIn);
  return `${seen.name}: ${parts.join(' · ')}`;
}

/** A line for each charger, or what there is to say without any. */
export function tooltip(state: AppState, telling: Telling): string {
  const lines = state.chargers.map((charger) => chargerLine(charger, telling));
  const signIns = state.accounts
    .filter(({ id, signIn }) => signIn === 'signInNeeded' && !hasChargers(state, id))
    .map(({ label }) => `${label}: ${trayText.signIn}`);
  if (lines.length + signIns.length > 0) return [...lines, ...signIns].join('\n');
  if (state.accounts.length === 0) return trayText.noChargers;
  const locked = state.keychain === 'locked';
  return `${trayText.appName}: ${locked ? trayText.keychainLocked : trayText.looking}`;
}

function hasChargers(state: AppState, accountId: string): boolean {
  return state.chargers.some((charger) => charger.accountId === accountId);
}

const withCharge: ReadonlySet<string> = new Set([
  'charging',
  'transferring',
  'waiting',
  'queued',
  'paused',
  'complete',
]);

function chargeParts(charger: ChargerState, manner: Manner): readonly string[] {
  const seen = lastSeen(charger.reading);
  if (!seen || !withCharge.has(seen.status.state) || !charger.charge) return [];
  const energyWh = charger.charge.energyWh;
  const span = chargeSpanMs(charger.charge, charger.reading);
  return [
    ...(energyWh === undefined ? [] : [energy(energyWh, manner)]),
    ...(span === undefined ? [] : [duration(span)]),
  ];
}
