import { join } from 'node:path';
import { app } from 'electron';
import { failed } from '../../../../shared/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Log } from '../../../ports/log.ts';
import type { UpdaterPort } from '../../../ports/updater.ts';
import { wayOf } from '../../../updates/own-way.ts';
import { programFiles } from '../../files/program-files.ts';
import type { ProxyFor } from '../../http/http-routes.ts';
import type { Ending } from '../leave-cleanly.ts';
import { feedElsewhere, ownFeed } from './own-feed.ts';
import type { LibraryOptions } from './with-library.ts';

export interface OwnUpdaterOptions {
  readonly clock: Clock;
  readonly version: string;
  readonly proxyFor: ProxyFor;
  readonly log: Pick<Log, 'warn'>;
  readonly end: Ending;
}

/** This copy of the app as it can become a newer one; undefined where it is never offered any. */
export async function ownUpdater(options: OwnUpdaterOptions): Promise<UpdaterPort | undefined> {
  const { end, log, ...tools } = options;
  const { arch, env, execPath, platform, resourcesPath } = process;
  const elsewhere = feedElsewhere(env, (line) => log.warn(line));
  const feed = ownFeed({ platform, arch, elsewhere });
  // Without a key nothing that is said of a newer version could be believed.
  if (feed.keys.trim() === '') return undefined;
  const own = await wayOf({
    platform,
    environment: env,
    isPackaged: app.isPackaged,
    execPath,
    resources: resourcesPath,
    isElsewhere: elsewhere !== undefined,
    files: programFiles,
  });
  if (!own) return undefined;
  const { appImage, way } = own;
  const { mayLeadTo } = feed;
  const how: How = {
    urlOf: ({ name, version }) =>
      new URL(`${feed.path}/download/v${version}/${encodeURIComponent(name)}`, feed.origin),
    tools: { ...tools, mayLeadTo },
    endWith(last) {
      end.last = last;
      app.quit();
    },
  };
  if (way === 'byHand') return { way, feed, ...nothingToReplace };
  if (appImage !== undefined) return { way, feed, ...replacing(appImage, how) };
  if (platform !== 'win32' && platform !== 'darwin') return undefined;
  const { withLibrary } = await import('./with-library.ts');
  const folder = join(app.getPath('userData'), 'update');
  const place = { platform, resources: resourcesPath, folder, version: tools.version, log };
  return { way, feed, ...withLibrary({ ...place, ...how }) };
}

type How = Pick<LibraryOptions, 'urlOf' | 'tools' | 'endWith'>;
type Replacing = Pick<UpdaterPort, 'download' | 'discard' | 'install'>;

/** An AppImage is one file, which another takes the place of. */
function replacing(appImage: string, { endWith, tools, urlOf }: How): Replacing {
  // What fetches is large, and most starts fetch nothing.
  const loaded = () => import('./app-image.ts');
  return {
    async download(file, how) {
      const { besideAppImage, fetchBeside } = await loaded();
      const fetched = besideAppImage(appImage);
      return fetchBeside(file, { ...how, url: urlOf(file), fetched, tools });
    },
    async discard() {
      const { besideAppImage, discard } = await loaded();
      await discard(besideAppImage(appImage));
    },
    async install(file, { hidden }) {
      const { replaceAppImage, startWhenGone } = await loaded();
      const replaced = await replaceAppImage(appImage, file);
      if (!replaced.ok) return replaced;
      const args = [hidden ? '--hidden' : '--shown'];
      endWith(() => startWhenGone(appImage, args, process.env));
      return replaced;
    },
  };
}

const nothingToReplace: Replacing = {
  download: async () => failed('notWritable'),
  discard: async () => undefined,
  install: async () => failed('notWritable'),
};
