import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import { nameKnown } from '../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastObservation, type Reading } from '../../shared/domain/charger/reading.ts';
import { doubtOf } from '../../shared/domain/charger/urgency.ts';
import { sessionSpanMs } from '../../shared/domain/session/session-span.ts';
import { brandText } from '../../shared/text/brand-text.ts';
import { clockTime, duration, energy, type FormatOptions } from '../../shared/text/format.ts';
import { stateLine } from '../../shared/text/status-text.ts';
import { trayText } from '../../shared/text/tray-text.ts';
import { awaitsKeychain } from './priority.ts';

/** Epoch ms and the owner's way of writing. */
export interface Telling {
  readonly now: number;
  readonly formatOptions: FormatOptions;
}

/** `Garage: Charging 7.2 kW · 10.99 kWh · 2 h 03 min`, with its age when it is outdated. */
export function chargerLine(charger: ChargerState, telling: Telling): string {
  const { reading } = charger;
  const observation = lastObservation(reading);
  const troubles = troubleParts(charger);
  const who = nameKnown(charger);
  if (reading.certainty === 'never' || !observation) {
    const line = troubles[0] ?? trayText.notRead;
    return who === undefined ? line : `${who}: ${line}`;
  }
  const parts = [
    ...stateParts(reading, observation, telling),
    ...sessionParts(charger, telling.formatOptions),
    ...ageParts(reading, telling),
    ...troubles,
  ];
  return `${who}: ${parts.join(' · ')}`;
}

function stateParts(
  reading: Reading,
  observation: Observation,
  telling: Telling,
): readonly string[] {
  const line = stateLine(observation, telling.formatOptions);
  const cut = observation.grid === 'powerCut' ? [trayText.powerCut] : [];
  if (!isAway(reading)) return [line, ...nextStartParts(observation, telling), ...cut];
  const since = clockTime(reading.since, telling.now, telling.formatOptions);
  return [trayText.away(since, line), ...cut];
}

/** One that is over by now is no next one. */
function nextStartParts(
  { status }: Observation,
  { now, formatOptions }: Telling,
): readonly string[] {
  const at = status.state === 'scheduled' ? status.nextStartAt : undefined;
  return at === undefined || at <= now
    ? []
    : [trayText.nextStart(clockTime(at, now, formatOptions))];
}

/** How old it is; a charger that is away has said so in front. */
function ageParts(reading: Reading, { now, formatOptions }: Telling): readonly string[] {
  if (reading.certainty !== 'outdated' || reading.away) return [];
  return [trayText.outdated(clockTime(reading.since, now, formatOptions))];
}

/** What its owner must do before anything new is known. */
function troubleParts({ reading, brand }: ChargerState): readonly string[] {
  if (reading.certainty === 'signInNeeded') return [brandText[brand].signInShort];
  const doubt = doubtOf(reading);
  return doubt ? [trayText.doubts[doubt]] : [];
}

function isAway(reading: Reading): reading is Extract<Reading, { certainty: 'outdated' }> {
  return reading.certainty === 'outdated' && reading.away === true;
}

/** The lines of the chargers, or what there is to say without any. */
export function tooltip(state: AppState, lines: readonly string[]): string {
  const signIns = state.accounts
    .filter(({ id, signIn }) => signIn === 'signInNeeded' && !hasChargers(state, id))
    .map(({ label, brand }) => `${label}: ${brandText[brand].signInShort}`);
  const locked = `${trayText.appName}: ${trayText.keychainLocked}`;
  const all = [...lines, ...signIns, ...(awaitsKeychain(state) ? [locked] : [])];
  if (all.length > 0) return all.join('\n');
  if (state.accounts.length === 0) return trayText.noChargers;
  return state.keychain === 'locked' ? locked : `${trayText.appName}: ${trayText.looking}`;
}

function hasChargers(state: AppState, accountId: string): boolean {
  return state.chargers.some((charger) => charger.accountId === accountId);
}

const withSession: ReadonlySet<string> = new Set([
  'charging',
  'transferring',
  'waiting',
  'queued',
  'paused',
  'complete',
]);

function sessionParts(charger: ChargerState, formatOptions: FormatOptions): readonly string[] {
  const observation = lastObservation(charger.reading);
  if (observation?.status.state === 'discharging') {
    const { dischargedEnergyWh: outWh } = observation;
    return outWh === undefined ? [] : [energy(outWh, formatOptions)];
  }
  if (!observation || !withSession.has(observation.status.state) || !charger.session) return [];
  const energyWh = charger.session.energyWh;
  const span = sessionSpanMs(charger.session, charger.reading);
  return [
    ...(energyWh === undefined ? [] : [energy(energyWh, formatOptions)]),
    ...(span === undefined ? [] : [duration(span)]),
  ];
}
