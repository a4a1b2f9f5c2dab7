import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { modelKnown } from '../../../shared/domain/charger/known-as.ts';
import { doubtOf } from '../../../shared/domain/charger/urgency.ts';
import { sessionSpanMs } from '../../../shared/domain/session/session-span.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { clockTime, duration, energy, type FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { stateSentence } from '../../../shared/text/status-text.ts';
import { flowingPowerW } from '../charger/view-model.ts';

/** What stands under the name in a row: the state, or the session where the power says the state. */
export function rowWords(charger: ChargerState, now: number, formatOptions: FormatOptions): string {
  const { brand, reading, session } = charger;
  if (reading.certainty === 'never') return messages.window.charger.neverState;
  if (reading.certainty === 'signInNeeded') return brandWords(brand).signInState;
  const doubt = doubtOf(reading);
  if (doubt) return messages.chargers.row[doubt];
  if (reading.certainty === 'outdated') {
    return messages.chargers.row.notUpdatedSince(clockTime(reading.since, now, formatOptions));
  }
  const { observation } = reading;
  const state = stateSentence(observation.status);
  const isCharging = observation.status.state === 'charging';
  const span = session && sessionSpanMs(session, reading);
  const parts = [
    ...(isCharging && flowingPowerW(observation) !== undefined ? [] : [state]),
    ...(isCharging && session?.energyWh !== undefined
      ? [energy(session.energyWh, formatOptions)]
      : []),
    ...(isCharging && span !== undefined ? [duration(span)] : []),
  ];
  if (parts.length === 0) return state;
  const model = observation.status.state === 'available' ? modelKnown(charger) : undefined;
  return [...parts, ...(model === undefined ? [] : [model])].join(' · ');
}
