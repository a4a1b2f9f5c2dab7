import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import type { Locales } from '../../shared/domain/app/locales.ts';
import type { Settings } from '../../shared/domain/app/settings.ts';
import { offeredVersion } from '../../shared/domain/app/update.ts';
import {
  type FormatOptions,
  formatOptionsIn,
  numbersIn,
  timesIn,
} from '../../shared/text/format.ts';
import { isSameButForNumbers } from '../charging/must-persist.ts';
import type { TrayView } from '../ports/tray-view.ts';
import type { ChargerWords } from './compose-menu.ts';
import { chargerLines, chargerWords, composeTrayView } from './compose-tray-view.ts';

/** Day and night begin on a quarter of an hour everywhere: until then words about times stay true. */
const quarterMs = 15 * 60_000;

interface Kept {
  readonly charger: ChargerState;
  readonly words: ChargerWords;
  /** The quarter of an hour in which it was said; 0 where it says nothing about times. */
  readonly quarter: number;
}

/**
 * Composes view after view, and says nothing anew that has not changed: a charger is told from its
 * state, which is another object whenever anything about it is another.
 */
export class TrayViewComposer {
  readonly #kept = new Map<string, Kept>();
  #formatOptions: FormatOptions = {};
  #settings: Settings | undefined;
  #locales: Locales | undefined;
  #last: { readonly state: AppState; readonly trayView: TrayView } | undefined;

  /** The very same view as before when nothing of what it shows has changed. */
  trayView(state: AppState, now: number): TrayView {
    const last = this.#last;
    const trayView =
      last && showsSame(last.state, state) ? last.trayView : this.#compose(state, now);
    this.#last = { state, trayView };
    return trayView;
  }

  #compose(state: AppState, now: number): TrayView {
    this.#comeInto(state);
    return composeTrayView(state, { now, formatOptions: this.#formatOptions }, (charger) =>
      this.#tell(charger, now, state.settings),
    );
  }

  /** Whoever travels reads all times by another clock, another language says all anew, and so on. */
  #comeInto({ settings, zone, locales }: AppState): void {
    if (this.#settings?.plans !== settings.plans || this.#settings.market !== settings.market)
      this.#kept.clear();
    this.#settings = settings;
    if (this.#formatOptions.timeZone === zone && this.#locales === locales) return;
    this.#locales = locales;
    const options = formatOptionsIn(zone, locales);
    this.#formatOptions = { ...options, numbers: numbersIn(options), times: timesIn(options) };
    this.#kept.clear();
  }

  #tell(charger: ChargerState, now: number, settings: Settings): ChargerWords {
    const quarter = saysTimes(charger) ? Math.floor(now / quarterMs) : 0;
    const kept = this.#kept.get(charger.id);
    if (kept?.charger === charger && kept.quarter === quarter) return kept.words;
    const telling = { now, formatOptions: this.#formatOptions };
    const words = isSameToAsk(kept?.charger, charger)
      ? { ...chargerLines(charger, telling), entries: kept?.words.entries ?? [] }
      : chargerWords(charger, telling, settings);
    this.#kept.set(charger.id, { charger, words, quarter });
    return words;
  }
}

/** What may be asked of it does not depend on how far it is: then only its lines are others. */
function isSameToAsk(before: ChargerState | undefined, charger: ChargerState): boolean {
  if (!before || before.command || charger.command || before.plan || charger.plan) return false;
  return isSameButForNumbers(before.reading, charger.reading);
}

/** Whatever is published anew comes as new lists, so that time that has passed shows then. */
function showsSame(before: AppState, after: AppState): boolean {
  return (
    before.chargers === after.chargers &&
    before.accounts === after.accounts &&
    before.settings === after.settings &&
    before.keychain === after.keychain &&
    before.zone === after.zone &&
    before.locales === after.locales &&
    offeredVersion(before.update) === offeredVersion(after.update)
  );
}

function saysTimes({ reading, command, plan }: ChargerState): boolean {
  return reading.certainty !== 'current' || command !== undefined || plan !== undefined;
}
