import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AppUpdater,
  MacUpdater,
  NsisUpdater,
  Provider,
  type UpdateInfo,
} from 'electron-updater';
import type { UpdateFailure } from '../../../../shared/domain/app/update.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import type { Log } from '../../../ports/log.ts';
import type { ReleaseFile, UpdaterPort } from '../../../ports/updater.ts';
import { type DownloadTools, diskFailure } from '../../http/download.ts';
import { discard, type Fetched, fetchBeside, isSound } from './app-image.ts';

export interface LibraryOptions {
  readonly platform: 'win32' | 'darwin';
  readonly version: string;
  /** What is packed beside the app, `app-update.yml` among it. */
  readonly resources: string;
  /** Ours alone: what is fetched lies in it. */
  readonly folder: string;
  readonly urlOf: (file: ReleaseFile) => URL;
  readonly tools: DownloadTools;
  readonly log: Pick<Log, 'warn'>;
  /** Ends the app, and does this last, with everything saved. */
  readonly endWith: (last: () => void) => void;
}

/**
 * Windows and macOS take the place of a program by an installer and an updater of theirs, to which
 * the library knows the way. Neither the question what there is nor the network is left to it: it is
 * handed the file that a signed manifest has named, once that has come whole, and so has no occasion
 * to send the number by which it would tell this computer from others.
 */
export function withLibrary(
  options: LibraryOptions,
): Pick<UpdaterPort, 'download' | 'discard' | 'install'> {
  const { folder, tools, urlOf } = options;
  const whole = join(folder, 'update');
  const fetched: Fetched = { whole, part: `${whole}.part` };
  return {
    async download(file, how) {
      try {
        await mkdir(folder, { recursive: true });
      } catch (error) {
        return failed(diskFailure(error));
      }
      return fetchBeside(file, { ...how, url: urlOf(file), fetched, tools });
    },
    // With what the library has laid beside it.
    discard: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
    async install(file) {
      if (await isSound(whole, file)) return installWith(options, { file, whole });
      await discard(fetched);
      return failed('damaged');
    },
  };
}

interface FetchedFile {
  readonly file: ReleaseFile;
  /** Where it lies. */
  readonly whole: string;
}

/** Resolves where it cannot begin; else the app ends. */
async function installWith(
  options: LibraryOptions,
  fetched: FetchedFile,
): Promise<Result<null, UpdateFailure>> {
  const { begin, updater } = options.platform === 'darwin' ? onMac(options) : onWindows(options);
  try {
    handOver(updater, fetched, options);
    await updater.downloadUpdate();
  } catch (error) {
    return failed(diskFailure(error));
  }
  return begin();
}

interface System {
  readonly updater: AppUpdater;
  /** Does it with what was handed over. */
  readonly begin: () => Promise<Result<null, UpdateFailure>>;
}

/** The installer takes the place of a program that is gone, and starts the new one. */
function onWindows(options: LibraryOptions): System {
  const updater = new NsisUpdater(null, surroundings(options));
  const begin = async () => {
    options.endWith(() => updater.install(true, true));
    return success(null);
  };
  return { updater, begin };
}

/** The system's updater looks whether who signed the app has signed this one too, and ends the app. */
function onMac(options: LibraryOptions): System {
  const updater = new MacUpdater(undefined, surroundings(options));
  const begin = () =>
    new Promise<Result<null, UpdateFailure>>((resolve) => {
      updater.once('error', () => resolve(failed('notWritable')));
      updater.quitAndInstall();
    });
  return { updater, begin };
}

function handOver(
  updater: AppUpdater,
  { file, whole }: FetchedFile,
  { log }: LibraryOptions,
): void {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  const warn = (what: unknown) => log.warn('updater', { what: String(what) });
  updater.logger = { info: () => undefined, warn, error: warn };
  const download = (_url: URL, path: string) => copyFile(whole, path);
  // What would come of asking and of the network. The library gives no other way to say it.
  Object.assign(updater, {
    httpExecutor: { download },
    updateInfoAndProvider: ofOneRelease(file),
  });
}

function surroundings({ version, resources, folder }: LibraryOptions) {
  return {
    version,
    name: 'ChargeTray',
    isPackaged: true,
    appUpdateConfigPath: join(resources, 'app-update.yml'),
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: async () => undefined,
    // The app is ended by itself alone, see `endWith`.
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  };
}

function ofOneRelease({ version, name, sha512, bytes }: ReleaseFile) {
  const files = [{ url: name, sha512, size: bytes }];
  const info: UpdateInfo = { version, files, path: name, sha512, releaseDate: '' };
  return { info, provider: new OneRelease(info) };
}

/** Answers what there is with what is known, and asks nobody. */
class OneRelease extends Provider<UpdateInfo> {
  readonly #info: UpdateInfo;

  constructor(info: UpdateInfo) {
    // Nothing is asked with it.
    const executor = Object.create(null);
    super({ isUseMultipleRangeRequest: false, platform: 'win32', executor });
    this.#info = info;
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    return this.#info;
  }

  override resolveFiles({ files }: UpdateInfo) {
    return files.map((info) => ({ url: new URL(info.url, 'file:///'), info }));
  }
}
