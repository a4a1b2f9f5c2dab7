import { app } from 'electron';
import { failed } from '../../../../shared/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Log } from '../../../ports/log.ts';
import type { UpdaterPort } from '../../../ports/updater.ts';
import type { ProxyFor } from '../../http/http-routes.ts';
import type { Ending } from '../leave-cleanly.ts';
import { feedElsewhere, ownFeed } from './own-feed.ts';
import { wayOf } from './update-way.ts';

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
  });
  if (!own) return undefined;
  const { appImage, way } = own;
  if (appImage === undefined) return { way: 'byHand', feed, ...nothingToReplace };
  const { besideAppImage, discard, fetchBeside, replaceAppImage, startWhenGone } = await import(
    './app-image.ts'
  );
  const fetched = besideAppImage(appImage);
  return {
    way,
    feed,
    download: (file, how) => {
      const path = `${feed.path}/download/v${file.version}/${encodeURIComponent(file.name)}`;
      const { mayLeadTo } = feed;
      const url = new URL(path, feed.origin);
      return fetchBeside(file, { ...how, url, fetched, tools: { ...tools, mayLeadTo } });
    },
    discard: () => discard(fetched),
    async install(file, { hidden }) {
      const replaced = await replaceAppImage(appImage, file);
      if (!replaced.ok) return replaced;
      end.last = () => startWhenGone(appImage, hidden ? ['--hidden'] : [], env);
      app.quit();
      return replaced;
    },
  };
}

const nothingToReplace: Pick<UpdaterPort, 'download' | 'discard' | 'install'> = {
  download: async () => failed('notWritable'),
  discard: async () => undefined,
  install: async () => failed('notWritable'),
};
