import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
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
  readonly way: UpdateWay | undefined;
  readonly appImage?: string;
}

const none: OwnWay = { way: undefined };
const byHand: OwnWay = { way: 'byHand' };
const itself: OwnWay = { way: 'itself' };
/** Where packages of Linux distributions put programs. */
const systemPlaces = ['/opt/', '/usr/'];

/** A checkout, or a folder that somebody has unpacked, is its owner's own business. */
export function wayOf(copy: OwnCopy): OwnWay {
  const { environment, isElsewhere, isPackaged, platform } = copy;
  if (!isPackaged && !isElsewhere) return none;
  if (platform === 'linux') return linuxWay(copy);
  if (isElsewhere && !isPackaged) return byHand;
  if (platform === 'win32') {
    if (environment.PORTABLE_EXECUTABLE_FILE) return byHand;
    return existsSync(join(dirname(copy.execPath), 'Uninstall ChargeTray.exe')) ? itself : none;
  }
  return platform === 'darwin' ? macWay(copy.execPath) : none;
}

function linuxWay({ environment, execPath, isElsewhere, resources }: OwnCopy): OwnWay {
  const { APPIMAGE } = environment;
  if (APPIMAGE) {
    const appImage = realOf(APPIMAGE);
    return appImage && isReplaceable(appImage) ? { way: 'itself', appImage } : byHand;
  }
  const isInstalled =
    existsSync(join(resources, 'package-type')) ||
    systemPlaces.some((place) => execPath.startsWith(place));
  return isInstalled || isElsewhere ? byHand : none;
}

/** `…/ChargeTray.app/Contents/MacOS/ChargeTray`; started from a disk image it is read-only. */
function macWay(execPath: string): OwnWay {
  const bundle = dirname(dirname(dirname(execPath)));
  return !execPath.includes('/AppTranslocation/') && isReplaceable(bundle) ? itself : byHand;
}

function isReplaceable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
