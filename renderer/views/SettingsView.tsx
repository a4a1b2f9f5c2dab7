import type { ReactNode } from 'react';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import { settingsText } from '../../shared/text/settings-text.ts';
import { windowText } from '../../shared/text/window-text.ts';
import { ActionButton } from '../components/basic/ActionButton.tsx';
import { About } from '../components/settings/About.tsx';
import { AccountCard } from '../components/settings/AccountCard.tsx';
import { LookSettings, StartSettings } from '../components/settings/AppSettings.tsx';
import { HistorySettings } from '../components/settings/HistorySettings.tsx';
import { NotificationSettings } from '../components/settings/NotificationSettings.tsx';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import type { Places } from '../use-place.ts';

interface Props {
  readonly state: AppState;
  readonly go: Places['go'];
}

/** Everything that is set once and then left alone. */
export function SettingsView({ state, go }: Props) {
  const titles = settingsText.titles;
  return (
    <>
      <ViewTitle>{windowText.header.settings}</ViewTitle>
      <Group title={titles.accounts}>
        {state.accounts.map((account) => (
          <AccountCard
            key={account.id}
            account={account}
            brand={state.brands.find(({ brand }) => brand === account.brand)}
            platform={state.app.platform}
            onSignIn={() => go({ view: 'signIn', accountId: account.id })}
          />
        ))}
        <ActionButton onPress={() => go({ view: 'add' })}>{windowText.add.open}</ActionButton>
      </Group>
      <Group title={titles.notices}>
        <NotificationSettings settings={state.settings} chargers={state.chargers} />
      </Group>
      <Group title={titles.start}>
        <StartSettings settings={state.settings} />
      </Group>
      <Group title={titles.look}>
        <LookSettings settings={state.settings} platform={state.app.platform} />
      </Group>
      <Group title={titles.history}>
        <HistorySettings settings={state.settings} backedUp={state.history.backedUp} />
      </Group>
      <Group title={titles.about}>
        <About app={state.app} onLicences={() => go({ view: 'licences' })} />
      </Group>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="group">
      <h2 className="group-title">{title}</h2>
      {children}
    </div>
  );
}
