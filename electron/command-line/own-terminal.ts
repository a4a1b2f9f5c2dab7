import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { zoneOfNow } from '../../shared/text/format.ts';
import { readPlainNow } from '../platform/files/kept-at-start.ts';
import { realClock } from '../platform/real-clock.ts';
import type { Log } from '../ports/log.ts';
import { sayAtOnce } from './say-at-once.ts';
import { speakHere } from './speak-here.ts';
import type { Terminal } from './terminal.ts';

/** Nothing the command line does is worth a line in the app's log. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

type System = Pick<Terminal, 'isRunning' | 'locales' | 'zone'> & {
  /** Nobody reads what is said any more. */
  readonly unheard?: () => void;
};

/** The terminal that the app was started from; `folder` is that of the data. */
export function ownTerminal(folder: string, { unheard, ...system }: System): Terminal {
  const say = (text: string) => {
    if (!sayAtOnce(1, text)) unheard?.();
  };
  return {
    record: () => remembered(join(folder, 'memory.json')),
    clock: realClock,
    ...system,
    async connect() {
      const { knownAddress, ownPlace } = await import('./socket/address.ts');
      const { linkTo } = await import('./socket/link.ts');
      const address = await knownAddress(ownPlace(folder));
      return address === undefined ? undefined : linkTo(address, realClock);
    },
    async history() {
      const file = join(folder, 'history.db');
      if (!existsSync(file)) return undefined;
      const { openHistory } = await import('../history/store/open-history.ts');
      const { loadEngine } = await import('../history/store/engine.ts');
      return openHistory({ file, clock: realClock, log: silent, load: loadEngine, readOnly: true });
    },
    say: (line) => say(`${line}\n`),
    write: async (text) => say(text),
    mutter: (line) => void sayAtOnce(2, `${line}\n`),
  };
}

/** What only the process as such can say of this computer. */
export interface SpokenSystem {
  /** The data folder. */
  readonly folder: string;
  readonly languages: readonly string[];
  readonly locale: string;
}

/** Has this process speak as the app does, or to scripts. */
export function speakAsOwner(json: boolean, { folder, languages, locale }: SpokenSystem) {
  return speakHere(json, {
    settings: () => ownSettings(folder),
    zone: zoneOfNow,
    systemLanguages: () => languages,
    systemLocale: () => locale,
  });
}

/** The app's settings as they lie on the disk; undefined where they cannot be read. */
function ownSettings(folder: string): unknown {
  try {
    return remembered(join(folder, 'settings.json'));
  } catch {
    return undefined;
  }
}

function remembered(path: string): unknown {
  try {
    return JSON.parse(readPlainNow(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
