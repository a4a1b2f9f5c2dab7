import { access, constants, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { UpdateWay } from '../../../../shared/domain/app/update.ts';

/** What is known of this copy of the app. */
export interface OwnCopy {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
  /** Of the program. */
  readonly execPath: string;
  /** What is packed beside the app. */
  readonly resources: string;
  /** Releases are looked for elsewhere than usual: for tests, which have no package. */
  readonly isElsewhere: boolean;
}

/** How it comes to a newer version, and which file is replaced where one is. */
export interface OwnWay {
  readonly way: UpdateWay;
  readonly appImage?: string;
}

const byHand: OwnWay = { way: 'byHand' };
const itself: OwnWay = { way: 'itself' };
/** Where packages of Linux distributions put programs. */
const systemPlaces = ['/opt/', '/usr/'];

/** Undefined for a checkout, or a folder that somebody has unpacked: those are their owner's business. */
export async function wayOf(copy: OwnCopy): Promise<OwnWay | undefined> {
  const { environment, execPath, isElsewhere, isPackaged, platform } = copy;
  if (!isPackaged && !isElsewhere) return undefined;
  if (platform === 'linux') return linuxWay(copy);
  if (!isPackaged) return byHand;
  if (platform === 'win32') {
    if (environment.PORTABLE_EXECUTABLE_FILE) return byHand;
    return (await isThere(join(dirname(execPath), 'Uninstall ChargeTray.exe')))
      ? itself
      : undefined;
  }
  return platform === 'darwin' ? macWay(execPath) : undefined;
}

async function linuxWay(copy: OwnCopy): Promise<OwnWay | undefined> {
  const { environment, execPath, isElsewhere, resources } = copy;
  if (environment.APPIMAGE) {
    const appImage = await realpath(environment.APPIMAGE).catch(() => undefined);
    const can = appImage !== undefined && (await isReplaceable(appImage));
    return can ? { way: 'itself', appImage } : byHand;
  }
  const isInstalled =
    systemPlaces.some((place) => execPath.startsWith(place)) ||
    (await isThere(join(resources, 'package-type')));
  return isInstalled || isElsewhere ? byHand : undefined;
}

/** `…/ChargeTray.app/Contents/MacOS/ChargeTray`; started from a disk image it is read-only. */
async function macWay(execPath: string): Promise<OwnWay> {
  const bundle = dirname(dirname(dirname(execPath)));
  const isMoved = execPath.includes('/AppTranslocation/');
  return !isMoved && (await isReplaceable(bundle)) ? itself : byHand;
}

/** It can be written, and another put in its place. */
async function isReplaceable(path: string): Promise<boolean> {
  return (await isThere(path, constants.W_OK)) && isThere(dirname(path), constants.W_OK);
}

function isThere(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
