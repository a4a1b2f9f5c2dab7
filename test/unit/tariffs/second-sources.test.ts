import { describe, expect, it } from 'vitest';
import { priceSources } from '../../../electron/tariffs/sources/registry.ts';
import { secondSourcesOf } from '../../../electron/tariffs/sources/second-sources.ts';

describe('sources that step in', () => {
  it.each([
    ['energyCharts', 'DE-LU', ['smard', 'awattar']],
    ['awattar', 'DE-LU', ['energyCharts', 'smard']],
    ['smard', 'DE-LU', ['energyCharts', 'awattar']],
    ['awattar', 'AT', ['energyCharts', 'smard']],
    ['nordPool', 'BE', ['energyCharts', 'smard']],
    ['energyCharts', 'RS', []],
    ['energyCharts', 'NL', ['smard', 'energyZero']],
    ['energyCharts', 'PT', ['omie']],
    ['spotHinta', 'FI', ['energyCharts', 'elering']],
    ['nordPool', 'DK1', ['energyCharts', 'smard', 'energinet', 'spotHinta']],
    ['tibber', 'DE-LU', []],
    ['own', 'DE-LU', []],
    ['octopus', 'GB-C', []],
  ] as const)('for %s in %s are %j', (id, code, others) => {
    expect(secondSourcesOf(id, code)).toEqual(others);
  });

  it('are never Nord Pool, whose terms do not let it', () => {
    const all = Object.values(priceSources).flatMap(({ id, areas }) =>
      areas.flatMap(({ code }) => secondSourcesOf(id, code)),
    );
    expect(all).toContain('elering');
    expect(all).not.toContain('nordPool');
  });
});

describe('a source of prices', () => {
  it('stands under its own id, and names no area twice', () => {
    for (const [id, source] of Object.entries(priceSources)) {
      expect(source.id).toBe(id);
      const codes = source.areas.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
});
