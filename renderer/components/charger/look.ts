import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { nameKnown } from '../../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { lastSeen, type Reading } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { brandText } from '../../../shared/text/brand-text.ts';
import { stateWords } from '../../../shared/text/status-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';

/** `flow`: power moves. `needs`: it waits for its owner. `idle`: neither. */
export type Tone = 'flow' | 'needs' | 'idle';

const flowing: ReadonlySet<ChargerStateName> = new Set(['charging', 'discharging', 'transferring']);
const needing: ReadonlySet<ChargerStateName> = new Set(['lockedCar', 'error']);
const resting: ReadonlySet<ChargerStateName> = new Set([
  'available',
  'offline',
  'locked',
  'lockedCar',
]);

/** The name its owner gave it, or what stands for one that nobody has said yet. */
export function nameOf(charger: ChargerState): string {
  return nameKnown(charger) ?? windowText.charger.unnamed;
}

/** Which of the two accents a charger has, if any. What is outdated makes no claim. */
export function toneOf(reading: Reading): Tone {
  if (reading.certainty === 'signInNeeded') return 'needs';
  const state = lastSeen(reading)?.status.state;
  if (state === undefined) return 'idle';
  if (needing.has(state)) return 'needs';
  return flowing.has(state) && reading.certainty === 'current' ? 'flow' : 'idle';
}

/** The state in the words of a pill, with the doubt that the reading leaves. */
export function pillWords({ brand, reading }: Pick<ChargerState, 'brand' | 'reading'>): string {
  if (reading.certainty === 'signInNeeded') return brandText[brand].signInState;
  if (reading.certainty === 'never') return windowText.charger.neverState;
  if (reading.certainty === 'outdated' && reading.away) return windowText.charger.awayState;
  const words = stateWords(reading.seen.status);
  return reading.certainty === 'outdated' ? windowText.charger.outdatedState(words) : words;
}

/** Whether a charger has so little to say that one line is enough. */
export function restsNow(reading: Reading): boolean {
  const seen = lastSeen(reading);
  if (!seen || reading.certainty === 'signInNeeded') return true;
  if (seen.status.state === 'complete') return seen.plugged === 'no';
  return resting.has(seen.status.state);
}

/** The power to show as the big number: only while power flows, and only if it is known. */
export function flowingPowerW(seen: Observation): number | undefined {
  return flowing.has(seen.status.state) ? seen.powerW : undefined;
}

/** Whether nothing at all can be asked of a charger but how it is. */
export function onlyWatched(seen: Observation): boolean {
  return Object.values(seen.abilities).every((ability) => ability === undefined);
}

/** A power cut, as long as it is sure; an outdated one would alarm for nothing. */
export function powerCutNow(reading: Reading): boolean {
  return reading.certainty === 'current' && reading.seen.grid === 'powerCut';
}
