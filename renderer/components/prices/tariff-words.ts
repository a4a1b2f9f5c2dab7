import type {
  BandPrices,
  HourlyTariff,
  MarketArea,
  PriceBand,
  PriceEntry,
} from '../../../shared/domain/session/price.ts';
import { exactNumber, exactPrice } from '../../../shared/text/exact.ts';
import { dayTime, type FormatOptions, listOf } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { dayNames } from '../basic/day-names.ts';
import { areaName } from '../market/area-names.ts';
import { sourceName } from '../market/source-names.ts';

/** One line of a price: when, and how much. */
export interface TariffLine {
  /** Empty where it holds at any time. */
  readonly when: string;
  readonly amount: string;
}

/** A price in lines, in the order in which they count. */
export function tariffLines(
  { tariff, currency }: PriceEntry,
  formatOptions: FormatOptions,
): readonly TariffLine[] {
  const amount = (perKwh: string) => exactPrice(perKwh, currency, formatOptions);
  if (tariff.kind === 'flat') return [{ when: '', amount: amount(tariff.perKwh) }];
  if (tariff.kind === 'hourly') return hourlyLines(tariff, amount, formatOptions);
  return [
    ...bandLines(tariff, amount, formatOptions),
    { when: messages.prices.otherwise, amount: amount(tariff.otherwise) },
  ];
}

type Amount = (perKwh: string) => string;

/** What is left out changes nothing: a factor of 1, no surcharge. */
function hourlyLines(
  { factor, gridFee, market, surcharge, vatPercent }: HourlyTariff,
  amount: Amount,
  formatOptions: FormatOptions,
): readonly TariffLine[] {
  const words = messages.prices.hourly;
  const said = (when: string, decimal: string, neutral: number, told: Amount) =>
    Number(decimal) === neutral ? [] : [{ when, amount: told(decimal) }];
  const number = (decimal: string) => exactNumber(decimal, formatOptions);
  return [
    { when: messages.prices.kinds.hourly, amount: marketName(market) },
    ...said(words.factor, factor, 1, number),
    ...said(words.surcharge, surcharge, 0, amount),
    ...(gridFee ? gridFeeLines(gridFee, amount, formatOptions) : []),
    ...said(words.vat, vatPercent, 0, (percent) => words.percent(number(percent))),
  ];
}

/** The source, and the area where it has several. */
export function marketName(market: MarketArea): string {
  const source = sourceName(market.source);
  if (market.source === 'own') return source;
  return messages.market.from({ source, area: areaName(market.area) });
}

function gridFeeLines(gridFee: BandPrices, amount: Amount, formatOptions: FormatOptions) {
  const words = messages.prices.hourly;
  const lines = bandLines(gridFee, amount, formatOptions);
  return [
    ...lines.map((line) => ({ ...line, when: words.gridFeeWhen(line.when) })),
    { when: words.gridFeeOtherwise, amount: amount(gridFee.otherwise) },
  ];
}

function bandLines({ bands }: BandPrices, amount: Amount, formatOptions: FormatOptions) {
  return bands.map((band) => ({
    when: bandWords(band, formatOptions),
    amount: amount(band.perKwh),
  }));
}

function bandWords({ days, from, to }: PriceBand, formatOptions: FormatOptions): string {
  const isWhole = from === 0 && to === 1440;
  const clock = (minutes: number) => dayTime(minutes, formatOptions);
  const times = isWhole
    ? messages.prices.wholeDay
    : messages.prices.times({ from: clock(from), to: clock(to) });
  return messages.prices.bandWhen({ days: daysWords(days, formatOptions), times });
}

/** `Mon–Fri`, `Sat, Sun`, `Every day`. */
export function daysWords(days: readonly number[], formatOptions: FormatOptions): string {
  const names = dayNames(formatOptions);
  const sorted = [...new Set(days)].sort();
  if (sorted.length === 7) return messages.prices.everyDay;
  const name = (day: number | undefined) => names[(day ?? 1) - 1] ?? '';
  const [first, last] = [sorted[0], sorted.at(-1)];
  const isRow = (last ?? 0) - (first ?? 0) === sorted.length - 1;
  if (sorted.length > 2 && isRow)
    return messages.prices.days({ from: name(first), to: name(last) });
  return listOf(sorted.map(name), formatOptions);
}
