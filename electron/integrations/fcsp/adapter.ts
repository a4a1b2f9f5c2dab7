import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { Adapter } from '../adapter.ts';
import type { PolledAccount } from '../connection.ts';
import { openAccount } from './account.ts';
import { parseAddress } from './address.ts';
import { knownFrom } from './kept.ts';

/** Ford Charge Station Pro, asked in the local network. It can be watched, not steered. */
export const fcspAdapter: Adapter<PolledAccount> = {
  brand: 'fcsp',
  kind: 'localDevice',
  form: [
    { name: 'address', type: 'text', required: true },
    { name: 'name', type: 'text', required: false },
    { name: 'key', type: 'password', required: false },
  ],
  pollDefaultSeconds: 60,
  pollFloorSeconds: 30,
  timeoutDefaultSeconds: 30,
  patience: { ms: 5 * 60_000, reads: 3, direct: true },
  labelOf: ({ address = '' }) => parseAddress(address)?.label ?? address.trim(),
  fieldsOf({ plain }) {
    const known = knownFrom(plain);
    const fields = omitUndefined({ address: known?.address.label, name: known?.name });
    return fields as Readonly<Record<string, string>>;
  },
  // Both are asked of whoever fills in a form: no start waits for them.
  findSettings: async (sources) => (await import('./found-settings.ts')).findSettings(sources),
  signIn: async (form, tools) => (await import('./auth/sign-in.ts')).signIn(form, tools),
  open: openAccount,
};
