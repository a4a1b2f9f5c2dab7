import type { AccountState } from '../../../shared/domain/app/app-state.ts';

/** Whether its chargers are asked in this network, with nobody in between. */
export function isLocal(account: AccountState | undefined): boolean {
  return account?.kind === 'localDevice';
}
