import type { SettingsTrouble } from '../../shared/domain/app/app-state.ts';
import type { Quiet, Settings, SettingsChange } from '../../shared/domain/app/settings.ts';
import { patientWrite } from '../platform/files/patient-write.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeptFile } from '../ports/kept-file.ts';
import type { Log } from '../ports/log.ts';
import { type AccountRecord, readSettings, writeSettings } from './kept-settings.ts';

/** The settings and the list of accounts, kept in one careful file. */
export interface Preferences {
  get(): Settings;
  records(): readonly AccountRecord[];
  trouble(): SettingsTrouble | undefined;
  change(change: SettingsChange): void;
  setQuiet(quiet: Quiet): void;
  saveRecords(records: readonly AccountRecord[]): void;
  /** Resolves when all of it is written, or was refused. */
  settled(): Promise<void>;
}

export interface PreferenceParts {
  readonly clock: Pick<Clock, 'after'>;
  readonly file: KeptFile;
  readonly log: Log;
  /** Hears of every write whether the disk took it, or does not answer. */
  readonly wrote: (failure?: Error) => void;
}

export function createPreferences(parts: PreferenceParts): Preferences {
  const { clock, file, log, wrote } = parts;
  const found = file.read();
  const kept = readSettings({ read: () => found });
  let { settings, accounts } = kept;
  const lost = kept.trouble?.lostKeys ?? [];
  if (lost.length > 0) log.warn('settings were not understood', { lost: lost.join(' ') });

  function save(): void {
    const now = { settings, accounts };
    void patientWrite(
      clock,
      () => writeSettings(file, now, { value: found.value, read: kept }),
      wrote,
    );
  }

  return {
    get: () => settings,
    records: () => accounts,
    trouble: () => kept.trouble,
    change(change) {
      settings = merged(settings, change);
      save();
    },
    setQuiet(quiet) {
      settings = { ...settings, quiet };
      save();
    },
    saveRecords(records) {
      accounts = records;
      save();
    },
    settled: () => file.settled(),
  };
}

function merged(settings: Settings, change: SettingsChange): Settings {
  const notices = { ...settings.notices };
  for (const [kind, on] of Object.entries(change.notices ?? {})) {
    if (on !== undefined) notices[kind as keyof typeof notices] = on;
  }
  return {
    ...settings,
    notices,
    theme: change.theme ?? settings.theme,
    trayIcon: change.trayIcon ?? settings.trayIcon,
    openAtLogin: change.openAtLogin ?? settings.openAtLogin,
    startHidden: change.startHidden ?? settings.startHidden,
    history: change.history ?? settings.history,
  };
}
