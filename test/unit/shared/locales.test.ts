import { describe, expect, it } from 'vitest';
import { clockTime, energy, formatOptionsIn, money, power } from '../../../shared/text/format.ts';
import { localesFor } from '../../../shared/text/locales.ts';

const at = Date.UTC(2026, 9, 1, 12, 15);
const nextDay = at + 24 * 3_600_000;

/** As a card says it, with plain spaces. */
function written(systemLocale: string) {
  const options = formatOptionsIn('Europe/Berlin', localesFor(systemLocale));
  const words = [power(7400, options), energy(6130, options), money('1.9', 'EUR', options)];
  return [...words, clockTime(at, at, options), clockTime(at, nextDay, options)].map((one) =>
    one.replaceAll(/[\u00a0\u202f]/g, ' '),
  );
}

describe('the way of writing of a region, with English words', () => {
  it.each([
    ['de-DE', ['7,4 kW', '6,13 kWh', '1,90 €', '14:15', 'Thu, 1 Oct, 14:15']],
    ['de_DE.UTF-8', ['7,4 kW', '6,13 kWh', '1,90 €', '14:15', 'Thu, 1 Oct, 14:15']],
    ['es-ES', ['7,4 kW', '6,13 kWh', '1,90 €', '14:15', 'Thu, 1 Oct, 14:15']],
    ['fr_FR@euro', ['7,4 kW', '6,13 kWh', '1,90 €', '14:15', 'Thu, 1 Oct, 14:15']],
    ['nl-NL', ['7,4 kW', '6,13 kWh', '€ 1,90', '14:15', 'Thu, 1 Oct, 14:15']],
    ['en-GB', ['7.4 kW', '6.13 kWh', '€1.90', '14:15', 'Thu 1 Oct, 14:15']],
    ['en-US', ['7.4 kW', '6.13 kWh', '€1.90', '2:15 PM', 'Thu, Oct 1, 2:15 PM']],
    // The region follows from the language where it is not said.
    ['de', ['7,4 kW', '6,13 kWh', '1,90 €', '14:15', 'Thu, 1 Oct, 14:15']],
  ])('%s', (systemLocale, right) => {
    expect(written(systemLocale)).toEqual(right);
  });

  it('has the digits of the words', () => {
    expect(written('ar-EG').slice(0, 2)).toEqual(['7.4 kW', '6.13 kWh']);
  });

  it.each(['C', 'POSIX', '', 'C.UTF-8', 'not a locale', 'xx-YY', '-', 'de-'])(
    'is English where the system says %j',
    (systemLocale) => {
      expect(written(systemLocale)).toEqual(written('en'));
    },
  );
});
