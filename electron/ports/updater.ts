import type { UpdateFailure, UpdateWay } from '../../shared/domain/app/update.ts';
import type { Result } from '../../shared/result.ts';

/** A file of a release, as its signed manifest names it. */
export interface ReleaseFile {
  readonly version: string;
  /** Its plain name, without any path. */
  readonly name: string;
  /** Base64. */
  readonly sha512: string;
  readonly bytes: number;
}

/** Where releases are, and who has to have signed what is said of them. */
export interface UpdateFeed {
  /** Origin, without a slash at its end: `https://github.com`. */
  readonly origin: string;
  /** Of the releases of this app: `/chargetray/chargetray/releases`. */
  readonly path: string;
  /** The manifest for this system: `latest-linux.yml`. */
  readonly manifest: string;
  /** Which of its files is for a copy like this one. */
  readonly suits: (fileName: string) => boolean;
  /** Whether the far end may send whoever asks it on to this address. */
  readonly mayLeadTo: (url: URL) => boolean;
  /** Public keys, a line each; one of them has signed the manifest. */
  readonly keys: string;
}

/** Questions to the disk by which a copy of the app finds out how it was installed. None rejects. */
export interface ProgramFiles {
  isThere(path: string): Promise<boolean>;
  /** It can be written, and another put in its place. */
  isReplaceable(path: string): Promise<boolean>;
  /** Where a path leads in the end; undefined where it leads nowhere. */
  realPath(path: string): Promise<string | undefined>;
}

export type DownloadFailure = UpdateFailure | 'cancelled';

export interface Downloading {
  readonly signal: AbortSignal;
  /** Bytes that have come so far, now and then. */
  readonly came: (bytes: number) => void;
}

/** Finds out how this copy of the app becomes a newer one; undefined where it is never offered any. */
export type FindUpdater = () => Promise<UpdaterPort | undefined>;

/** This very copy of the app, as it can become a newer one. */
export interface UpdaterPort {
  readonly way: UpdateWay;
  readonly feed: UpdateFeed;
  /**
   * Fetches a file and keeps it where it can be installed from; at once where it is there already.
   * What has come of one that failed is removed. Never rejects.
   */
  download(file: ReleaseFile, how: Downloading): Promise<Result<null, DownloadFailure>>;
  /** Removes whatever was fetched. Never rejects. */
  discard(): Promise<void>;
  /**
   * Checks the fetched file once more, puts it in the place of this copy and ends the app, which
   * then starts anew: without its window if it is to be hidden. Never rejects; a failure leaves this
   * copy as it was.
   */
  install(
    file: ReleaseFile,
    how: { readonly hidden: boolean },
  ): Promise<Result<null, UpdateFailure>>;
}
