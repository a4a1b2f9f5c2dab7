import type { PlanAmount, PlanSettings } from '../../../shared/domain/price/charge-plan.ts';
import type { PlanMode } from '../../../shared/domain/price/plan.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { asDecimal } from '../../../shared/text/exact.ts';
import type { messages } from '../../../shared/text/messages.ts';
import type { PriceUnit } from '../../../shared/text/unit-price.ts';
import { numberTyped } from '../basic/typed-number.ts';
import { minutesOf, timeOf } from '../notifications/minutes.ts';

/** What is wrong with something that was typed. */
export type PlanFault = keyof typeof messages.plans.faults;

/** A plan as it is typed: numbers with point or comma, times as `HH:MM`, empty for none. */
export interface PlanDraft {
  readonly mode: 'off' | PlanMode['kind'];
  readonly inOneGo: boolean;
  /** Prices are in the unit in which one talks of them. */
  readonly limit: string;
  readonly amount: PlanAmount['kind'];
  readonly kwh: string;
  readonly hours: string;
  readonly hasReadyBy: boolean;
  readonly readyBy: string;
  /** 1 is Monday. */
  readonly days: readonly number[];
  readonly notBefore: string;
  readonly atOnce: string;
  readonly highest: string;
  readonly remindAt: string;
}

/** What is wrong, by the name of the field. */
export type PlanFaults = { readonly [Field in keyof PlanDraft]?: PlanFault };

/** What a form is filled with, and what stays as it was. */
export interface DraftSurroundings {
  readonly unit: PriceUnit;
  /** How numbers are written: BCP 47. */
  readonly locale: string | undefined;
}

const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
const usual = { kwh: 20, hours: 3, readyBy: 7 * 60 } as const;
/** More than a battery of a car holds, and more than a plan looks ahead. */
const mostKwh = 300;
const mostHours = 72;
/** In any currency: with more for a kWh, somebody has lost the point. */
const mostPerKwh = 1000;
const hourMs = 3_600_000;

/** A plan as a form shows it. One that is off is shown as it is to be switched on. */
export function draftOf(plan: PlanSettings, { unit, locale }: DraftSurroundings): PlanDraft {
  const { mode, amount, readyBy, notBefore, atOnceWh, highestPerKwh, remindAt } = plan;
  const number = (value: number | undefined) => (value === undefined ? '' : written(value, locale));
  const price = (perKwh: number | undefined) => number(perKwh && perKwh * unit.per);
  const time = (minutes: number | undefined) => (minutes === undefined ? '' : timeOf(minutes));
  return {
    mode: mode.kind,
    inOneGo: mode.kind === 'cheapest' && mode.inOneGo,
    limit: price(mode.kind === 'below' ? mode.perKwh : highestPerKwh),
    amount: amount.kind,
    kwh: number(amount.kind === 'energy' ? amount.wh / 1000 : usual.kwh),
    hours: number(amount.kind === 'time' ? amount.ms / hourMs : usual.hours),
    hasReadyBy: readyBy !== undefined,
    readyBy: timeOf(readyBy?.minute ?? usual.readyBy),
    days: readyBy?.days ?? everyDay,
    notBefore: time(notBefore),
    atOnce: number(atOnceWh && atOnceWh / 1000),
    highest: price(mode.kind === 'below' ? undefined : highestPerKwh),
    remindAt: time(remindAt),
  };
}

