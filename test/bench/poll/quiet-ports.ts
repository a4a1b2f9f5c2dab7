import { join } from 'node:path';
import { loadEngine, type RawDatabase } from '../../../electron/history/store/engine.ts';
import { openHistory } from '../../../electron/history/store/open-history.ts';
import { openKeptFile } from '../../../electron/platform/files/kept-file.ts';
import { undiciHttp } from '../../../electron/platform/http/http-undici.ts';
import { openFileLog } from '../../../electron/platform/log/file-log.ts';
import { Redactor } from '../../../electron/platform/log/redactor.ts';
import { realClock } from '../../../electron/platform/real-clock.ts';
import type { AppPorts } from '../../../electron/ports/app-ports.ts';
import type { Clock } from '../../../electron/ports/clock.ts';
import type { Log } from '../../../electron/ports/log.ts';
import type { TrayView } from '../../../electron/tray/tray-view.ts';
import { success } from '../../../shared/result.ts';

/** A computer with our files and the network, but without a desktop. */
export interface QuietPlace {
  readonly folder: string;
  readonly url: string;
  /** By which the app goes; the network keeps to the computer's own. */
  readonly clock: Clock;
  /** Replaces every interval of the app. */
  readonly paceSeconds?: number;
  /** Whether memory and history are written; else they are given away to nobody. */
  readonly keeps: boolean;
  readonly trayView: (trayView: TrayView) => void;
}

export interface QuietPorts {
  readonly ports: AppPorts;
  sleep(): void;
  wake(): void;
}

const version = '0.0.0';

/** The app's real files, log, history and network; a tray, a window and notices that show nothing. */
export function quietPorts(place: QuietPlace): QuietPorts {
  const heard = { sleep: [] as (() => void)[], wake: [] as (() => void)[] };
  const { clock, url: baseUrl, paceSeconds } = place;
  const redactor = new Redactor();
  const log = openFileLog({ folder: join(place.folder, 'logs'), redactor, now: realClock.now });
  const ports: AppPorts = {
    clock,
    random: hardlyRandom(),
    log,
    hide: (secret) => redactor.hide(secret),
    http: undiciHttp({ clock: realClock, version, proxyFor: async () => undefined }),
    vault: memoryVault(),
    settingsFile: keptFile(place.folder, 'settings', log),
    stateFile: place.keeps ? keptFile(place.folder, 'memory', log) : forgetfulFile(),
    // In this thread: what a poll costs is counted whole.
    history: async () => (parts) =>
      openHistory({
        ...parts,
        file: join(place.folder, 'history.db'),
        load: place.keeps ? loadEngine : async () => ForgetfulEngine,
      }),
    zone: () => 'Europe/Berlin',
    tray: { show: place.trayView, onHost: ignored, onPress: ignored, destroy: ignored },
    notices: { show: async () => 'shown', onClick: ignored, onChance: ignored },
    window: closedWindow(),
    power: {
      onSleep: (hear) => void heard.sleep.push(hear),
      onWake: (hear) => void heard.wake.push(hear),
      online: () => true,
    },
    desktop: noDesktop(),
    overrides: { wallbox: { baseUrl, ...(paceSeconds === undefined ? {} : { paceSeconds }) } },
    sources: { readText: async () => undefined, environment: {}, home: '', folder: place.folder },
    licences: async () => null,
    facts: { version, platform: 'linux', demo: false, runtime: 'bench' },
  };
  return {
    ports,
    sleep: () => callAll(heard.sleep),
    wake: () => callAll(heard.wake),
  };
}

/** Tells one id from the next, and jitters nothing: the pace is the same in every run. */
function hardlyRandom(): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return drawn / 2 ** 48;
  };
}

function ignored(): void {}

function callAll(heard: readonly (() => void)[]): void {
  for (const hear of heard) hear();
}

function keptFile(folder: string, name: string, log: Log): AppPorts['settingsFile'] {
  return openKeptFile({ folder, name, now: () => Date.now(), log });
}

function forgetfulFile(): AppPorts['stateFile'] {
  const done = async () => undefined;
  const keepAside = () => '';
  return { read: () => ({ value: undefined }), keepAside, write: done, settled: done };
}

/** A database that takes everything and keeps nothing. */
class ForgetfulEngine implements RawDatabase {
  exec(): void {}

  prepare(): ReturnType<RawDatabase['prepare']> {
    return { run: () => ({ changes: 0, lastInsertRowid: 0 }), all: () => [] };
  }

  close(): void {}
}

/** Keychains answer slowly and are asked at a sign-in only. */
function memoryVault(): AppPorts['vault'] {
  const kept = new Map<string, string>();
  return {
    read: async (id) => success(kept.get(id)),
    async write(id, secrets) {
      kept.set(id, secrets);
      return success(null);
    },
    async remove(id) {
      kept.delete(id);
      return success(null);
    },
    onOpened: ignored,
  };
}

function closedWindow(): AppPorts['window'] {
  return {
    open: ignored,
    close: ignored,
    isOpen: () => false,
    onChange: ignored,
    send: ignored,
    sendStuck: ignored,
    setTheme: ignored,
    printPdf: async () => undefined,
  };
}

function noDesktop(): AppPorts['desktop'] {
  return {
    setOpenAtLogin: ignored,
    keepOpenAtLogin: ignored,
    settled: async () => undefined,
    copyText: ignored,
    reveal: ignored,
    saveText: async () => 'cancelled',
    saveBytes: async () => 'cancelled',
    choosePlace: async () => undefined,
    chooseFile: async () => undefined,
    openLink: ignored,
    quit: ignored,
  };
}
