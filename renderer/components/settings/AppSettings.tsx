import type { Settings } from '../../../shared/domain/app/settings.ts';
import { settingsText, themeLabels, trayIconLabels } from '../../../shared/text/settings-text.ts';
import type { Platform } from '../../../shared/text/sign-in-text.ts';
import { useTell } from '../../app-context.ts';
import { Choice } from '../basic/Choice.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';

/** How the app starts. */
export function StartSettings({ settings }: { readonly settings: Settings }) {
  const tell = useTell();
  return (
    <div className="card">
      <SwitchRow
        label={settingsText.start.atLogin}
        checked={settings.openAtLogin}
        onChange={(openAtLogin) => void tell('changeSettings', { openAtLogin })}
      />
      <SwitchRow
        label={settingsText.start.hidden}
        hint={settingsText.start.hiddenHint}
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
        title={settingsText.look.theme}
        labels={themeLabels}
        value={settings.theme}
        onChoose={(theme) => void tell('changeSettings', { theme })}
      />
      <Choice
        title={settingsText.look.trayIcon}
        hint={settingsText.look.trayIconHint}
        labels={trayIconLabels}
        value={settings.trayIcon}
        onChoose={(trayIcon) => void tell('changeSettings', { trayIcon })}
      />
      {platform === 'darwin' && (
        <SwitchRow
          label={settingsText.look.trayPower}
          checked={settings.trayPower}
          onChange={(trayPower) => void tell('changeSettings', { trayPower })}
        />
      )}
    </div>
  );
}