/** The plan that a draft stands for, or all that is wrong with it. `before` is the one it came from. */
export function planOf(
  draft: PlanDraft,
  before: PlanSettings,
  { per }: PriceUnit,
): Result<PlanSettings, PlanFaults> {
  if (draft.mode === 'off') return success({ ...before, isOn: false });
  const limit = draft.mode === 'below' ? priceOf(draft.limit, per) : undefined;
  const highest =
    draft.mode === 'cheapest' ? optional(draft.highest, (t) => priceOf(t, per)) : undefined;
  const wanted = amountOf(draft);
  const atOnce = optional(draft.atOnce, (typed) => numberOf(typed, mostKwh, 'energy'));
  const readyBy = draft.hasReadyBy ? weeklyOf(draft) : undefined;
  const faults: PlanFaults = {
    ...fault('limit', limit),
    ...fault('highest', highest),
    ...fault(draft.amount === 'time' ? 'hours' : 'kwh', wanted),
    ...fault('atOnce', atOnce),
    ...(readyBy && !readyBy.ok && readyBy.failure),
    ...(isTooMuch(valueIn(atOnce), valueIn(wanted)) && { atOnce: 'atOnce' }),
  };
  const amount = valueIn(wanted);
  if (Object.keys(faults).length > 0 || !amount) return failed(faults);
  const atOnceKwh = valueIn(atOnce);
  return success({
    isOn: true,
    mode: modeOf(draft, valueIn(limit)),
    amount,
    ...omitUndefined({
      readyBy: readyBy && valueIn(readyBy),
      notBefore: minutesOf(draft.notBefore),
      atOnceWh: atOnceKwh === undefined ? undefined : atOnceKwh * 1000,
      highestPerKwh: valueIn(highest),
      remindAt: minutesOf(draft.remindAt),
    }),
  });
}

type Read<Value> = Result<Value, PlanFault>;

function modeOf({ inOneGo }: PlanDraft, perKwh: number | undefined): PlanMode {
  return perKwh === undefined ? { kind: 'cheapest', inOneGo } : { kind: 'below', perKwh };
}

function amountOf({ amount, kwh, hours }: PlanDraft): Read<PlanAmount> {
  if (amount === 'full') return success({ kind: 'full' });
  if (amount === 'energy') {
    const read = numberOf(kwh, mostKwh, 'energy');
    return read.ok ? success({ kind: 'energy', wh: read.value * 1000 }) : read;
  }
  const read = numberOf(hours, mostHours, 'hours');
  return read.ok ? success({ kind: 'time', ms: Math.round(read.value * hourMs) }) : read;
}

function weeklyOf({ days, readyBy }: PlanDraft): Result<PlanSettings['readyBy'], PlanFaults> {
  const minute = minutesOf(readyBy);
  if (minute === undefined) return failed({ readyBy: 'noTime' });
  return days.length === 0
    ? failed({ days: 'noDays' })
    : success({ days: [...days].sort(), minute });
}

/** More than nothing, and at most so much; else it is the given fault. */
function numberOf(typed: string, most: number, beyond: PlanFault): Read<number> {
  if (typed.trim() === '') return failed(beyond);
  const number = numberTyped(typed);
  if (number === undefined) return failed('noNumber');
  return number > 0 && number <= most ? success(number) : failed(beyond);
}

function priceOf(typed: string, per: number): Read<number> {
  if (typed.trim() === '') return failed('noPrice');
  const number = numberTyped(typed);
  if (number === undefined) return failed('noNumber');
  const perKwh = Number(asDecimal(number / per));
  return Math.abs(perKwh) <= mostPerKwh ? success(perKwh) : failed('price');
}

function optional(typed: string, read: (typed: string) => Read<number>): Read<number> | undefined {
  return typed.trim() === '' ? undefined : read(typed);
}

function isTooMuch(atOnceKwh: number | undefined, amount: PlanAmount | undefined): boolean {
  return atOnceKwh !== undefined && amount?.kind === 'energy' && atOnceKwh * 1000 > amount.wh;
}

function valueIn<Value>(read: Result<Value, unknown> | undefined): Value | undefined {
  return read?.ok ? read.value : undefined;
}

function fault(field: keyof PlanDraft, read: Read<unknown> | undefined): PlanFaults {
  return read && !read.ok ? { [field]: read.failure } : {};
}

/** As it is typed in again: without marks between the thousands. */
function written(value: number, locale: string | undefined): string {
  const how = { maximumFractionDigits: 6, useGrouping: false };
  return new Intl.NumberFormat(locale, how).format(value);
}
