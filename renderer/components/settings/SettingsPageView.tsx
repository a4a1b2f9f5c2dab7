import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { exhaustive } from '../../../shared/exhaustive.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useLater } from '../../use-part.ts';
import type { Places, SettingsPage } from '../../use-place.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { UpdateSettings } from '../updates/UpdateSettings.tsx';
import { About } from './About.tsx';
import { AccountCard } from './AccountCard.tsx';
import { LookSettings, StartSettings } from './AppSettings.tsx';
import { ChargerPreferencesList } from './ChargerPreferencesList.tsx';
import { HistorySettings } from './HistorySettings.tsx';
import { LanguageSettings } from './LanguageSettings.tsx';
import { NotificationSettings } from './NotificationSettings.tsx';
import { ResetSettings } from './ResetSettings.tsx';
import { ShortcutRow } from './ShortcutRow.tsx';

interface Props {
  readonly state: AppState;
  readonly page: SettingsPage;
  readonly go: Places['go'];
}

/** One page of the settings. */
export function SettingsPageView({ state, page, go }: Props) {
  const { settings, app } = state;
  switch (page) {
    case 'chargers':
      return <Chargers state={state} go={go} />;
    case 'notifications':
      return <NotificationSettings settings={settings} chargers={state.chargers} />;
    case 'general':
      return (
        <>
          <StartSettings settings={settings} loginItem={state.loginItem} />
          <ShortcutRow keys={settings.shortcut} isTaken={state.shortcut === 'taken'} />
          <LanguageSettings state={state} />
          <LookSettings settings={settings} platform={app.platform} />
        </>
      );
    case 'homeAutomation':
      return <HomeAutomation state={state} />;
    case 'data':
      return (
        <>
          <HistorySettings settings={settings} backedUp={state.history.backedUp} />
          <ResetSettings />
        </>
      );
    case 'updates':
      return <UpdateSettings state={state} />;
    case 'about':
      return <About app={app} onLicences={() => go({ view: 'licences' })} />;
    default:
      return exhaustive(page);
  }
}

async function fetchBrokerSettings() {
  const { BrokerSettings } = await import('../broker/BrokerSettings.tsx');
  return BrokerSettings;
}

/** What few have is fetched when it is wanted. */
function HomeAutomation({ state }: Pick<Props, 'state'>) {
  const BrokerSettings = useLater(fetchBrokerSettings, true);
  return BrokerSettings ? <BrokerSettings state={state} /> : null;
}

function Chargers({ state, go }: Pick<Props, 'state' | 'go'>) {
  return (
    <>
      {state.accounts.map((account) => (
        <AccountCard
          key={account.id}
          account={account}
          brand={state.brands.find(({ brand }) => brand === account.brand)}
          platform={state.app.platform}
          onSignIn={() => go({ view: 'signIn', accountId: account.id })}
        />
      ))}
      <ActionButton onPress={() => go({ view: 'add' })}>{messages.window.add.open}</ActionButton>
      <ChargerPreferencesList state={state} />
    </>
  );
}
