import { openSessionBus } from '../dbus/session-bus.ts';
import { realClock } from '../real-clock.ts';
import { type KeychainLock, noLock, untoldLock } from './keychain-lock.ts';
import { type KeychainVault, openKeychainVault } from './keychain-vault.ts';
import type { Keytar } from './keytar.ts';
import { partedKeytar } from './parted-keytar.ts';
import { watchSecretService } from './secret-service.ts';

/** What Windows keeps under one name of its keychain, with a little to spare. */
const windowsKeychainBytes = 2400;

export interface OwnKeychainOptions {
  /** The name under which a person finds the entries. */
  readonly service: string;
  /** keytar as if this process had just begun, until it is ended. */
  readonly apart: () => Promise<Keytar & { end(): void }>;
}

/** The keychain of this computer. */
export function openOwnKeychain({ service, apart }: OwnKeychainOptions): KeychainVault {
  const lock = lockOf(process.platform);
  let later: { readonly restarts: number; readonly keytar: ReturnType<typeof apart> } | undefined;
  const load = (): Promise<Keytar> => {
    const restarts = lock.restarts();
    if (restarts === 0) return loadKeytar();
    if (later?.restarts !== restarts) {
      // It has met a service that is gone as well.
      void later?.keytar.then((keytar) => keytar.end());
      later = { restarts, keytar: apart() };
    }
    return later.keytar;
  };
  return openKeychainVault({ load, service, lock, clock: realClock });
}

function lockOf(platform: NodeJS.Platform): KeychainLock {
  if (platform === 'win32') return noLock;
  if (platform !== 'linux') return untoldLock;
  return watchSecretService({ open: () => openSessionBus(process.env), clock: realClock });
}

async function loadKeytar() {
  const { default: keytar } = await import('keytar');
  return process.platform === 'win32' ? partedKeytar(keytar, windowsKeychainBytes) : keytar;
}
