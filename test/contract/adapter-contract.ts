import { describe } from 'vitest';
import { contractCase } from './contract-case.ts';
import { connectionContract } from './contract-connection.ts';
import { mannersContract } from './contract-manners.ts';
import { mishapsContract } from './contract-mishaps.ts';
import { serviceContract } from './contract-service.ts';
import { tokensContract } from './contract-tokens.ts';
import type { Harness } from './far-end.ts';

/** What every adapter must do, and must never do, in front of its simulator. */
export function adapterContract(name: string, harness: Harness): void {
  describe(`the contract of every charger: ${name}`, () => {
    const at = contractCase(harness);
    describe('service', () => serviceContract(at, harness));
    describe('tokens', () => tokensContract(at, harness));
    describe('mishaps', () => mishapsContract(at, harness));
    describe('connection', () => connectionContract(at, harness));
    describe('manners', () => mannersContract(at, harness));
  });
}
