import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { BrokerState } from '../../../shared/domain/app/broker.ts';
import { quietChoice } from '../../../shared/domain/app/quiet.ts';
import { offeredVersion } from '../../../shared/domain/app/update.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { exactPrice } from '../../../shared/text/exact.ts';
import type { FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useFetched } from '../../use-fetched.ts';
import type { Place, Places, SettingsPage } from '../../use-place.ts';
import { nameOf } from '../charger/view-model.ts';
import { historyKeyOf } from '../history/charger-key.ts';

interface Props {
  readonly state: AppState;
  readonly page: SettingsPage | undefined;
  readonly go: Places['go'];
}

type Row = SettingsPage | 'prices';
/** Those whose value stands in the state. */
type NamedRow = Exclude<Row, 'prices'>;

const allRows = [
  'chargers',
  'notifications',
  'prices',
  'general',
  'homeAutomation',
  'data',
  'updates',
  'about',
] as const satisfies readonly Row[];

/** The pages, each with what it says now. */
export function SettingsList({ state, page, go }: Props) {
  const { clock } = useAppContext();
  const now = presentValues(state, clock.now());
  const rows = allRows.filter((row) => isThere(row, state));
  return (
    <ul className="settings-list">
      {rows.map((row) => (
        <li key={row}>
          <button
            type="button"
            className="settings-row"
            aria-current={row === page ? 'page' : undefined}
            onClick={() => go(placeOf(row, state))}
          >
            <b>{pageTitle(row)}</b>{' '}
            <span className="settings-now soft small">
              {row === 'prices' ? <PriceNow state={state} /> : now[row]}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function isThere(row: Row, { chargers, update }: AppState): boolean {
  if (row === 'updates') return update !== undefined;
  return row !== 'prices' || chargers.length > 0;
}

/** What a page is called. */
export function pageTitle(row: Row): string {
  return row === 'updates' ? messages.updates.title : messages.settings.pages[row];
}

function placeOf(row: Row, { chargers }: AppState): Place {
  if (row !== 'prices') return { view: 'settings', page: row };
  const [charger] = chargers;
  return { view: 'prices', charger: charger ? historyKeyOf(charger) : '' };
}

function presentValues(state: AppState, now: number): Readonly<Record<NamedRow, string>> {
  const words = messages.settings.now;
  const { app, chargers, hiddenChargers = [], settings } = state;
  const count = chargers.length + hiddenChargers.length;
  const { sessionsDays } = settings.history;
  const years = sessionsDays === undefined ? 0 : Math.round(sessionsDays / 365.25);
  const start = settings.openAtLogin ? [words.startsAtLogin] : [];
  return {
    chargers: count === 0 ? words.noChargers : words.chargers(count),
    notifications: messages.quietLabels[quietChoice(settings.quiet, now)],
    general: [messages.themeLabels[settings.theme], ...start].join(' · '),
    homeAutomation: messages.broker.now[settings.broker ? brokerPhase(state) : 'off'],
    data: words.storedFor(years),
    updates: updatesNow(state),
    about: app.version,
  };
}

/** Until the app says more of a broker that is set, it is on its way there. */
function brokerPhase({ broker }: AppState): BrokerState['phase'] {
  return broker?.phase ?? 'connecting';
}

function updatesNow({ settings, update }: AppState): string {
  const version = offeredVersion(update);
  if (version !== undefined) {
    const words = messages.updates;
    return update?.progress.phase === 'ready' ? words.ready(version) : words.available(version);
  }
  return messages.updates.now[settings.updates ? 'on' : 'off'];
}

/** What a kWh costs now at the first charger, which is named where there are others. */
function PriceNow({ state }: Pick<Props, 'state'>) {
  const { clock, formatOptions } = useAppContext();
  const [charger, ...others] = state.chargers;
  const key = charger ? historyKeyOf(charger) : '';
  const { answer } = useFetched('getPrices', { charger: key }, state.history.changes);
  if (!charger || !answer) return null;
  const words = messages.settings.now;
  const past = answer.filter(({ from }) => from <= clock.now());
  const entry = past.reduce<PriceEntry | undefined>(
    (newest, one) => (newest && newest.from > one.from ? newest : one),
    undefined,
  );
  const price = entry === undefined ? words.noPrice : priceWords(entry, formatOptions);
  return others.length > 0 ? words.priceOf({ name: nameOf(charger), price }) : price;
}

function priceWords({ currency, tariff }: PriceEntry, formatOptions: FormatOptions): string {
  if (tariff.kind === 'hourly') return messages.prices.kinds.hourly;
  if (tariff.kind === 'bands') return messages.settings.now.timeOfUse;
  return messages.window.price.perKwh(exactPrice(tariff.perKwh, currency, formatOptions));
}
