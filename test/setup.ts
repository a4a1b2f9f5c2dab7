import { afterEach } from 'vitest';
import { attempts, sealNetwork } from './seal.ts';

sealNetwork();

afterEach(() => {
  const seen = attempts.splice(0);
  if (seen.length > 0) throw new Error(`A test tried to reach the network: ${seen.join(', ')}`);
});
