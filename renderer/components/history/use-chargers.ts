import { useMemo } from 'react';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import { useFetched } from '../../use-fetched.ts';
import { chargersOf } from './chargers.ts';

/** The chargers that the history knows, and those that are watched. */
export function useChargers({ history, chargers }: AppState): readonly HistoryCharger[] {
  const kept = useFetched('historyChargers', undefined, history.changes).answer;
  return useMemo(() => chargersOf(kept ?? [], chargers), [kept, chargers]);
}
