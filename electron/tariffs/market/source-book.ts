import type { OfferedSource } from '../../../shared/domain/price/market.ts';
import { priceSourceIds } from '../../../shared/domain/price/source.ts';
import { priceSources } from '../sources/registry.ts';
import type { AreaOfSource, SourceBook } from './market-prices.ts';

/** Whose prices may stand in for those of another, the best first. None of them needs a token. */
const stepIn = ['energyCharts', 'awattar'] as const;

/** The sources of the registry, by what their owner has chosen. */
export const sourceBook: SourceBook = {
  find: ({ source, area }) => areaOf(source, area),
  second: ({ source, area }) =>
    stepIn.flatMap((id) => (id === source ? [] : (areaOf(id, area) ?? []))).at(0),
};

function areaOf(name: keyof typeof priceSources, code: string): AreaOfSource | undefined {
  const source = priceSources[name];
  const area = source?.areas.find((one) => one.code === code);
  return source && area && { name, source, area };
}

/** Those that need nothing but an area, in the order in which they are offered. */
export function offeredSources(): readonly OfferedSource[] {
  return priceSourceIds.flatMap((id) => {
    const source = priceSources[id];
    if (!source?.host || source.needs) return [];
    return { id, host: source.host, areas: source.areas.map(({ code }) => code) };
  });
}
