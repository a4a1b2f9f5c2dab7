import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type CallName,
  calls,
  pathOf,
  type ReadName,
} from '../../../../electron/integrations/fcsp/calls.ts';
import type { Read } from '../../../../electron/integrations/fcsp/client.ts';
import type { Outgoing } from '../../../../electron/integrations/fcsp/line.ts';
import { ENDPOINTS } from '../../../simulators/fcsp/endpoints.ts';

const allowed = [
  'access',
  'refresh',
  'chargerinfo',
  'inverterinfo',
  'configstatus',
  'networkinfo',
] as const;

describe('the calls that may be made', () => {
  it('are these six, with the methods that a station takes', () => {
    const known = ENDPOINTS.filter(({ name }) => allowed.some((one) => one === name));
    expect(calls).toEqual(Object.fromEntries(known.map(({ name, method }) => [name, method])));
    expect(Object.keys(calls)).toEqual(allowed);
  });

  it('are all that can be named in the code', () => {
    expectTypeOf<CallName>().toEqualTypeOf<(typeof allowed)[number]>();
    expectTypeOf<Outgoing['call']>().toEqualTypeOf<CallName>();
    expectTypeOf<Parameters<Read>[0]>().toEqualTypeOf<ReadName>();
    expectTypeOf<ReadName>().toEqualTypeOf<Exclude<CallName, 'access' | 'refresh'>>();
  });

  it.each(allowed)('%s has its path', (name) => {
    expect(pathOf(name)).toBe(`/api/v1/${name}`);
  });

  const others = ENDPOINTS.map(({ name }) => name).filter((name) => !(name in calls));
  it.each([...others, 'toString', '__proto__', 'Access', '../admin', ''])(
    'do not have %j among them, whatever the compiler was told',
    (name) => {
      expect(() => pathOf(name as CallName)).toThrow('No such call');
    },
  );
});
