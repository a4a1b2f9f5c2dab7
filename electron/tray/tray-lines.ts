import type { ChargerState } from '../../shared/domain/app/app-state.ts';
import { nameKnown } from '../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastObservation, type Reading } from '../../shared/domain/charger/reading.ts';
import { doubtOf } from '../../shared/domain/charger/urgency.ts';
import { sessionSpanMs } from '../../shared/domain/session/session-span.ts';
import { brandWords } from '../../shared/text/brand-words.ts';
import {
  clockTime,
  duration,
  energy,
  type FormatOptions,
  power,
} from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { planTimes } from '../../shared/text/plan-text.ts';
import { shownName } from '../../shared/text/shown-name.ts';
import { stateLine } from '../../shared/text/status-text.ts';

/** Epoch ms and the owner's way of writing. */
export interface Telling {
  readonly now: number;
  readonly formatOptions: FormatOptions;
}

/** `Garage: Charging 7.2 kW · 10.99 kWh · 2 h 03 min`, with its age when it is outdated. */
export function chargerLine(charger: ChargerState, telling: Telling): string {
  return lineOf(charger, nameKnown(charger), allParts(charger, telling));
}

/** The same for a tray: whatever the name is, there is room for the rest. */
export function trayLine(charger: ChargerState, telling: Telling): string {
  return lineOf(charger, nameInTray(charger), allParts(charger, telling));
}

/** The same with when it charges by price; undefined where nothing is to be said of that. */
export function planLine(charger: ChargerState, telling: Telling): string | undefined {
  const times = charger.plan && planTimes(charger.plan, telling);
  if (times === undefined) return undefined;
  const parts = [...allParts(charger, telling), messages.plans.short(times)];
  return lineOf(charger, nameInTray(charger), parts);
}

/** `Garage: 7.2 kW · 10.99 kWh`: what is left out does not tell one charger from the other. */
export function shortLine(charger: ChargerState, telling: Telling): string {
  return lineOf(charger, nameInTray(charger), shortParts(charger, telling));
}

function nameInTray(charger: ChargerState): string | undefined {
  const name = nameKnown(charger);
  return name === undefined ? undefined : shownName(name);
}

/** `parts` is empty for a charger of which nothing is known. */
function lineOf(charger: ChargerState, who: string | undefined, parts: readonly string[]): string {
  const line = parts.join(' · ') || (troubleParts(charger)[0] ?? messages.tray.notRead);
  return who === undefined ? line : messages.tray.named({ name: who, words: line });
}

function allParts(charger: ChargerState, telling: Telling): readonly string[] {
  const { reading } = charger;
  const observation = lastObservation(reading);
  if (reading.certainty === 'never' || !observation) return [];
  return [
    ...stateParts(reading, observation, telling),
    ...energyParts(charger, telling.formatOptions),
    ...spanParts(charger),
    ...ageParts(reading, telling),
    ...troubleParts(charger),
  ];
}

function shortParts(charger: ChargerState, telling: Telling): readonly string[] {
  const { reading } = charger;
  const observation = lastObservation(reading);
  if (reading.certainty === 'never' || !observation) return [];
  const { status, powerW, grid } = observation;
  // Power says that it is charging.
  const isFresh = reading.certainty === 'current';
  const isPlain = isFresh && status.state === 'charging' && grid !== 'powerCut';
  const state =
    isPlain && powerW !== undefined
      ? [power(powerW, telling.formatOptions)]
      : stateParts(reading, observation, telling);
  return [
    ...state,
    ...energyParts(charger, telling.formatOptions),
    ...ageParts(reading, telling),
    ...troubleParts(charger),
  ];
}

function stateParts(
  reading: Reading,
  observation: Observation,
  telling: Telling,
): readonly string[] {
  const line = stateLine(observation, telling.formatOptions);
  const cut = observation.grid === 'powerCut' ? [messages.tray.powerCut] : [];
  if (!isAway(reading)) return [line, ...nextStartParts(observation, telling), ...cut];
  const since = clockTime(reading.since, telling.now, telling.formatOptions);
  return [messages.tray.away({ since, state: line }), ...cut];
}

/** One that is over by now is no next one. */
function nextStartParts(
  { status }: Observation,
  { now, formatOptions }: Telling,
): readonly string[] {
  const at = status.state === 'scheduled' ? status.nextStartAt : undefined;
  return at === undefined || at <= now
    ? []
    : [messages.tray.nextStart(clockTime(at, now, formatOptions))];
}

/** How old it is; a charger that is away has said so in front. */
function ageParts(reading: Reading, { now, formatOptions }: Telling): readonly string[] {
  if (reading.certainty !== 'outdated' || reading.away) return [];
  return [messages.tray.outdated(clockTime(reading.since, now, formatOptions))];
}

/** What its owner must do before anything new is known. */
function troubleParts({ reading, brand }: ChargerState): readonly string[] {
  if (reading.certainty === 'signInNeeded') return [brandWords(brand).signInShort];
  const doubt = doubtOf(reading);
  return doubt ? [messages.tray.doubts[doubt]] : [];
}

function isAway(reading: Reading): reading is Extract<Reading, { certainty: 'outdated' }> {
  return reading.certainty === 'outdated' && reading.away === true;
}

const withSession: ReadonlySet<string> = new Set([
  'charging',
  'transferring',
  'waiting',
  'queued',
  'paused',
  'complete',
]);

function energyParts(charger: ChargerState, formatOptions: FormatOptions): readonly string[] {
  const observation = lastObservation(charger.reading);
  const energyWh =
    observation?.status.state === 'discharging'
      ? observation.dischargedEnergyWh
      : sessionOf(charger)?.energyWh;
  return energyWh === undefined ? [] : [energy(energyWh, formatOptions)];
}

function spanParts(charger: ChargerState): readonly string[] {
  const session = sessionOf(charger);
  const span = session && sessionSpanMs(session, charger.reading);
  return span === undefined ? [] : [duration(span)];
}

function sessionOf({ reading, session }: ChargerState): ChargerState['session'] {
  const state = lastObservation(reading)?.status.state;
  return state !== undefined && withSession.has(state) ? session : undefined;
}
