import type { Adapters } from './adapter.ts';
import { fcspAdapter } from './fcsp/adapter.ts';
import { wallboxAdapter } from './wallbox/adapter.ts';

/** Every brand's adapter: one line each. */
export const adapters: Adapters = {
  wallbox: wallboxAdapter,
  fcsp: fcspAdapter,
};
