import type { Accounts } from '../accounts/account-parts.ts';
import type { WatchManner } from '../integrations/polled/watch.ts';

/** How an account is watched: as its owner has set it, or as a test has. */
export function watchManner(accounts: Accounts, accountId: string): WatchManner {
  const { pollSeconds = 0, pollFloorSeconds = 0 } = accounts.state(accountId) ?? {};
  const paceSeconds = accounts.paceSeconds(accountId);
  return {
    pollSeconds,
    floorSeconds: pollFloorSeconds,
    ...(paceSeconds === undefined ? {} : { paceSeconds }),
  };
}
