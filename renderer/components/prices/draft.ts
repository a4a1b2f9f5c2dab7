import type { PriceBand, PriceEntry, Tariff } from '../../../shared/domain/session/price.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { messages } from '../../../shared/text/messages.ts';
import { partsOfNumber } from '../basic/typed-number.ts';
import { dayStart } from '../history/span.ts';

/** What is wrong with something that was typed. */
export type PriceTrouble = keyof typeof messages.priceTroubles;

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
  readonly kind: Exclude<Tariff['kind'], 'hourly'>;
  /** `2026-11-17`. */
  readonly day: string;
  readonly currency: string;
  /** The one price, or that of all other times. */
  readonly perKwh: string;
  readonly bands: readonly BandDraft[];
}

/** What is wrong, by the name of the field: `day`, `perKwh`, `bands.3.days`. */
export type DraftTroubles = Readonly<Record<string, PriceTrouble>>;

/** Every day of the week. */
export const week: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** More than this for a kWh is allowed, but somebody may have lost the point. */
const usual = 5;

/** A new band, which holds at night. */
export function newBand(id: number): BandDraft {
  return { id, days: week, from: '22:00', to: '06:00', perKwh: '' };
}

/** The entry that a draft stands for, or all that is wrong with it. `zone` is an IANA name. */
export function entryOf(draft: PriceDraft, zone: string): Result<PriceEntry, DraftTroubles> {
  const from = dayStart(draft.day, zone);
  const perKwh = priceOf(draft.perKwh);
  const bands = draft.kind === 'bands' ? draft.bands.map(bandOf) : [];
  const troubles: Record<string, PriceTrouble> = {
    ...(from === undefined && { day: 'noDay' }),
    ...(!perKwh.ok && { perKwh: perKwh.failure }),
    ...Object.assign({}, ...bands.map((band) => (band.ok ? {} : band.failure))),
  };
  if (from === undefined || !perKwh.ok || Object.keys(troubles).length > 0) return failed(troubles);
  const whole = bands.flatMap((band) => (band.ok ? [band.value] : []));
  const tariff: Tariff =
    draft.kind === 'bands' && whole.length > 0
      ? { kind: 'bands', bands: whole, otherwise: perKwh.value }
      : { kind: 'flat', perKwh: perKwh.value };
  return success({ from, currency: draft.currency, zone, tariff, origin: 'own' });
}

/** An exact decimal from what was typed, with a point or a comma. */
export function priceOf(typed: string): Result<string, PriceTrouble> {
  if (typed.trim() === '') return failed('empty');
  const parts = partsOfNumber(typed);
  if (!parts) return failed('noNumber');
  const { isNegative, whole, fraction } = parts;
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  if (digits.length > 6) return failed('tooLarge');
  if (fraction.length > 8) return failed('tooFine');
  return success(`${isNegative ? '-' : ''}${digits}${fraction && `.${fraction}`}`);
}

/** Whether a price is so far from others that it may be a slip. */
export function isUnusual(typed: string): boolean {
  const price = priceOf(typed);
  return price.ok && Math.abs(Number(price.value)) > usual;
}

/** A list with one more entry, in the order of time. One from the same day makes way. */
export function withEntry(
  entries: readonly PriceEntry[],
  entry: PriceEntry,
): readonly PriceEntry[] {
  return [...entries.filter(({ from }) => from !== entry.from), entry].sort(
    (one, other) => one.from - other.from,
  );
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
