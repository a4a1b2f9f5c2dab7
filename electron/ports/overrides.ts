import type { Brand } from '../../shared/domain/brand.ts';

/** For tests and the demo: another base address and one number for every interval and budget. */
export interface AdapterOverrides {
  readonly baseUrl?: string;
  readonly paceSeconds?: number;
}

/**
 * For tests and the demo: another address by brand, and for all sources of prices; and one number for
 * every interval.
 */
export type Overrides = Readonly<Partial<Record<Brand | 'prices', AdapterOverrides>>>;
