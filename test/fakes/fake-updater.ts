import { ownFeed } from '../../electron/platform/electron/updater/own-feed.ts';
import type {
  DownloadFailure,
  FindUpdater,
  ReleaseFile,
  UpdaterPort,
} from '../../electron/ports/updater.ts';
import type { UpdateFailure, UpdateWay } from '../../shared/domain/app/update.ts';
import { failed, success } from '../../shared/result.ts';

/** A copy of the app that can be told how it becomes a newer one, and that records what was wanted. */
export class FakeUpdater {
  way: UpdateWay | undefined;
  /** Where its feed is, and who signs it; nobody is there unless a test says so. */
  from = { url: 'http://127.0.0.1:9', key: '' };
  readonly fetched: ReleaseFile[] = [];
  readonly installed: { readonly version: string; readonly hidden: boolean }[] = [];
  discarded = 0;
  downloadFails: DownloadFailure | undefined;
  installFails: UpdateFailure | undefined;
  /** How far a download comes before it waits to be gone on with, or cancelled. */
  stopsAt: number | undefined;
  goOn: () => void = () => undefined;
  readonly find: FindUpdater;

  constructor() {
    const feed = () => {
      const elsewhere = { baseUrl: this.from.url, key: this.from.key };
      return ownFeed({ platform: 'linux', arch: 'x64', elsewhere });
    };
    const rest: Omit<UpdaterPort, 'way' | 'feed'> = {
      download: async (file, { signal, came }) => {
        this.fetched.push(file);
        if (this.stopsAt !== undefined) {
          came(this.stopsAt * file.bytes);
          await new Promise<void>((resolve) => {
            this.goOn = resolve;
            signal.addEventListener('abort', () => resolve());
          });
        }
        if (signal.aborted) return failed('cancelled');
        return this.downloadFails ? failed(this.downloadFails) : success(null);
      },
      discard: async () => void this.discarded++,
      install: async ({ version }, { hidden }) => {
        if (this.installFails) return failed(this.installFails);
        this.installed.push({ version, hidden });
        return success(null);
      },
    };
    this.find = async () => this.way && { ...rest, way: this.way, feed: feed() };
  }
}
