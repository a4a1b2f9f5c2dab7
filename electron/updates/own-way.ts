import { dirname, join } from 'node:path';
import type { UpdateWay } from '../../shared/domain/app/update.ts';
import type { ProgramFiles } from '../ports/updater.ts';

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
  readonly files: ProgramFiles;
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
  const { environment, execPath, files, isElsewhere, isPackaged, platform } = copy;
  if (!isPackaged && !isElsewhere) return undefined;
  if (platform === 'linux') return linuxWay(copy);
  if (!isPackaged) return byHand;
  if (platform === 'win32') {
    if (environment.PORTABLE_EXECUTABLE_FILE) return byHand;
    const uninstaller = join(dirname(execPath), 'Uninstall ChargeTray.exe');
    return (await files.isThere(uninstaller)) ? itself : undefined;
  }
  return platform === 'darwin' ? macWay(copy) : undefined;
}

async function linuxWay(copy: OwnCopy): Promise<OwnWay | undefined> {
  const { environment, execPath, files, isElsewhere, resources } = copy;
  if (environment.APPIMAGE) {
    const appImage = await files.realPath(environment.APPIMAGE);
    const can = appImage !== undefined && (await files.isReplaceable(appImage));
    return can ? { way: 'itself', appImage } : byHand;
  }
  const isInstalled =
    systemPlaces.some((place) => execPath.startsWith(place)) ||
    (await files.isThere(join(resources, 'package-type')));
  return isInstalled || isElsewhere ? byHand : undefined;
}

/** `…/ChargeTray.app/Contents/MacOS/ChargeTray`; started from a disk image it is read-only. */
async function macWay({ execPath, files }: OwnCopy): Promise<OwnWay> {
  const bundle = dirname(dirname(dirname(execPath)));
  const isMoved = execPath.includes('/AppTranslocation/');
  return !isMoved && (await files.isReplaceable(bundle)) ? itself : byHand;
}
