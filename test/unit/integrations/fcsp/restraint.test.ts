import { expect, it } from 'vitest';
import { parseAddress } from '../../../../electron/integrations/fcsp/address.ts';
import { Restraint } from '../../../../electron/integrations/fcsp/auth/restraint.ts';
import { paceFor } from '../../../../electron/integrations/fcsp/pace.ts';
import { watchedTools } from '../../../contract/adapter-tools.ts';
import { FakeClock } from '../../../fakes/fake-clock.ts';
import { ScriptedCloud } from '../wallbox/scripted-cloud.ts';

const answer = { status: 500, headers: {}, body: '' };

function bench() {
  const clock = new FakeClock();
  const address = parseAddress('192.0.2.10');
  if (!address) throw new Error('No address');
  const { tools } = watchedTools(clock, new ScriptedCloud());
  return { clock, restraint: new Restraint(paceFor(tools, address)) };
}

it.each(['limited', 'serverError', 'keyRefused'] as const)(
  'once it was well again, %s starts small and holds nothing off',
  (trouble) => {
    const { clock, restraint } = bench();
    const untilOf = () => {
      const failure = restraint[trouble](answer);
      return 'until' in failure ? (failure.until ?? 0) - clock.now() : undefined;
    };
    const first = untilOf();
    expect(untilOf()).toBeGreaterThan(first ?? 0);
    restraint.isWell();
    expect(restraint.blockedReason()).toBeUndefined();
    expect(untilOf()).toBe(first);
  },
);
