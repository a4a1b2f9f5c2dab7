import { messages } from '../../../shared/text/messages.ts';

/** As they call themselves, in every language. Those that only step in stand here too. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

/** The name of a source by its id; the owner's own list is called so in each language. */
export function sourceName(id: string): string {
  return id === 'own' ? messages.market.own : (names.get(id) ?? id);
}
