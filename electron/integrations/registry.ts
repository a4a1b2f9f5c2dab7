import type { Brand } from '../../shared/domain/brand.ts';
import type { Adapter } from './adapter.ts';
import { fcspAdapter } from './fcsp/adapter.ts';
import { wallboxAdapter } from './wallbox/adapter.ts';

/** Every brand's adapter: one line each. */
export const adapters: Readonly<Record<Brand, Adapter>> = {
  wallbox: wallboxAdapter,
  fcsp: fcspAdapter,
};
