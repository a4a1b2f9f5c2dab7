import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { Settings } from '../../../shared/domain/app/settings.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { useTell } from '../../app-context.ts';
import { Choice } from '../basic/Choice.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';

/** How the app starts. */
export function StartSettings({ settings, loginItem }: Pick<AppState, 'settings' | 'loginItem'>) {
  const tell = useTell();
  const { atLogin, atLoginRefused } = messages.settings.start;
  return (
    <div className="card">
      <div>
        <SwitchRow
          label={atLogin}
          checked={settings.openAtLogin}
          onChange={(openAtLogin) => void tell('changeSettings', { openAtLogin })}
        />
        <p role="status" className="small warn">
          {loginItem === 'refused' ? atLoginRefused : ''}
        </p>
      </div>
      <SwitchRow
        label={messages.settings.start.hidden}
        hint={messages.settings.start.hiddenHint}
        checked={settings.startHidden}
        onChange={(startHidden) => void tell('changeSettings', { startHidden })}
      />
    </div>
  );
}

interface LookProps {
  readonly settings: Settings;
  readonly platform: Platform;
}

/** How the app looks. */
export function LookSettings({ settings, platform }: LookProps) {
  const tell = useTell();
  return (
    <div className="card">
      <Choice
        title={messages.settings.look.theme}
        labels={messages.themeLabels}
        value={settings.theme}
        onChoose={(theme) => void tell('changeSettings', { theme })}
      />
      <Choice
        title={messages.settings.look.trayIcon}
        hint={messages.settings.look.trayIconHint}
        labels={messages.trayIconLabels}
        value={settings.trayIcon}
        onChoose={(trayIcon) => void tell('changeSettings', { trayIcon })}
      />
      {platform === 'darwin' && (
        <SwitchRow
          label={messages.settings.look.trayPower}
          checked={settings.trayPower}
          onChange={(trayPower) => void tell('changeSettings', { trayPower })}
        />
      )}
    </div>
  );
}
