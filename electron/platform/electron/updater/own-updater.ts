import { app } from 'electron';
import { failed, success } from '../../../../shared/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { UpdateOverrides } from '../../../ports/overrides.ts';
import type { UpdaterPort } from '../../../ports/updater.ts';
import type { ProxyFor } from '../../http/http-routes.ts';
import { ownFeed } from './own-feed.ts';
import { wayOf } from './update-way.ts';

export interface OwnUpdaterOptions {
  readonly clock: Clock;
  readonly version: string;
  readonly proxyFor: ProxyFor;
  readonly elsewhere: UpdateOverrides | undefined;
}

/** The real one, and what is to be done last where a newer version is to begin. */
export interface OwnUpdater extends UpdaterPort {
  /** Everything is saved, and the process ends next. */
  readonly atEnd: () => void;
}

/** This copy of the app as it can become a newer one. */
export function ownUpdater({ elsewhere, ...tools }: OwnUpdaterOptions): OwnUpdater {
  const { arch, env, execPath, platform, resourcesPath } = process;
  const feed = ownFeed({ platform, arch, elsewhere });
  const own = wayOf({
    platform,
    environment: env,
    isPackaged: app.isPackaged,
    execPath,
    resources: resourcesPath,
    isElsewhere: elsewhere !== undefined,
  });
  const { appImage } = own;
  let atEnd: (() => void) | undefined;
  const loaded = () => import('./app-image.ts');
  return {
    // Without a key nothing that is said of a newer version could be believed.
    way: feed.keys.trim() === '' ? undefined : own.way,
    feed,
    async download(file, how) {
      if (appImage === undefined) return failed('notWritable');
      const { besideAppImage, fetchBeside } = await loaded();
      const { mayLeadTo } = feed;
      const at = `${feed.origin}${feed.path}/download/v${file.version}/${encodeURIComponent(file.name)}`;
      const fetched = besideAppImage(appImage);
      return fetchBeside(file, {
        ...how,
        url: new URL(at),
        fetched,
        tools: { ...tools, mayLeadTo },
      });
    },
    async discard() {
      if (appImage === undefined) return;
      const { besideAppImage, discard } = await loaded();
      await discard(besideAppImage(appImage));
    },
    async install(file, { hidden }) {
      if (appImage === undefined) return failed('notWritable');
      const { replaceAppImage, startWhenGone } = await loaded();
      const replaced = await replaceAppImage(appImage, file);
      if (!replaced.ok) return replaced;
      atEnd = () => startWhenGone(appImage, hidden ? ['--hidden'] : [], env);
      app.quit();
      return success(null);
    },
    atEnd: () => atEnd?.(),
  };
}
