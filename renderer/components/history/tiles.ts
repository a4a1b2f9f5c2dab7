import type { Totals } from '../../../shared/domain/session/history.ts';
import { exactPrice, shortPrice } from '../../../shared/text/exact.ts';
import { duration, type FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Formats } from './formats.ts';
import { type Span, shifted } from './span.ts';

const words = () => messages.historySums;

/** A number of a range, large, with what else is to be said of it. */
export interface Tile {
  readonly label: string;
  /** One, or one for each currency. */
  readonly values: readonly string[];
  readonly notes: readonly TileNote[];
}

/** Something small below the number. */
export interface TileNote {
  readonly seen: string;
  /** Where what is seen says little to those who hear it. */
  readonly heard?: string;
}

/** Sums of a range, and of what it is compared with. */
export interface Compared {
  readonly span: Span;
  readonly totals: Totals;
  /** See `boundsBefore`. */
  readonly before: Totals | undefined;
  /** The range is not over. */
  readonly isRunning: boolean;
}

interface Manner {
  readonly formats: Formats;
  readonly formatOptions: FormatOptions;
}

/** Energy, cost, average price and sessions. What nobody knows is called unknown and is no zero. */
export function tilesOf(compared: Compared, manner: Manner): readonly Tile[] {
  const { totals, before } = compared;
  const { formats, formatOptions } = manner;
  const { energyWh, costs, averagePrices } = totals;
  const change = (of: (sums: Totals) => number | undefined) =>
    changed(of(totals), before && of(before));
  const said = (found: Changed | undefined, isShort = false) =>
    found ? [changeNote(found, compared, { formats, isShort })] : [];
  const solar = solarNote(totals, formats);
  const time = timeNote(totals);
  return [
    {
      label: words().tiles.energy,
      values: [energyWh === undefined ? words().unknown : formats.energy(energyWh)],
      notes: [...said(change(knownEnergy), solar.length > 0), ...solar],
    },
    {
      label: words().tiles.cost,
      values: orUnknown(costs.map(({ amount, currency }) => formats.money(amount, currency))),
      notes: [
        ...said(
          costChange(compared, ({ costs }) => costs),
          totals.saved.length > 0,
        ),
        ...savedNotes(totals, formats),
      ],
    },
    {
      label: words().tiles.averagePrice,
      values: orUnknown(
        averagePrices.map(({ amount, currency }) =>
          words().perKwh(exactPrice(shortPrice(amount), currency, formatOptions)),
        ),
      ),
      notes: said(costChange(compared, ({ averagePrices }) => averagePrices)),
    },
    {
      label: words().tiles.sessions,
      values: [formats.decimal(totals.charges, 0)],
      notes: [
        ...time,
        ...said(
          change(({ charges }) => charges),
          time.length > 0,
        ),
      ],
    },
  ];
}

/** What is missing from the sums, as sentences. Where all of it is, the tile says so. */
export function missingOf({ charges, withoutEnergy, withoutCost }: Totals): readonly string[] {
  const isPart = (count: number) => count > 0 && count < charges;
  if (withoutEnergy === withoutCost && isPart(withoutEnergy))
    return [words().withoutBoth(withoutCost)];
  return [
    ...(isPart(withoutEnergy) ? [words().withoutEnergy(withoutEnergy)] : []),
    ...(isPart(withoutCost) ? [words().withoutCost(withoutCost)] : []),
  ];
}

function orUnknown(values: readonly string[]): readonly string[] {
  return values.length > 0 ? values : [words().unknown];
}

function solarNote(totals: Totals, formats: Formats): readonly TileNote[] {
  const { energyWh = 0, greenEnergyWh = 0, withoutGreen } = totals;
  if (greenEnergyWh <= 0 || energyWh <= 0) return [];
  const share = formats.percent(Math.min(1, greenEnergyWh / energyWh));
  return [{ seen: withoutGreen > 0 ? words().solarAtLeast(share) : words().solar(share) }];
}

/** None where no plan has charged. */
function savedNotes({ saved }: Totals, formats: Formats): readonly TileNote[] {
  return saved.map(({ amount, currency }) => ({
    seen: words().savedByPlan(formats.money(amount, currency)),
  }));
}

function timeNote({ chargingMs = 0 }: Totals): readonly TileNote[] {
  if (chargingMs <= 0) return [];
  const time = duration(chargingMs);
  return [{ seen: time, heard: words().charging(time) }];
}

interface Changed {
  readonly trend: 'more' | 'less' | 'same';
  /** Of the amount before, without a sign. */
  readonly share: number;
}

/** None where there was nothing before, or nobody knows. */
function changed(now: number | undefined, then: number | undefined): Changed | undefined {
  if (now === undefined || then === undefined || then <= 0) return undefined;
  const share = Math.abs(now / then - 1);
  if (Math.round(share * 100) === 0) return { trend: 'same', share };
  return { trend: now > then ? 'more' : 'less', share };
}

/** Of energies of which a part is unknown the known ones would be compared with nothing. */
function knownEnergy({ energyWh, withoutEnergy, charges }: Totals): number | undefined {
  return isMostlyKnown(withoutEnergy, charges) ? energyWh : undefined;
}

function costChange(
  { totals, before }: Compared,
  amounts: (sums: Totals) => Totals['costs'],
): Changed | undefined {
  if (!before || ![totals, before].every((one) => isMostlyKnown(one.withoutCost, one.charges))) {
    return undefined;
  }
  const [now, ...others] = amounts(totals);
  const [then, ...othersThen] = amounts(before);
  const isOne = others.length === 0 && othersThen.length === 0;
  if (!now || !then || !isOne || now.currency !== then.currency) return undefined;
  return changed(Number(now.amount), Number(then.amount));
}

/** A station without numbers beside chargers that have them must not take their comparison away. */
function isMostlyKnown(unknown: number, all: number): boolean {
  return unknown * 2 <= all;
}

function changeNote(
  { trend, share }: Changed,
  { span, isRunning }: Compared,
  { formats, isShort }: { readonly formats: Formats; readonly isShort: boolean },
): TileNote {
  const before = shifted(span, -1);
  const said = { trend, percent: formats.percent(share), isRunning };
  const seen = { ...said, before: formats.barName(before) };
  return {
    seen: isShort ? words().changeShort(seen) : words().change(seen),
    heard: words().changeHeard({ ...said, before: formats.span(before) }),
  };
}
