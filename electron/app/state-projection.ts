import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import type { FormatTables } from '../../shared/domain/app/format-tables.ts';
import type { CommandProgress } from '../../shared/domain/charger/command.ts';
import { nameKnown } from '../../shared/domain/charger/known-as.ts';
import type { PlanView } from '../../shared/domain/price/charge-plan.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { formatOptionsIn } from '../../shared/text/format.ts';
import { formatTables } from '../../shared/text/format-tables.ts';
import { isDeleted, shownSession } from '../charging/live-session.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { AppServices } from './app-services.ts';

const dayMs = 86_400_000;

/** What tray and window may know, whole, of everything that the app believes. */
export class StateProjection {
  readonly #services: AppServices;
  /** What is shown of a record stays the same object for as long as record and command do. */
  readonly #shown = new WeakMap<ChargerRecord, ChargerState>();

  #kept?: Pick<AppState, 'zone' | 'locales'> & { readonly tables: FormatTables };

  constructor(services: AppServices) {
    this.#services = services;
  }

  project(): Omit<AppState, 'counter'> {
    const { accounts, history, market, mqtt, ports, preferences, speech, storage, store, updates } =
      this.#services;
    const { diskTrouble: _1, hiddenChargers: _2, market: _3, ...others } = store.get();
    const { update: _4, broker: _5, ...state } = others;
    return {
      ...state,
      accounts: accounts.states(),
      ...this.#chargers(),
      settings: preferences.get(),
      history: history.view(),
      ...omitUndefined({
        market: market.changes(),
        update: updates.view(),
        broker: mqtt.loaded?.view(),
      }),
      zone: ports.zone(),
      ...speech.now(),
      ...(storage.refuses() ? { diskTrouble: true as const } : {}),
    };
  }

  /** Made anew where the zone has changed, and long before the moments that they know are over. */
  #tables({ zone, locales }: AppState): FormatTables {
    const now = this.#services.ports.clock.now();
    const kept = this.#kept;
    const isRight = kept?.zone === zone && kept.locales === locales;
    if (isRight && now < kept.tables.offset.until - dayMs) return kept.tables;
    const tables = formatTables(formatOptionsIn(zone, locales), now);
    this.#kept = { zone, locales, tables };
    return tables;
  }

  /** The same for an open window, which has not loaded yet what the tray writes with. */
  forWindow(state: AppState): AppState {
    const isOpen = this.#services.ports.window.isOpen();
    return isOpen ? { ...state, formatTables: this.#tables(state) } : state;
  }

  #chargers(): Pick<AppState, 'chargers' | 'hiddenChargers'> {
    const { commands, plans, preferences, tracker } = this.#services;
    const { order, hidden } = preferences.get().chargers;
    const [shown, rest] = arranged(tracker.watched(), order, new Set(hidden));
    const chargers = shown.map((record) =>
      this.#show(record, { command: commands.progress(record.id), plan: plans.view(record.id) }),
    );
    if (rest.length === 0) return { chargers };
    const hiddenChargers = rest.map((record) => ({
      id: record.id,
      ...omitUndefined({ name: nameKnown(record) }),
    }));
    return { chargers, hiddenChargers };
  }

  #show(record: ChargerRecord, beside: Beside): ChargerState {
    const before = this.#shown.get(record);
    if (before && before.command === beside.command && before.plan === beside.plan) return before;
    const state = chargerState(record, beside);
    this.#shown.set(record, state);
    return state;
  }
}

/** Those that are shown, and the hidden ones, both in the owner's order; new ones come last. */
function arranged(
  records: readonly ChargerRecord[],
  order: readonly string[],
  hidden: ReadonlySet<string>,
): readonly [readonly ChargerRecord[], readonly ChargerRecord[]] {
  const places = new Map(order.map((id, place) => [id, place]));
  const place = ({ id }: ChargerRecord) => places.get(id) ?? order.length;
  const all = order.length === 0 ? records : [...records].sort((a, b) => place(a) - place(b));
  if (hidden.size === 0) return [all, []];
  return [all.filter(({ id }) => !hidden.has(id)), all.filter(({ id }) => hidden.has(id))];
}

/** What others know of a charger. */
interface Beside {
  readonly command?: CommandProgress | undefined;
  readonly plan?: PlanView | undefined;
}

/** What the window may know of a charger. */
export function chargerState(record: ChargerRecord, { command, plan }: Beside = {}): ChargerState {
  const { id, accountId, brand, reading, listed, alias } = record;
  const session = shownSession(record);
  return {
    id,
    accountId,
    brand,
    reading,
    ...(listed ? { listed } : {}),
    ...(alias === undefined ? {} : { alias }),
    ...(command ? { command } : {}),
    ...(session ? { session } : {}),
    ...omitUndefined({ plan }),
    ...(record.session && isDeleted(record.session) ? { sessionDeleted: true as const } : {}),
  };
}
