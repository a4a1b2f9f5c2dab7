import { omitUndefined } from '../../../../shared/omit-undefined.ts';
import type { UpdateFeed } from '../../../ports/updater.ts';
import { isLoopback } from '../overrides.ts';

/** The bundler puts it in: what stands in `build/release/update-key.pub`. */
declare const builtInUpdateKeys: string | undefined;

/** For tests: another place where releases are, and another public key that signs them. */
export interface FeedElsewhere {
  readonly baseUrl: string;
  readonly key?: string;
}

export interface FeedPlace {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly elsewhere: FeedElsewhere | undefined;
}

const releases = '/chargetray/chargetray/releases';

/** Where releases of the app are, for a copy on such a system. */
export function ownFeed({ platform, arch, elsewhere }: FeedPlace): UpdateFeed {
  const builtIn = typeof builtInUpdateKeys === 'string' ? builtInUpdateKeys : '';
  const origin = elsewhere ? new URL(elsewhere.baseUrl).origin : 'https://github.com';
  return {
    origin,
    path: releases,
    manifest: manifestFor(platform, arch),
    suits: (name) => isFor(name, platform, arch),
    mayLeadTo: (url) => (elsewhere ? isLoopback(url.href) : isOfGitHub(url)),
    keys: elsewhere?.key ?? builtIn,
  };
}

/** Files of a release lie with GitHub's own store, under names that change. */
function isOfGitHub({ protocol, hostname, port }: URL): boolean {
  const isTheirs = hostname === 'github.com' || hostname.endsWith('.githubusercontent.com');
  return protocol === 'https:' && port === '' && isTheirs;
}

/** As electron-builder calls them. */
function manifestFor(platform: NodeJS.Platform, arch: string): string {
  if (platform === 'win32') return 'latest.yml';
  if (platform === 'darwin') return 'latest-mac.yml';
  return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`;
}

const endings: ReadonlyMap<string, RegExp> = new Map([
  ['linux', /\.AppImage$/],
  ['win32', /-setup\.exe$/],
  ['darwin', /\.zip$/],
]);

function isFor(name: string, platform: NodeJS.Platform, arch: string): boolean {
  const processor = arch === 'x64' ? /-(x64|x86_64)\b/ : new RegExp(`-${arch}\\b`);
  return (endings.get(platform)?.test(name) ?? false) && processor.test(name);
}

/**
 * Reads from the environment where releases are to be looked for instead. As with every such address
 * only this very machine will do, and who signs can be another only there; else a warning for the log.
 */
export function feedElsewhere(
  environment: Readonly<Record<string, string | undefined>>,
  warn: (line: string) => void,
): FeedElsewhere | undefined {
  const { CHARGETRAY_UPDATES_URL: baseUrl, CHARGETRAY_UPDATES_KEY: key } = environment;
  const isHere = baseUrl !== undefined && isLoopback(baseUrl);
  if (baseUrl !== undefined && !isHere) {
    warn('CHARGETRAY_UPDATES_URL is ignored: not a loopback address');
  }
  if (isHere) return { baseUrl, ...omitUndefined({ key }) };
  if (key !== undefined) warn('CHARGETRAY_UPDATES_KEY is ignored: no loopback address is set');
  return undefined;
}
