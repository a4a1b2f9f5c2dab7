import type { Patience } from '../../../electron/charging/patience.ts';
import { ScriptedBrand } from '../../fakes/scripted-connection.ts';
import type { PushingHarness } from './pushing-end.ts';

const garage = 'CP-1';
const yard = 'CP-2';

/** Chargers that say at once what a test has them say, in the place of another brand. */
export function scriptedHarness(patience: Patience, validForMs: number): PushingHarness {
  return {
    async start(clock) {
      const names = { [garage]: 'Garage', [yard]: 'Yard' };
      const brand = new ScriptedBrand({ brand: 'wallbox', names, patience });
      return {
        adapter: brand.adapter,
        overrides: {},
        fields: {},
        chargers: [garage, yard],
        validForMs,
        say: (id, observation, agoMs = 0) =>
          brand.observe(id, observation, { at: clock.now() - agoMs, validForMs }),
        fail: (id, failure) => brand.fail(id, failure),
        list: (ids) => brand.list(ids),
        report: (id, sessions) => brand.report(id, sessions),
        reply: (reply) => {
          brand.onCommand = () => reply;
        },
        commands: () => brand.commands.map(({ command }) => command),
        listening: () => brand.open,
        stopsAfter: (ended) => {
          brand.stopping = ended;
        },
        settled: async () => undefined,
        close: async () => undefined,
      };
    },
  };
}
