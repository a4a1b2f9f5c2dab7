import { describe, expect, it } from 'vitest';
import { readOptions } from '../../bench/options.ts';

describe('readOptions', () => {
  it('is a full run unless told otherwise', () => {
    expect(readOptions([]).quick).toBe(false);
  });

  it('measures everything less often or shorter in a quick run', () => {
    const { quick, ...numbers } = readOptions(['--quick']);
    const full: Readonly<Record<string, unknown>> = { ...readOptions([]) };
    expect(quick).toBe(true);
    const notLess = Object.entries(numbers).filter(([name, value]) => value >= Number(full[name]));
    expect(notLess).toEqual([]);
  });

  it.each(['--rounds=2', '--quick=yes', '--help', 'quick', '7'])('refuses %s', (arg) => {
    expect(() => readOptions([arg])).toThrow(arg.split('=')[0]);
  });
});
