import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { quietChoice } from '../../../shared/domain/app/quiet.ts';
import {
  keepLabels,
  quietLabels,
  settingsText,
  themeLabels,
} from '../../../shared/text/settings-text.ts';
import { useAppContext } from '../../app-context.ts';
import type { Place, Places, SettingsPage } from '../../use-place.ts';
import { historyKeyOf } from '../history/charger-key.ts';

interface Props {
  readonly state: AppState;
  readonly page: SettingsPage | undefined;
  readonly go: Places['go'];
}

type Row = keyof typeof settingsText.pages;

/** The pages, each with what it says now. */
export function SettingsList({ state, page, go }: Props) {
  const { clock } = useAppContext();
  const now = presentValues(state, clock.now());
  const rows = (Object.keys(settingsText.pages) as Row[]).filter(
    (row) => row !== 'prices' || state.chargers.length > 0,
  );
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
            <b>{settingsText.pages[row]}</b>{' '}
            <span className="settings-now soft small">{now[row]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function placeOf(row: Row, { chargers }: AppState): Place {
  if (row !== 'prices') return { view: 'settings', page: row };
  const [charger] = chargers;
  return { view: 'prices', charger: charger ? historyKeyOf(charger) : '' };
}

function presentValues(state: AppState, now: number): Readonly<Record<Row, string>> {
  const words = settingsText.now;
  const { app, chargers, hiddenChargers = [], settings } = state;
  const count = chargers.length + hiddenChargers.length;
  const { sessionsDays } = settings.history;
  const years = sessionsDays === undefined ? 0 : Math.round(sessionsDays / 365.25);
  const start = settings.openAtLogin ? [words.startsAtLogin] : [];
  return {
    chargers: count === 0 ? words.noChargers : words.chargers(count),
    notifications: quietLabels[quietChoice(settings.quiet, now)],
    prices: words.prices,
    general: [themeLabels[settings.theme], ...start].join(' · '),
    data: words.storedFor(keepLabels(years)),
    about: app.version,
  };
}
