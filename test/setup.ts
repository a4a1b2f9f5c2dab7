import { afterEach } from 'vitest';
import { attempts, sealNetwork } from './seal.ts';

sealNetwork();

afterEach(() => {
  const tried = attempts.splice(0);
  if (tried.length > 0) throw new Error(`A test tried to reach the network: ${tried.join(', ')}`);
});
