import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { power } from '../../shared/text/format.ts';
import type { TrayView } from '../ports/tray-view.ts';
import { chargerEntries } from './charger-entries.ts';
import { type ChargerWords, composeMenu, type TellCharger } from './compose-menu.ts';
import type { PlanChoices } from './plan-entries.ts';
import { highestPriority } from './priority.ts';
import { tooltip } from './tooltip.ts';
import { totalOf } from './total-power.ts';
import { planLine, shortLine, type Telling, trayLine } from './tray-lines.ts';

/**
 * Icon, words and menu from the state. Pure: the same state gives the same view. Only the chargers of
 * which something is shown are asked of `tell`: a thousand take little more than ten.
 */
export function composeTrayView(
  state: AppState,
  telling: Telling,
  tell: TellCharger = (charger) => chargerWords(charger, telling, state.settings),
): TrayView {
  return {
    icon: highestPriority(state),
    panel: state.settings.trayIcon,
    tooltip: tooltip(state, telling, tell),
    ...omitUndefined({ title: title(state, telling) }),
    menu: composeMenu(state, telling, tell),
  };
}

/** The power that flows now; nothing where none flows, or not all of it is known. */
function title({ app, settings, chargers }: AppState, telling: Telling): string | undefined {
  if (app.platform !== 'darwin' || !settings.trayPower) return undefined;
  const { charging, chargingW, dischargingW } = totalOf(chargers);
  const flows = charging > 0 ? chargingW : dischargingW;
  return flows === undefined ? undefined : power(flows, telling.formatOptions);
}

/** The lines of a charger and its entries in the menu. Pure. */
export function chargerWords(
  charger: ChargerState,
  telling: Telling,
  settings: PlanChoices,
): ChargerWords {
  return {
    ...chargerLines(charger, telling),
    entries: chargerEntries(charger, telling, settings),
  };
}

/** The same without the entries. */
export function chargerLines(
  charger: ChargerState,
  telling: Telling,
): Omit<ChargerWords, 'entries'> {
  return {
    line: trayLine(charger, telling),
    ...omitUndefined({ withPlan: planLine(charger, telling) }),
    short: shortLine(charger, telling),
  };
}
