import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { Licence, LicenceList } from '../../shared/domain/app/licence.ts';
import type { LinkName } from '../../shared/domain/app/link-name.ts';
import type { NoticeTest } from '../../shared/domain/app/notice-test.ts';
import type { Events } from '../../shared/ipc/contract.ts';
import type { Notice } from '../ports/notice.ts';
import type { BrokerPort } from './broker.ts';
import type { Clock } from './clock.ts';
import type { Http } from './http.ts';
import type { KeptFile } from './kept-file.ts';
import type { Log } from './log.ts';
import type { Overrides } from './overrides.ts';
import type { Sources } from './sources.ts';
import type { TrayView } from './tray-view.ts';
import type { FindUpdater } from './updater.ts';
import type { Vault } from './vault.ts';

/**
 * Everything around the app that is not ours: the desktop, the network, the disk, time. The real
 * ones are built by `main.ts`; journeys give recorded ones. A port decides nothing.
 */
export interface Ports {
  readonly clock: Clock;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly log: Log;
  /** Teaches the log's redactor a string that must never be written. */
  readonly hide: (secret: string) => void;
  readonly http: Http;
  /** Loaded with the first connection to a broker. */
  readonly broker: () => Promise<BrokerPort>;
  readonly vault: Vault;
  readonly settingsFile: KeptFile;
  readonly stateFile: KeptFile;
  /** Prices that are known, so that a start need not ask for them again. */
  readonly pricesFile: KeptFile;
  /** IANA name of the zone by whose clock this computer goes; within the app its owner's choice. */
  readonly zone: () => string;
  /** The region's way of writing, as the system calls it: `de-DE`. */
  readonly systemLocale: () => string;
  /** Those that the owner reads, best first, as BCP 47 tags; empty where the system names none. */
  readonly systemLanguages: () => readonly string[];
  readonly tray: TrayPort;
  readonly notices: NotificationPort;
  readonly window: WindowPort;
  readonly power: PowerPort;
  readonly desktop: DesktopPort;
  readonly overrides: Overrides;
  readonly sources: Sources;
  /** Rejects only where the program itself is broken. */
  readonly updater: FindUpdater;
  /** Read from the package when they are asked for; null where they are not there. */
  readonly licences: (list: LicenceList) => Promise<readonly Licence[] | null>;
  readonly facts: {
    readonly version: string;
    readonly platform: AppState['app']['platform'];
    readonly demo: boolean;
    /** Versions and the like for the diagnostics, in a person's words. */
    readonly runtime: string;
  };
}

export interface TrayPort {
  /** Shows what changed since the last view; touches nothing else. */
  show(trayView: TrayView): void;
  /** Whether this desktop has a place for tray icons. */
  onHost(heard: (presence: 'shown' | 'absent') => void): void;
  onPress(heard: (press: TrayPress) => void): void;
  destroy(): void;
}

/** The icon itself was clicked, or an entry of its menu. */
export type TrayPress = { readonly kind: 'icon' } | { readonly kind: 'entry'; readonly id: string };

export interface NotificationPort {
  /** Resolves within seconds and never rejects; asked again, it says what became of it since. */
  show(notice: Notice, handing: Handing): Promise<NoticeOutcome>;
  /** Shows one only to see whether that works. Resolves within seconds and never rejects. */
  test(notice: Notice): Promise<NoticeTest>;
  onClick(heard: (notice: Notice, action?: string) => void): void;
  /** Those that stand on the screen, or in its list, as far as the desktop has said. */
  standing(): readonly Notice[];
  /** Takes away one that stands, because what it tells of has passed. Waits for nobody. */
  withdraw(notice: Notice): void;
  /** Hears when what was not shown is worth another try. */
  onChance(heard: () => void): void;
}

/**
 * `unanswered`: the desktop was given it and has not said yet whether it took it. `failed`: it does
 * not have it, or, if nobody was given it this time, not more than it had before.
 */
export type NoticeOutcome = 'shown' | 'failed' | 'unanswered';

/** A notice on its way to the desktop. */
export interface Handing {
  /** Who may have it already: it was handed over and nobody lived to hear the answer. */
  readonly before?: string;
  /**
   * Just before it is handed over; `to` is who gets it. Resolves once that is durable, or within a
   * second where the disk hangs.
   */
  readonly begins: (to: string) => Promise<void>;
}

export interface WindowPort {
  /** Opens the window, or brings the open one to the front. */
  open(): void;
  close(): void;
  isOpen(): boolean;
  onChange(heard: (open: boolean) => void): void;
  /**
   * Sends the state to the open window; does nothing without one. Throws when no message can carry
   * it.
   */
  send(state: AppState): void;
  /** Tells the open window since when no state could be sent to it. */
  sendStuck(stuck: Events['stateStuck']): void;
  setTheme(theme: 'system' | 'light' | 'dark'): void;
  /** How large this page and later ones are drawn: 1 is as it was designed. */
  setZoom(factor: number): void;
  /** The open page as a PDF, by its print style; undefined without one. */
  printPdf(): Promise<Uint8Array | undefined>;
}

export interface PowerPort {
  onSleep(heard: () => void): void;
  onWake(heard: () => void): void;
  /** False only when the system is sure that there is no network. */
  online(): boolean;
  /** Whether it may fall asleep by itself. A closed lid or an owner who says so is stronger. */
  keepAwake(on: boolean): void;
  /** Not on a battery. */
  onMains(): boolean;
  /** Hears of another `onMains`. Not every system tells. */
  onMainsChange(heard: () => void): void;
}

export interface DesktopPort {
  /** Whether that was done. Never rejects; of two calls the later counts. */
  setOpenAtLogin(open: boolean): Promise<boolean>;
  /** It is to start at login: has that follow the program, which an update may have renamed. */
  keepOpenAtLogin(): void;
  /** Resolves when what was asked about the start at login is done or refused. Never rejects. */
  settled(): Promise<void>;
  copyText(text: string): void;
  /**
   * Listens for keys wherever the owner is; null ends it. False where another program has them, or
   * the desktop lets nobody listen.
   */
  setShortcut(keys: string | null, pressed: () => void): boolean;
  /** Shows a secret in a window of the app's own, with a button that copies it. */
  reveal(secret: { readonly title: string; readonly value: string }): void;
  /** Asks where, and writes the text there whole or not at all. */
  saveText(name: string, text: string): Promise<'saved' | 'cancelled' | 'failed'>;
  saveBytes(name: string, bytes: Uint8Array): Promise<'saved' | 'cancelled' | 'failed'>;
  /** Asks where a file is to be written, under this name unless another is chosen. */
  choosePlace(name: string): Promise<string | undefined>;
  /** Asks which file is to be read, and reads it bit by bit. */
  chooseFile(): Promise<AsyncIterable<string> | undefined>;
  openLink(link: LinkName): void;
  quit(): void;
}
