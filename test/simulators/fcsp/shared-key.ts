import { inject } from 'vitest';
import type { KeyPair } from './certificate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stationKeys: KeyPair;
  }
}

/** One key for all stations of a test run. Each makes a certificate of its own with it. */
export function sharedKey(): KeyPair {
  return inject('stationKeys');
}
