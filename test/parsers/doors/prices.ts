import { readKeptMarket, toKeep } from '../../../electron/tariffs/market/kept-market.ts';
import { priceSources } from '../../../electron/tariffs/sources/registry.ts';
import { fc } from '../../fixtures/properties.ts';
import { askWith, day, wire } from '../../unit/tariffs/sources/canned.ts';
import { right } from '../../unit/tariffs/sources/right-answers.ts';
import { type Door, jsonDoor, textDoor } from '../door.ts';

type SourceId = keyof typeof priceSources;

const price = /^-?\d{1,6}(\.\d{1,8})?$/;

/** Every source, and each of its answers by itself while the others are as they should be. */
export const priceDoors: ReadonlyMap<string, Door<string>> = new Map(
  Object.keys(priceSources).flatMap((name) => {
    const id = name as SourceId;
    return right[id].map((_, index) => [`prices of ${id}, answer ${index + 1}`, doorOf(id, index)]);
  }),
);

function doorOf(id: SourceId, index: number): Door<string> {
  const answers = right[id].map((one) => (typeof one === 'string' ? one : wire(one)));
  const one = right[id][index];
  const rest = {
    enter: async (body: string) => {
      const all = answers.map((answer, at) => (at === index ? body : answer));
      const address = 'https://prices.example.com/own';
      const { outcome } = await askWith(priceSources[id], { answers: all, token: 'a', address });
      if (!outcome.ok) return undefined;
      const { slots } = outcome.value;
      const odd = slots.filter((slot, at) => {
        const isLater = slot.from >= (slots[at - 1]?.until ?? 0) && slot.until > slot.from;
        return !(isLater && price.test(slot.perKwh));
      });
      if (odd.length > 0) throw new Error(`No prices: ${JSON.stringify(odd)}`);
      return outcome.value;
    },
    least: 0.02,
  };
  return typeof one === 'string' ? textDoor([one], rest) : jsonDoor([one], rest);
}

const slots = [
  [day.from, day.from + 3_600_000, '0.25'],
  [day.from + 3_600_000, day.from + 7_200_000, '-0.01'],
];
const told = { at: day.from, by: 'energyCharts', currency: 'EUR', vatIncluded: false };

/** What an earlier run of the app has left of a market. */
export const keptPriceDoors = {
  'electron/tariffs/market/kept-market.ts#readKeptMarket': jsonDoor(
    fc.constantFrom(
      { choice: { source: 'energyCharts', area: 'DE-LU' }, triedAt: day.from, told, slots },
      { choice: { source: 'own', area: 'own', address: '/prices.csv' }, slots: [] },
    ),
    {
      enter: (text) => readKeptMarket(parsed(text)),
      again: (market: NonNullable<ReturnType<typeof readKeptMarket>>) =>
        readKeptMarket(JSON.parse(JSON.stringify(toKeep(market)))),
    },
  ),
} satisfies Readonly<Record<string, Door<string>>>;

/** As the file that holds it gives it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
