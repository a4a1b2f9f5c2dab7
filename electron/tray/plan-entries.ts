import type { ChargerState } from '../../shared/domain/app/app-state.ts';
import type { Settings } from '../../shared/domain/app/settings.ts';
import { permission } from '../../shared/domain/charger/permission.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import {
  defaultPlan,
  type PlanChoice,
  type PlanSettings,
} from '../../shared/domain/price/charge-plan.ts';
import { hindranceHint } from '../../shared/text/failure-text.ts';
import { dayTime, decimal, type FormatOptions } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { planTimes } from '../../shared/text/plan-text.ts';
import { unitPrice } from '../../shared/text/unit-price.ts';
import type { MenuEntry } from '../ports/tray-view.ts';
import { entryId } from './entries.ts';
import type { Telling } from './tray-lines.ts';

/** What of the settings decides whether and how a charger charges by price. */
export type PlanChoices = Pick<Settings, 'market' | 'plans'>;

/**
 * Charging by price, in few choices: the window has all of them. Whoever has chosen neither prices
 * nor a plan is not reminded of it with every opening of the menu.
 */
export function planEntries(
  charger: ChargerState,
  telling: Telling,
  { market, plans }: PlanChoices,
): readonly MenuEntry[] {
  const may = permission(charger.reading, 'pause');
  const settings = plans[charger.id] ?? defaultPlan;
  if (may.kind === 'absent' || (market === null && plans[charger.id] === undefined)) return [];
  const isForbidden =
    may.kind === 'blocked' && (may.why === 'noRight' || may.why === 'foreignControl');
  const hint = isForbidden ? hindranceHint(may.why) : hintOf(charger, market !== null);
  const times = charger.plan && planTimes(charger.plan, telling);
  const { title } = messages.plans;
  const label = times ? messages.tray.withValue({ label: title, value: times }) : title;
  return [
    {
      kind: 'submenu',
      label: hint ? messages.tray.becauseHint({ label, hint }) : label,
      enabled: !isForbidden,
      entries: choicesOf(charger, settings, telling.formatOptions),
    },
  ];
}

/** Without prices a plan waits for ever, and only its owner can change that. */
function hintOf({ plan }: ChargerState, hasMarket: boolean): string | undefined {
  return plan?.status.kind === 'noPrices' && !hasMarket
    ? messages.plans.choosePricesHint
    : undefined;
}

function choicesOf(
  charger: ChargerState,
  settings: PlanSettings,
  formatOptions: FormatOptions,
): readonly MenuEntry[] {
  const { plans: words } = messages;
  const { isOn, mode, readyBy } = settings;
  const chosen = isOn ? mode.kind : 'off';
  const item = (choice: PlanChoice, label: string) => ({
    kind: 'item' as const,
    id: entryId({ do: 'plan', chargerId: charger.id, choice }),
    label,
    enabled: true,
  });
  const cheapest = readyBy
    ? words.cheapestBy(dayTime(readyBy.minute, formatOptions))
    : words.form.modes.cheapest;
  // Without a limit of its owner's, the app takes the one before, or what a kWh costs on average.
  const below =
    mode.kind === 'below'
      ? words.below(priceOf(mode.perKwh, charger, formatOptions))
      : words.form.modes.below;
  return [
    { ...item('off', words.form.modes.off), chosen: chosen === 'off' },
    { ...item('cheapest', cheapest), chosen: chosen === 'cheapest' },
    { ...item('below', below), chosen: chosen === 'below' },
    { kind: 'separator' },
    item('now', messages.commands.chargeNow),
  ];
}

/** In the currency of the prices, as far as it is known here; else the bare number. */
function priceOf(perKwh: number, charger: ChargerState, formatOptions: FormatOptions): string {
  const currency =
    charger.plan?.cost?.currency ?? lastObservation(charger.reading)?.price?.currency;
  return currency === undefined
    ? decimal(perKwh, 2, formatOptions)
    : unitPrice(perKwh, currency, formatOptions);
}
