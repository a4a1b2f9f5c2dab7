import type { SettingsTrouble } from '../../shared/domain/app/app-state.ts';
import type { BrokerChoice } from '../../shared/domain/app/broker.ts';
import type {
  OwnNotices,
  OwnNoticesChange,
  Quiet,
  Settings,
  SettingsChange,
} from '../../shared/domain/app/settings.ts';
import type { PlanSettings } from '../../shared/domain/price/charge-plan.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { patientWrite } from '../platform/files/patient-write.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeptFile } from '../ports/kept-file.ts';
import type { Log } from '../ports/log.ts';
import {
  type AccountRecord,
  type KeptSettings,
  readSettings,
  writeSettings,
} from './kept-settings.ts';

export interface PreferenceParts {
  readonly clock: Pick<Clock, 'after'>;
  readonly file: KeptFile;
  readonly log: Log;
  /** Hears of every write whether the disk took it, or does not answer. */
  readonly wrote: (failure?: Error) => void;
}

/** The settings and the list of accounts, kept in one careful file. */
export class Preferences {
  readonly #parts: PreferenceParts;
  readonly #found: ReturnType<KeptFile['read']>;
  readonly #read: KeptSettings;
  #settings: Settings;
  #accounts: readonly AccountRecord[];

  constructor(parts: PreferenceParts) {
    this.#parts = parts;
    this.#found = parts.file.read();
    this.#read = readSettings({ read: () => this.#found });
    this.#settings = this.#read.settings;
    this.#accounts = this.#read.accounts;
    const lost = this.trouble()?.lostKeys ?? [];
    if (lost.length > 0) parts.log.warn('settings were not understood', { lost: lost.join(' ') });
  }

  get(): Settings {
    return this.#settings;
  }

  records(): readonly AccountRecord[] {
    return this.#accounts;
  }

  trouble(): SettingsTrouble | undefined {
    return this.#read.trouble;
  }

  change(change: SettingsChange): void {
    this.#settings = merged(this.#settings, change);
    this.#save();
  }

  /** Chargers that are gone for good take what was chosen for them alone with them. */
  forgetChargers(isGone: (chargerId: string) => boolean): void {
    const { noticesOf, chargers, plans } = this.#settings;
    const { names, order, hidden } = chargers;
    const chosen = [noticesOf, names, plans].flatMap((own) => Object.keys(own));
    const ids = [...chosen, ...order, ...hidden];
    if (!ids.some(isGone)) return;
    const left = <Value>(own: Readonly<Record<string, Value>>) =>
      Object.fromEntries(Object.entries(own).filter(([id]) => !isGone(id)));
    const stays = (id: string) => !isGone(id);
    this.#put({
      noticesOf: left(noticesOf),
      plans: left(plans),
      chargers: { names: left(names), order: order.filter(stays), hidden: hidden.filter(stays) },
    });
  }

  setPlan(chargerId: string, plan: PlanSettings): void {
    this.#put({ plans: { ...this.#settings.plans, [chargerId]: plan } });
  }

  setBroker(broker: BrokerChoice | null): void {
    this.#put({ broker });
  }

  setQuiet(quiet: Quiet): void {
    this.#put({ quiet });
  }

  saveRecords(records: readonly AccountRecord[]): void {
    this.#accounts = records;
    this.#save();
  }

  /** Resolves when all of it is written, or was refused. */
  settled(): Promise<void> {
    return this.#parts.file.settled();
  }

  #put(part: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...part };
    this.#save();
  }

  #save(): void {
    const { clock, file, wrote } = this.#parts;
    const now = { settings: this.#settings, accounts: this.#accounts };
    const before = { value: this.#found.value, read: this.#read };
    void patientWrite(clock, () => writeSettings(file, now, before), wrote);
  }
}

function merged(settings: Settings, { notices, noticesOf, ...others }: SettingsChange): Settings {
  return {
    ...settings,
    ...omitUndefined(others),
    notices: { ...settings.notices, ...omitUndefined(notices ?? {}) },
    noticesOf: withOwn(settings.noticesOf, noticesOf),
  };
}

/** What one charger has like all is not kept for it. */
function withOwn(
  noticesOf: Settings['noticesOf'],
  change: OwnNoticesChange | undefined,
): Settings['noticesOf'] {
  if (!change) return noticesOf;
  const { [change.chargerId]: before = {}, ...others } = noticesOf;
  const chosen = Object.entries({ ...before, ...omitUndefined(change.notices) });
  const own = Object.fromEntries(chosen.filter(([, on]) => on !== null)) as OwnNotices;
  return Object.keys(own).length === 0 ? others : { ...others, [change.chargerId]: own };
}
