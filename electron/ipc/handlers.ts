import type { z } from 'zod';
import type { Calls, Reply } from '../../shared/ipc/contract.ts';
import type { CallName } from '../../shared/ipc/names.ts';

/** What arrives at a handler: the request, already parsed. */
export type Parsed<Name extends CallName> = z.output<Calls[Name]['request']>;

/** One function for each call of the contract; does not compile with a gap. */
export type Handlers = {
  readonly [Name in CallName]: (request: Parsed<Name>) => Reply<Name> | Promise<Reply<Name>>;
};
