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
  const library = options.platform === 'darwin' ? new OnMac(options) : new OnWindows(options);
  try {
    await library.take(fetched);
  } catch (error) {
    return failed(diskFailure(error));
  }
  return library.begin();
}

/** The installer takes the place of a program that is gone, and starts the new one. */
class OnWindows extends NsisUpdater {
  readonly #options: LibraryOptions;

  constructor(options: LibraryOptions) {
    super(null, surroundings(options));
    this.#options = options;
  }

  async take(fetched: FetchedFile): Promise<void> {
    setUp(this, fetched, this.#options);
    this.updateInfoAndProvider = handedOver(fetched);
    await this.downloadUpdate();
  }

  async begin(): Promise<Result<null, UpdateFailure>> {
    this.#options.endWith(() => this.install(true, true));
    return success(null);
  }
}

/** The system's updater looks whether who signed the app has signed this one too, and ends the app. */
class OnMac extends MacUpdater {
  readonly #options: LibraryOptions;

  constructor(options: LibraryOptions) {
    super(undefined, surroundings(options));
    this.#options = options;
  }

  async take(fetched: FetchedFile): Promise<void> {
    setUp(this, fetched, this.#options);
    this.updateInfoAndProvider = handedOver(fetched);
    await this.downloadUpdate();
  }

  begin(): Promise<Result<null, UpdateFailure>> {
    return new Promise((resolve) => {
      this.once('error', () => resolve(failed('notWritable')));
      this.quitAndInstall();
    });
  }
}

function setUp(updater: AppUpdater, { whole }: FetchedFile, { log }: LibraryOptions): void {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  const warn = (what: unknown) => log.warn('updater', { what: String(what) });
  updater.logger = { info: () => undefined, warn, error: warn };
  const download = (_url: URL, path: string) => copyFile(whole, path);
  Object.assign(updater, { httpExecutor: { download } });
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

function handedOver({ file }: FetchedFile) {
  const { version, name, sha512, bytes } = file;
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
