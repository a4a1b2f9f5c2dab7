import type { AppState } from '../../shared/domain/app/app-state.ts';
import { messages } from '../../shared/text/messages.ts';
import { pageTitle, SettingsList } from '../components/settings/SettingsList.tsx';
import { SettingsPageView } from '../components/settings/SettingsPageView.tsx';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import type { Places, SettingsPage } from '../use-place.ts';

interface Props {
  readonly state: AppState;
  /** Undefined: the list, and beside it, where there is room, its first page. */
  readonly page: SettingsPage | undefined;
  readonly go: Places['go'];
}

/** Everything that is set once and then left alone: a list of pages, and one of them. */
export function SettingsView({ state, page, go }: Props) {
  const shown = page ?? 'chargers';
  return (
    <>
      <ViewTitle>{page ? pageTitle(page) : messages.window.header.settings}</ViewTitle>
      <div className={page ? 'settings at-page' : 'settings at-list'}>
        <SettingsList state={state} page={page} go={go} />
        <div className="settings-page">
          <SettingsPageView key={shown} state={state} page={shown} go={go} />
        </div>
      </div>
    </>
  );
}
