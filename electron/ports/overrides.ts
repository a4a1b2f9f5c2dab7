import type { Brand } from '../../shared/domain/brand.ts';

/** For tests and the demo: another base address and one number for every interval and budget. */
export interface AdapterOverrides {
  readonly baseUrl?: string;
  readonly paceSeconds?: number;
}

/** For tests: another place where releases are, and another public key that signs them. */
export interface UpdateOverrides {
  readonly baseUrl: string;
  readonly key?: string;
}

/**
 * For tests and the demo: another address by brand, for all sources of prices, and for releases; and one
 * number for every interval.
 */
export type Overrides = Readonly<Partial<Record<Brand | 'prices', AdapterOverrides>>> & {
  readonly updates?: UpdateOverrides;
};
