import type { MarketChoice, OfferedSource } from '../../../shared/domain/price/market.ts';
import { priceSourceIds } from '../../../shared/domain/price/source.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { PriceArea, PriceSource } from '../sources/price-source.ts';
import { priceSources } from '../sources/registry.ts';
import { secondSourcesOf } from '../sources/second-sources.ts';

/** Where a source, and those that can step in for it, the best first, are found. */
export interface SourceBook {
  readonly find: (choice: MarketChoice) => AreaOfSource | undefined;
  readonly stepIn: (choice: MarketChoice) => readonly AreaOfSource[];
}

/** A source, and one of its areas. `name` is how its file calls the source. */
export interface AreaOfSource {
  readonly name: string;
  readonly source: Pick<PriceSource, 'fetch'>;
  readonly area: PriceArea;
}

/** The sources of the registry, by what their owner has chosen. */
export const sourceBook: SourceBook = {
  find: ({ source, area }) => areaOf(source, area),
  stepIn: ({ source, area }) =>
    secondSourcesOf(source, area).flatMap((id) => areaOf(id, area) ?? []),
};

function areaOf(name: keyof typeof priceSources, code: string): AreaOfSource | undefined {
  const source = priceSources[name];
  const area = source?.areas.find((one) => one.code === code);
  return source && area && { name, source, area };
}

/** All that can be chosen, in the order in which they are offered. */
export function offeredSources(): readonly OfferedSource[] {
  return priceSourceIds.flatMap((id) => {
    const source = priceSources[id];
    if (!source) return [];
    const areas = source.areas.map(({ code, host }) => ({ code, ...omitUndefined({ host }) }));
    const wanted = source.needs === 'token' ? { wantsToken: true as const } : {};
    return { id, areas, ...wanted, ...omitUndefined({ host: source.host }) };
  });
}
