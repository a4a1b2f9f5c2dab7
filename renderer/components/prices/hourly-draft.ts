import { type Bounds, bounds, within } from '../../../shared/domain/bounds.ts';
import type { BandPrices, HourlyTariff, MarketArea } from '../../../shared/domain/session/price.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { type DraftTroubles, type PriceTrouble, priceOf } from './typed-price.ts';

/** What is typed of an hourly price; its grid fee is typed as times of the day are. */
export interface HourlyDraft {
  readonly factor: string;
  readonly surcharge: string;
  readonly vatPercent: string;
  readonly hasGridFee: boolean;
}

/** The market as it is, without anything on top that somebody would have to type. */
export const newHourly: HourlyDraft = {
  factor: '1',
  surcharge: '',
  vatPercent: '',
  hasGridFee: false,
};

/** The market that a new hourly price would follow. */
export interface FollowedMarket {
  readonly area: MarketArea;
  /** ISO 4217; absent while nothing was told. */
  readonly currency?: string | undefined;
  readonly vatIncluded?: boolean | undefined;
}

/** The tariff that a draft stands for, or what is wrong with it. */
export function hourlyOf(
  { factor, surcharge, vatPercent }: HourlyDraft,
  { area }: FollowedMarket,
  gridFee: BandPrices | undefined,
): Result<HourlyTariff, DraftTroubles> {
  const times = numberWithin(factor, bounds.priceFactor, 'badFactor');
  const vat = numberWithin(vatPercent, bounds.percent, 'badPercent');
  const more = priceOf(surcharge);
  if (times.ok && vat.ok && more.ok) {
    return success({
      kind: 'hourly',
      market: area,
      factor: times.value,
      surcharge: more.value,
      vatPercent: vat.value,
      ...omitUndefined({ gridFee }),
    });
  }
  return failed({
    ...(!times.ok && { factor: times.failure }),
    ...(!more.ok && { surcharge: more.failure }),
    ...(!vat.ok && { vatPercent: vat.failure }),
  });
}

function numberWithin(
  typed: string,
  kind: Bounds,
  trouble: PriceTrouble,
): Result<string, PriceTrouble> {
  const number = priceOf(typed);
  if (!number.ok) return number.failure === 'tooFine' ? number : failed(trouble);
  return within(kind, Number(number.value)) === undefined ? failed(trouble) : number;
}
