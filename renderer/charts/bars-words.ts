import type { Period, Totals } from '../../shared/domain/session/history.ts';
import { duration, type FormatOptions } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import type { Formats } from '../components/history/formats.ts';
import { type Span, spanAt, zoneOf } from '../components/history/span.ts';
import type { Measure } from './bars.ts';

/** What is said of a bar. */
export interface Saying {
  readonly name: (period: Period) => string;
  readonly amount: (totals: Totals) => string;
  readonly solar: (totals: Totals) => string;
  /** All of it in one line. */
  readonly facts: (period: Period) => string;
}

/** How the bars of a span are spoken of. */
export function sayingOf(
  measure: Measure,
  span: Span,
  formats: Formats,
  formatOptions: FormatOptions,
): Saying {
  const zone = zoneOf(formatOptions);
  const amount = (totals: Totals) => amountOf(totals, measure, formats);
  const solar = ({ greenEnergyWh }: Totals) =>
    greenEnergyWh === undefined ? messages.historySums.unknown : formats.energy(greenEnergyWh);
  return {
    name: ({ from }) => {
      if (span.unit === 'month') return formats.day(from);
      return formats.span(spanAt(from, span.unit === 'year' ? 'month' : 'year', zone));
    },
    amount,
    solar,
    facts: (period) => {
      const { charges, greenEnergyWh = 0 } = period;
      if (charges === 0) return messages.historySums.bars.none;
      const green =
        greenEnergyWh > 0
          ? [messages.historySums.bars.solarPart(formats.energy(greenEnergyWh))]
          : [];
      return [amount(period), ...green, messages.historySums.bars.count(charges)].join(' · ');
    },
  };
}

function amountOf(totals: Totals, measure: Measure, formats: Formats): string {
  const { chargingMs, energyWh } = totals;
  const isKnown = (measure === 'energy' ? energyWh : chargingMs) !== undefined;
  if (!isKnown && totals.charges > 0) return messages.historySums.unknown;
  return measure === 'energy' ? formats.energy(energyWh ?? 0) : duration(chargingMs ?? 0);
}
