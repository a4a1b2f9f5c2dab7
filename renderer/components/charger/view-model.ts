import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { nameKnown } from '../../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { lastObservation, type Reading } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { doubtOf, needsOwner } from '../../../shared/domain/charger/urgency.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import { stateWords } from '../../../shared/text/status-text.ts';

/** `flow`: power moves. `needs`: it waits for its owner. `idle`: neither. */
export type Tone = 'flow' | 'needs' | 'idle';

const flowing: ReadonlySet<ChargerStateName> = new Set(['charging', 'discharging', 'transferring']);

/** The name its owner gave it, or what stands for one that nobody has said yet. */
export function nameOf(charger: ChargerState): string {
  return nameKnown(charger) ?? messages.window.charger.unnamed;
}

/** Which of the two accents a charger has, if any. What is outdated makes no claim. */
export function toneOf(reading: Reading): Tone {
  if (needsOwner({ reading })) return 'needs';
  const state = lastObservation(reading)?.status.state;
  if (state === undefined) return 'idle';
  return flowing.has(state) && reading.certainty === 'current' ? 'flow' : 'idle';
}

/** The state in the words of a pill, with the doubt that the reading leaves. */
export function pillWords({ brand, reading }: Pick<ChargerState, 'brand' | 'reading'>): string {
  if (reading.certainty === 'signInNeeded') return brandWords(brand).signInState;
  if (reading.certainty === 'never') return messages.window.charger.neverState;
  if (reading.certainty === 'outdated' && reading.away) return messages.window.charger.awayState;
  const words = stateWords(reading.observation.status);
  return reading.certainty === 'outdated' ? messages.window.charger.outdatedState(words) : words;
}

/** The shape that stands beside a name. */
export function shapeOf(reading: Reading): ChargerStateName | 'signIn' {
  if (reading.certainty === 'signInNeeded' || doubtOf(reading)) return 'signIn';
  return lastObservation(reading)?.status.state ?? 'unknown';
}

/** Whether a session runs or can begin without anybody touching the car: room is kept for it. */
export function isConnected(observation: Observation): boolean {
  const { state } = observation.status;
  return observation.plugged === 'yes' && state !== 'error' && state !== 'offline';
}

/** The power to show as the big number: only while power flows, and only if it is known. */
export function flowingPowerW(observation: Observation): number | undefined {
  return flowing.has(observation.status.state) ? observation.powerW : undefined;
}

/** Whether nothing at all can be asked of a charger but how it is. */
export function onlyWatched(observation: Observation): boolean {
  return Object.values(observation.abilities).every((ability) => ability === undefined);
}

/** A power cut, as long as it is sure; an outdated one would alarm for nothing. */
export function powerCutNow(reading: Reading): boolean {
  return reading.certainty === 'current' && reading.observation.grid === 'powerCut';
}
