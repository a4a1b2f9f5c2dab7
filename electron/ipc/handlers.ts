import type { Reply, Request } from '../../shared/ipc/contract.ts';
import type { CallName } from '../../shared/ipc/names.ts';

/** One function for each call of the contract, given the parsed request; does not compile with a gap. */
export type Handlers = {
  readonly [Name in CallName]: (request: Request<Name>) => Reply<Name> | Promise<Reply<Name>>;
};
