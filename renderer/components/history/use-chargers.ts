import { useMemo } from 'react';
import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import { modelKnown } from '../../../shared/domain/charger/known-as.ts';
import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import { useFetched } from '../../use-fetched.ts';
import { nameOf } from '../charger/view-model.ts';
import { historyKeyOf } from './charger-key.ts';

/** The chargers that the history knows, and those that are watched. */
export function useChargers({ history, chargers }: AppState): readonly HistoryCharger[] {
  const kept = useFetched('historyChargers', undefined, history.changes).answer;
  return useMemo(() => chargersOf(kept ?? [], chargers), [kept, chargers]);
}

/** All chargers of which there is, or will be, a history: the kept ones and those that are watched. */
export function chargersOf(
  kept: readonly HistoryCharger[],
  watched: readonly ChargerState[],
): readonly HistoryCharger[] {
  const known = new Set(kept.map(({ key }) => key));
  const others = watched.filter((charger) => !known.has(historyKeyOf(charger)));
  return [
    ...kept,
    ...others.map((charger) => {
      const model = modelKnown(charger);
      const key = historyKeyOf(charger);
      return { key, brand: charger.brand, name: nameOf(charger), ...(model && { model }) };
    }),
  ];
}
