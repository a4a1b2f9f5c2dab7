import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { KeptFile } from '../../electron/ports/kept-file.ts';
import type { Vault, VaultFailure } from '../../electron/ports/vault.ts';
import { failed, success } from '../../shared/result.ts';
import { FakeUpdater } from './fake-updater.ts';

/** What outlives a restart of the app: its files and the keychain. */
export class FakeMachine {
  readonly files = new Map<string, string>();
  readonly keychain = new Map<string, string>();
  /** A real file, which is made with the first reading; `forgetFiles` takes it away. */
  readonly historyFile = join(quickFolder(), `chargetray-test-${randomUUID()}`, 'history.db');
  /** What other programs have left on it. */
  readonly ownFiles = new Map<string, string>();
  readonly environment: Record<string, string> = {};
  /** How the copy of the app on it becomes a newer one. */
  readonly updater = new FakeUpdater();
  systemLocale = 'en-US';
  systemLanguages: readonly string[] = ['en-US'];
  /** Every call to the keychain, in order: `write a`. */
  readonly keychainCalls: string[] = [];
  keychainFailure: VaultFailure | undefined;
  diskRefuses = false;
  /** Nothing is written until it resolves. */
  diskHangs: Promise<void> | undefined;

  forgetFiles(): void {
    rmSync(dirname(this.historyFile), { recursive: true, force: true });
  }

  /** Resolves when nothing is on its way to the disk. In memory nothing ever is. */
  settled(): Promise<void> {
    return Promise.resolve();
  }

  file(name: string): KeptFile {
    return {
      read: () => ({ value: parsed(this.files.get(name)) }),
      keepAside: () => `${name}.unknown.json`,
      write: async (value) => {
        const text = JSON.stringify(value);
        await this.diskHangs;
        if (this.diskRefuses) throw new Error('EROFS: read-only file system');
        this.files.set(name, text);
      },
      settled: async () => this.diskHangs,
    };
  }

  vault(late: (() => void)[]): Vault {
    const answer = <T>(call: string, value: () => T) => {
      this.keychainCalls.push(call);
      return Promise.resolve(
        this.keychainFailure ? failed(this.keychainFailure) : success(value()),
      );
    };
    return {
      read: (id) => answer(`read ${id}`, () => this.keychain.get(id)),
      write: (id, secrets) =>
        answer(`write ${id}`, () => {
          this.keychain.set(id, secrets);
          return null;
        }),
      remove: (id) =>
        answer(`remove ${id}`, () => {
          this.keychain.delete(id);
          return null;
        }),
      onOpened: (heard) => void late.push(heard),
    };
  }
}

/** In memory where the system has such a place: thousands of readings are each synced to the disk. */
export function quickFolder(): string {
  const inMemory = '/dev/shm';
  return existsSync(inMemory) ? inMemory : tmpdir();
}

function parsed(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
