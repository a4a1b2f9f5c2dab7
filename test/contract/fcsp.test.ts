import { expect, it } from 'vitest';
import { adapters } from '../../electron/integrations/registry.ts';
import { adapterContract } from './adapter-contract.ts';
import { fcspHarness } from './fcsp-harness.ts';

adapterContract('Ford Charge Station Pro', fcspHarness());

it('stands in the registry', () => expect(adapters.fcsp.brand).toBe('fcsp'));
