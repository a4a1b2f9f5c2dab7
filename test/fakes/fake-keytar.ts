import type { KeychainLock, LockState } from '../../electron/platform/keychain/keychain-lock.ts';
import type { Keytar } from '../../electron/platform/keychain/keytar.ts';

/** A keychain in memory whose calls can be made to hang until somebody unlocks it. */
export class FakeKeytar implements Keytar {
  readonly entries = new Map<string, string>();
  readonly #gates: (() => void)[] = [];
  hangs = false;
  calls = 0;
  broken: Error | undefined;

  unlock(): void {
    this.hangs = false;
    for (const open of this.#gates.splice(0)) open();
  }

  async getPassword(service: string, account: string) {
    await this.#answer();
    return this.entries.get(`${service}/${account}`) ?? null;
  }

  async setPassword(service: string, account: string, password: string) {
    await this.#answer();
    this.entries.set(`${service}/${account}`, password);
  }

  async deletePassword(service: string, account: string) {
    await this.#answer();
    return this.entries.delete(`${service}/${account}`);
  }

  async #answer(): Promise<void> {
    this.calls += 1;
    if (this.broken) throw this.broken;
    if (this.hangs) await new Promise<void>((open) => void this.#gates.push(open));
  }
}

/** The lock as the desktop tells it, over the keychain that it belongs to. */
export class FakeLock implements KeychainLock {
  #opened: (() => void)[] = [];
  now: LockState = 'open';
  readonly #keychain: FakeKeytar;

  constructor(keychain: FakeKeytar) {
    this.#keychain = keychain;
  }

  state = async () => this.now;
  holds = async (service: string, account: string) =>
    this.#keychain.entries.has(`${service}/${account}`);
  restarts = () => 0;

  onOpened(heard: () => void): void {
    this.#opened.push(heard);
  }

  opens(): void {
    this.now = 'open';
    for (const heard of this.#opened) heard();
  }
}
