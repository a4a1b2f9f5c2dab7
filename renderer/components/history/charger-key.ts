import type { ChargerState } from '../../../shared/domain/app/app-state.ts';

/** How the history names a charger: without its account, so that it survives another sign-in. */
export function historyKeyOf({ brand, id }: Pick<ChargerState, 'brand' | 'id'>): string {
  return `${brand}/${id.slice(id.indexOf('/') + 1)}`;
}
