import type { PriceSourceId } from '../../../shared/domain/price/source.ts';

/** As they call themselves, in every language. Those that only step in stand here too. */
const names: Readonly<Record<string, string>> = {
  energyCharts: 'Energy-Charts',
  awattar: 'aWATTar',
  octopus: 'Octopus Agile',
  energyZero: 'EnergyZero',
  spotHinta: 'spot-hinta.fi',
  energinet: 'Energinet',
  omie: 'OMIE',
  nordPool: 'Nord Pool',
  tibber: 'Tibber',
  smard: 'SMARD',
  elering: 'Elering',
} satisfies Partial<Record<PriceSourceId, string>> & Record<string, string>;

/** The name of a source by its id. */
export function sourceName(id: string): string {
  return names[id] ?? id;
}
