import type { Brand } from '../../shared/domain/brand.ts';

/** For tests and the demo: another base address and one number for every interval and budget. */
export interface AdapterOverrides {
  readonly baseUrl?: string;
  readonly paceSeconds?: number;
}

/** For tests and the demo, by brand: another address, and one number for every interval. */
export type Overrides = Readonly<Partial<Record<Brand, AdapterOverrides>>>;
