import { describe, expect, it } from 'vitest';
import {
  type Keytar,
  keychainFailure,
  openKeychainVault,
} from '../../../electron/credentials/keychain-vault.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';

const locked = { ok: false, failure: 'locked' };
const absent = { ok: false, failure: 'absent' };

/** A keychain in memory whose calls can be made to hang until somebody unlocks it. */
class FakeKeychain implements Keytar {
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

function setUp() {
  const clock = new FakeClock();
  const keychain = new FakeKeychain();
  const vault = openKeychainVault({ load: async () => keychain, service: 'ChargeTray', clock });
  return { clock, keychain, vault };
}

describe('the keychain', () => {
  it('keeps, gives back and removes', async () => {
    const { clock, keychain, vault } = setUp();
    expect(await vault.read('a')).toEqual({ ok: true, value: undefined });
    expect(await vault.write('a', 'secret')).toEqual({ ok: true, value: null });
    expect([...keychain.entries]).toEqual([['ChargeTray/a', 'secret']]);
    expect(await vault.read('a')).toEqual({ ok: true, value: 'secret' });
    expect(await vault.remove('a')).toEqual({ ok: true, value: null });
    expect(await vault.read('a')).toEqual({ ok: true, value: undefined });
    expect(clock.waiting).toBe(0);
  });

  it('is not loaded before it is asked', () => {
    const load = () => Promise.reject(new Error('loaded'));
    openKeychainVault({ load, service: 'ChargeTray', clock: new FakeClock() });
  });

  it('is absent when its library cannot be loaded', async () => {
    const load = () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object'));
    const vault = openKeychainVault({ load, service: 'ChargeTray', clock: new FakeClock() });
    expect(await vault.read('a')).toEqual(absent);
    expect(await vault.write('a', 'secret')).toEqual(absent);
  });

  it('counts as locked when it does not answer in time, and says when it does after all', async () => {
    const { clock, keychain, vault } = setUp();
    const late: string[] = [];
    vault.onLate(() => late.push('late'));
    keychain.hangs = true;
    const writing = vault.write('a', 'secret');
    await clock.advance(4999);
    expect(late).toEqual([]);
    await clock.advance(1);
    expect(await writing).toEqual(locked);
    expect(vault.isBusy()).toBe(true);
    keychain.unlock();
    await clock.advance(0);
    expect(late).toEqual(['late']);
    expect(vault.isBusy()).toBe(false);
    expect(await vault.read('a')).toEqual({ ok: true, value: 'secret' });
  });

  it('is never asked a second time while a call hangs', async () => {
    const { clock, keychain, vault } = setUp();
    keychain.hangs = true;
    const three = Promise.all([vault.read('a'), vault.read('b'), vault.write('c', 'x')]);
    await clock.advance(5000);
    expect(await three).toEqual([locked, locked, locked]);
    expect(await vault.read('d')).toEqual(locked);
    expect(keychain.calls).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it('is asked one thing at a time, in order', async () => {
    const { keychain, vault } = setUp();
    void vault.write('a', 'old');
    void vault.write('a', 'new');
    expect(await vault.read('a')).toEqual({ ok: true, value: 'new' });
    expect(keychain.calls).toBe(3);
  });

  it('works again after it has refused', async () => {
    const { keychain, vault } = setUp();
    keychain.broken = new Error('Prompt was dismissed');
    expect(await vault.read('a')).toEqual(locked);
    keychain.broken = undefined;
    expect(await vault.read('a')).toEqual({ ok: true, value: undefined });
  });
});

describe('keychainFailure', () => {
  it.each([
    ['Cannot create an item in a locked collection', 'locked'],
    ['The prompt was dismissed', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'locked'],
    ['User canceled the operation.', 'locked'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'absent'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'absent'],
    ['Could not connect: No such file or directory', 'absent'],
    ['Failed to load keytar native addon', 'absent'],
  ])('%s: %s', (message, failure) => {
    expect(keychainFailure(new Error(message))).toBe(failure);
  });

  it('survives what is no error', () => {
    expect(keychainFailure(undefined)).toBe('absent');
  });
});
