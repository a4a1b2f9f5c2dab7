import type {
  BandPrices,
  PriceBand,
  PriceEntry,
  Tariff,
} from '../../../shared/domain/session/price.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { dayStart } from '../history/span.ts';
import { type FollowedMarket, type HourlyDraft, hourlyOf } from './hourly-draft.ts';
import { type DraftTroubles, type PriceTrouble, priceOf } from './typed-price.ts';

/** One time of day as it is typed. Times are `HH:MM`, days count from Monday as 1. */
export interface BandDraft {
  readonly id: number;
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly perKwh: string;
}

/** A price as it is typed. */
export interface PriceDraft {
  readonly kind: Tariff['kind'];
  /** `2026-11-17`. */
  readonly day: string;
  readonly currency: string;
  /** The one price, or that of all other times; of an hourly price the grid fee of those. */
  readonly perKwh: string;
  readonly bands: readonly BandDraft[];
  readonly hourly: HourlyDraft;
}

/** Every day of the week. */
export const week: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** A new band, which holds at night. */
export function newBand(id: number): BandDraft {
  return { id, days: week, from: '22:00', to: '06:00', perKwh: '' };
}

/**
 * The entry that a draft stands for, or all that is wrong with it. `zone` is an IANA name. Without a
 * market there is no hourly price.
 */
export function entryOf(
  draft: PriceDraft,
  zone: string,
  market?: FollowedMarket,
): Result<PriceEntry, DraftTroubles> {
  const from = dayStart(draft.day, zone);
  const tariff = tariffOf(draft, market);
  const isOther = market?.currency !== undefined && market.currency !== draft.currency;
  const troubles: DraftTroubles = {
    ...(from === undefined && { day: 'noDay' }),
    ...(draft.kind === 'hourly' && isOther && { currency: 'otherCurrency' }),
    ...(!tariff.ok && tariff.failure),
  };
  if (from === undefined || !tariff.ok || Object.keys(troubles).length > 0) return failed(troubles);
  return success({ from, currency: draft.currency, zone, tariff: tariff.value, origin: 'own' });
}

function tariffOf(
  draft: PriceDraft,
  market: FollowedMarket | undefined,
): Result<Tariff, DraftTroubles> {
  if (draft.kind === 'flat') {
    const perKwh = priceOf(draft.perKwh);
    return perKwh.ok
      ? success({ kind: 'flat', perKwh: perKwh.value })
      : failed({ perKwh: perKwh.failure });
  }
  if (draft.kind === 'bands') {
    const prices = bandPricesOf(draft);
    return prices.ok ? success({ kind: 'bands', ...prices.value }) : prices;
  }
  if (!market) return failed({});
  const gridFee = draft.hourly.hasGridFee ? bandPricesOf(draft) : undefined;
  const hourly = hourlyOf(draft.hourly, market, gridFee?.ok ? gridFee.value : undefined);
  if (!gridFee || gridFee.ok) return hourly;
  return failed({ ...gridFee.failure, ...(!hourly.ok && hourly.failure) });
}

function bandPricesOf(draft: PriceDraft): Result<BandPrices, DraftTroubles> {
  const otherwise = priceOf(draft.perKwh);
  const bands = draft.bands.map(bandOf);
  const whole = bands.flatMap((band) => (band.ok ? [band.value] : []));
  if (otherwise.ok && whole.length === bands.length) {
    return success({ bands: whole, otherwise: otherwise.value });
  }
  return failed({
    ...(!otherwise.ok && { perKwh: otherwise.failure }),
    ...Object.assign({}, ...bands.map((band) => (band.ok ? {} : band.failure))),
  });
}

/**
 * A list with one more entry, in the order of time. One from the same day makes way, and whatever a
 * charger has said since then: what its owner sets outweighs it.
 */
export function withEntry(
  entries: readonly PriceEntry[],
  entry: PriceEntry,
): readonly PriceEntry[] {
  const others = entries.filter(
    ({ from, origin }) => from < entry.from || (from > entry.from && origin === 'own'),
  );
  return [...others, entry].sort((one, other) => one.from - other.from);
}

function bandOf(band: BandDraft): Result<PriceBand, DraftTroubles> {
  const from = minutesOf(band.from);
  const until = minutesOf(band.to);
  // Midnight as an end is that of the same day.
  const to = until === 0 ? 1440 : until;
  const perKwh = priceOf(band.perKwh);
  const field = (name: string) => `bands.${band.id}.${name}`;
  const troubles: Record<string, PriceTrouble> = {
    ...(band.days.length === 0 && { [field('days')]: 'noDays' }),
    ...((from === undefined || to === undefined) && { [field('to')]: 'noTime' }),
    ...(from !== undefined && from === to && { [field('to')]: 'sameTimes' }),
    ...(!perKwh.ok && { [field('perKwh')]: perKwh.failure }),
  };
  if (from === undefined || to === undefined || !perKwh.ok || Object.keys(troubles).length > 0) {
    return failed(troubles);
  }
  return success({ days: [...band.days].sort(), from, to, perKwh: perKwh.value });
}

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
