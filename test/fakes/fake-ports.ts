import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { AppPorts } from '../../electron/app/app-services.ts';
import { loadEngine } from '../../electron/history/store/engine.ts';
import { openHistory } from '../../electron/history/store/open-history.ts';
import { undiciHttp } from '../../electron/platform/http/http-undici.ts';
import { mqttBroker } from '../../electron/platform/mqtt/mqtt-broker.ts';
import type { TrayPress } from '../../electron/ports/app-ports.ts';
import type { Clock } from '../../electron/ports/clock.ts';
import type { Http } from '../../electron/ports/http.ts';
import type { LogFacts } from '../../electron/ports/log.ts';
import type { Notice } from '../../electron/ports/notice.ts';
import type { Overrides } from '../../electron/ports/overrides.ts';
import type { TrayView } from '../../electron/ports/tray-view.ts';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { Events } from '../../shared/ipc/contract.ts';
import type { FakeMachine } from './fake-machine.ts';
import { FakeMains } from './fake-mains.ts';
import { seeded } from './seeded.ts';

/** Ports that record what the app shows, and let a test press and click. */
export class FakePorts {
  readonly trayViews: TrayView[] = [];
  readonly notices: Notice[] = [];
  /** Those that were taken away again. */
  readonly withdrawn: Notice[] = [];
  /** Those that were only sent to try it out. */
  readonly tested: Notice[] = [];
  /** When each of them was shown, monotonic ms. */
  readonly shownAt: number[] = [];
  readonly lines: string[] = [];
  readonly hidden: string[] = [];
  states: AppState[] = [];
  windowOpen = false;
  readonly stuck: Events['stateStuck'][] = [];
  online = true;
  readonly mains = new FakeMains();
  noticesFail = false;
  quits = 0;
  zone = 'Europe/Berlin';
  /** What was to become of the start at login, in order. */
  readonly logins: ('on' | 'off' | 'kept')[] = [];
  /** When the desktop has that on its disk. */
  loginWritten: Promise<void> = Promise.resolve();
  loginRefused = false;
  /** The folder that its owner chooses for a file, and the file that is chosen to be read. */
  place: string | undefined;
  chosen: string | undefined;
  readonly copied: string[] = [];
  readonly zooms: number[] = [];
  /** The keys that are listened for, and what they do; with `shortcutTaken` another program has them. */
  shortcut: { readonly keys: string; readonly pressed: () => void } | undefined;
  shortcutTaken = false;
  readonly revealed: { readonly title: string; readonly value: string }[] = [];
  /** What was written where its owner said. */
  readonly files: { readonly name: string; readonly text: string }[] = [];
  inFlight = 0;
  readonly ports: AppPorts;
  readonly #heard = {
    press: [] as ((press: TrayPress) => void)[],
    host: [] as ((presence: 'shown' | 'absent') => void)[],
    click: [] as ((notice: Notice, action?: string) => void)[],
    chance: [] as (() => void)[],
    window: [] as ((open: boolean) => void)[],
    sleep: [] as (() => void)[],
    wake: [] as (() => void)[],
    late: [] as (() => void)[],
  };

  constructor(machine: FakeMachine, clock: Clock, overrides: Overrides) {
    this.ports = {
      clock,
      random: seeded(),
      log: this.#log(),
      hide: (secret) => void this.hidden.push(secret),
      http: this.#counted(undiciHttp({ clock, version: '0.0.0', proxyFor: async () => undefined })),
      broker: async () => mqttBroker(clock),
      vault: machine.vault(this.#heard.late),
      settingsFile: machine.file('settings'),
      stateFile: machine.file('memory'),
      pricesFile: machine.file('prices'),
      history: async () => (parts) =>
        openHistory({ ...parts, file: machine.historyFile, load: loadEngine }),
      zone: () => this.zone,
      systemLocale: () => machine.systemLocale,
      systemLanguages: () => machine.systemLanguages,
      tray: {
        show: (trayView) => void this.trayViews.push(trayView),
        onHost: (heard) => void this.#heard.host.push(heard),
        onPress: (heard) => void this.#heard.press.push(heard),
        destroy: () => undefined,
      },
      notices: {
        show: async (notice, { begins }) => {
          if (this.noticesFail) return 'failed';
          await begins('desktop');
          this.notices.push(notice);
          this.shownAt.push(clock.monotonic());
          return 'shown';
        },
        test: async (notice) => {
          this.tested.push(notice);
          return this.noticesFail ? 'noService' : 'shown';
        },
        standing: () => this.standing(),
        withdraw: (notice) => void this.withdrawn.push(notice),
        onClick: (heard) => void this.#heard.click.push(heard),
        onChance: (heard) => void this.#heard.chance.push(heard),
      },
      window: this.#window(),
      power: {
        onSleep: (heard) => void this.#heard.sleep.push(heard),
        onWake: (heard) => void this.#heard.wake.push(heard),
        online: () => this.online,
        ...this.mains.port,
      },
      desktop: {
        setOpenAtLogin: async (open) =>
          !this.loginRefused && this.logins.push(open ? 'on' : 'off') > 0,
        keepOpenAtLogin: () => void this.logins.push('kept'),
        settled: () => this.loginWritten,
        copyText: (text) => void this.copied.push(text),
        setShortcut: (keys, pressed) => {
          this.shortcut = keys === null || this.shortcutTaken ? undefined : { keys, pressed };
          return !this.shortcutTaken;
        },
        openLink: () => undefined,
        quit: () => void this.quits++,
        reveal: (secret) => void this.revealed.push(secret),
        saveText: async (name, text) => {
          this.files.push({ name, text });
          return 'saved';
        },
        saveBytes: async (name, bytes) => {
          this.files.push({ name, text: Buffer.from(bytes).toString('latin1') });
          return 'saved';
        },
        choosePlace: async (name) => this.place && join(this.place, name),
        chooseFile: async () => (this.chosen ? createReadStream(this.chosen, 'utf8') : undefined),
      },
      overrides,
      sources: {
        readText: async (path) => machine.ownFiles.get(path),
        environment: machine.environment,
        home: '/owner',
        folder: '/owner/desk',
      },
      updater: machine.updater.find,
      licences: async () => null,
      facts: { version: '0.0.0', platform: 'linux', demo: false, runtime: 'test' },
    };
  }

  get trayView(): TrayView {
    const trayView = this.trayViews.at(-1);
    if (!trayView) throw new Error('The tray was never shown');
    return trayView;
  }

  /** What stands on the screen, or those of a title: the newest of a topic, unless taken away. */
  standing(title?: string): readonly Notice[] {
    const isReplaced = ({ topic }: Notice, at: number) =>
      topic !== undefined && this.notices.slice(at + 1).some((later) => later.topic === topic);
    return this.notices.filter(
      (one, at) =>
        !this.withdrawn.includes(one) &&
        !isReplaced(one, at) &&
        (title === undefined || one.title === title),
    );
  }

  /** Titles of all notices so far. */
  get told(): string[] {
    return this.notices.map(({ title }) => title);
  }

  press(id: string): void {
    for (const heard of this.#heard.press) heard({ kind: 'entry', id });
  }

  pressIcon(): void {
    for (const heard of this.#heard.press) heard({ kind: 'icon' });
  }

  host(presence: 'shown' | 'absent'): void {
    for (const heard of this.#heard.host) heard(presence);
  }

  click(notice: Notice, action?: string): void {
    for (const heard of this.#heard.click) heard(notice, action);
  }

  /** Somebody who shows notices has come. */
  noticesChance(): void {
    for (const heard of this.#heard.chance) heard();
  }

  sleep(): void {
    for (const heard of this.#heard.sleep) heard();
  }

  wake(): void {
    for (const heard of this.#heard.wake) heard();
  }

  keychainAnswersLate(): void {
    for (const heard of this.#heard.late) heard();
  }

  setWindow(open: boolean): void {
    this.windowOpen = open;
    for (const heard of this.#heard.window) heard(open);
  }

  #window(): AppPorts['window'] {
    return {
      open: () => this.setWindow(true),
      close: () => this.setWindow(false),
      isOpen: () => this.windowOpen,
      onChange: (heard) => void this.#heard.window.push(heard),
      send: (state) => {
        // As the real one: what no message can carry throws, where there is a page to send it to.
        if (this.windowOpen) structuredClone(state);
        this.states.push(state);
      },
      sendStuck: (stuck) => void this.stuck.push(stuck),
      setTheme: () => undefined,
      setZoom: (factor) => void this.zooms.push(factor),
      printPdf: async () => (this.windowOpen ? Buffer.from('%PDF-fake') : undefined),
    };
  }

  #counted(http: Http): Http {
    const counted = <T>(exchange: Promise<T>): Promise<T> => {
      this.inFlight++;
      return exchange.finally(() => void this.inFlight--);
    };
    return {
      close: () => http.close(),
      send: (request) => counted(http.send(request)),
      certificateAt: (request) => counted(http.certificateAt(request)),
    };
  }

  #log(): AppPorts['log'] {
    const line = (level: string) => (words: string, facts?: LogFacts) =>
      void this.lines.push(`${level} ${words} ${JSON.stringify(facts ?? {})}`);
    return { info: line('info'), warn: line('warn'), error: line('error') };
  }
}
