import { generateKeyPairSync } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import type {} from './shared-key.ts';

/** A key takes a processor a quarter of a second, and hundreds of tests start a station. */
export function setup(project: TestProject): void {
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  project.provide('stationKeys', keys);
}
