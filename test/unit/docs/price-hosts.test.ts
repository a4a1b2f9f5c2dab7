import { expect, it } from 'vitest';
import { priceSources } from '../../../electron/tariffs/sources/registry.ts';
import { source } from '../../laws/sources.ts';

it('the README names every host that may be asked for prices, and no other', () => {
  const [, table = ''] =
    /\| Prices from \|[^\n]*\n([\s\S]*?)\n\n/.exec(source('README.md').text) ?? [];
  const named = [...table.matchAll(/`([a-z.-]+)`/g)].map(([, host]) => host);
  const asked = Object.values(priceSources).flatMap(({ areas, host }) => [
    ...(host === undefined ? [] : [host]),
    ...areas.flatMap((area) => area.host ?? []),
  ]);
  expect(new Set(named)).toEqual(new Set(asked));
});
