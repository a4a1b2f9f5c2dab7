import { describe, expect, it } from 'vitest';
import { noLock, untoldLock } from '../../../electron/platform/keychain/keychain-lock.ts';
import { openKeychainVault } from '../../../electron/platform/keychain/keychain-vault.ts';
import { PromptOnce } from '../../../electron/ports/vault.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { FakeKeytar, FakeLock } from '../../fakes/fake-keytar.ts';

const locked = { ok: false, failure: 'locked' };
const silent = { ok: false, failure: 'silent' };
const absent = { ok: false, failure: 'absent' };

function setUp(toldBy: 'a lock' | 'nobody' = 'nobody') {
  const clock = new FakeClock();
  const keychain = new FakeKeytar();
  const told = new FakeLock(keychain);
  const lock = toldBy === 'nobody' ? untoldLock : told;
  const load = async () => keychain;
  const vault = openKeychainVault({ load, service: 'ChargeTray', lock, clock });
  const opened: string[] = [];
  vault.onOpened(() => opened.push('opened'));
  return { clock, keychain, lock: told, opened, vault };
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
    openKeychainVault({ load, service: 'ChargeTray', lock: untoldLock, clock: new FakeClock() });
  });

  it('is absent when its library cannot be loaded', async () => {
    const load = () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object'));
    const vault = openKeychainVault({
      load,
      service: 'ChargeTray',
      lock: untoldLock,
      clock: new FakeClock(),
    });
    expect(await vault.read('a')).toEqual(absent);
    expect(await vault.write('a', 'secret')).toEqual(absent);
  });

  it('counts as locked when it does not answer in time, and says when it does after all', async () => {
    const { clock, keychain, opened: late, vault } = setUp();
    keychain.hangs = true;
    const writing = vault.write('a', 'secret');
    await clock.advance(4999);
    expect(late).toEqual([]);
    await clock.advance(1);
    expect(await writing).toEqual(locked);
    expect(vault.isBusy()).toBe(true);
    keychain.unlock();
    await clock.advance(0);
    expect(late).toEqual(['opened']);
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

  it('that answers may be asked again, whatever it said before, by leave of its owner', async () => {
    const { keychain, vault } = setUp();
    keychain.broken = new Error('Der Vorgang wurde abgebrochen');
    expect(await vault.read('a')).toEqual(locked);
    keychain.broken = undefined;
    expect(await vault.read('a')).toEqual(locked);
    expect(await vault.read('a', new PromptOnce())).toEqual({ ok: true, value: undefined });
    expect(await vault.read('a')).toEqual({ ok: true, value: undefined });
  });

  it('that has no lock is tried again each time', async () => {
    const { clock, keychain } = setUp();
    const load = async () => keychain;
    const vault = openKeychainVault({ load, service: 'ChargeTray', lock: noLock, clock });
    keychain.broken = new Error('The stub received bad data.');
    expect(await vault.write('a', '1')).toEqual(locked);
    keychain.broken = undefined;
    expect(await vault.write('a', '2')).toEqual({ ok: true, value: null });
  });

  it.each([
    'Cannot create an item in a locked collection',
    'Der Schlüsselbund ist gesperrt',
    'L’opération a été annulée.',
    'No se permite la interacción con el usuario.',
    '密钥环已锁定',
    'Anything else',
  ])('that refuses is locked, in whatever words: %s', async (words) => {
    const { keychain, vault } = setUp();
    keychain.broken = new Error(words);
    expect(await vault.read('a')).toEqual(locked);
    expect(await vault.write('b', 'x', new PromptOnce())).toEqual(locked);
  });
});

describe('a keychain whose lock the desktop tells', () => {
  it.each([
    ['locked', locked],
    ['open', locked],
    ['unknown', locked],
    ['silent', silent],
    ['absent', absent],
  ] as const)('that is %s says so when a call fails', async (state, outcome) => {
    const { keychain, lock, vault } = setUp('a lock');
    keychain.broken = new Error('Es gibt keinen Schlüsselbund');
    lock.now = state;
    expect(await vault.read('a', new PromptOnce())).toEqual(outcome);
  });

  it('is not asked while it is locked without leave for a prompt', async () => {
    const { keychain, lock, vault } = setUp('a lock');
    lock.now = 'locked';
    expect(await vault.read('a')).toEqual(locked);
    expect(await vault.write('a', 'x')).toEqual(locked);
    expect(await vault.remove('a')).toEqual(locked);
    expect(keychain.calls).toBe(0);
  });

  it('is asked once for all that is wanted together when its prompt is dismissed', async () => {
    const { keychain, lock, opened, vault } = setUp('a lock');
    keychain.entries.set('ChargeTray/a', 'x').set('ChargeTray/b', 'y');
    // A prompt that is dismissed at once: keytar finds nothing.
    const secretive: FakeKeytar['getPassword'] = async () => {
      keychain.calls += 1;
      return null;
    };
    keychain.getPassword = secretive;
    lock.now = 'locked';
    const prompt = new PromptOnce();
    expect(await Promise.all([vault.read('a', prompt), vault.read('b', prompt)])).toEqual([
      locked,
      locked,
    ]);
    expect(keychain.calls).toBe(1);
    expect(opened).toEqual([]);
    lock.opens();
    expect(opened).toEqual(['opened']);
  });

  it('holds nothing for an account behind its lock: that is no lock', async () => {
    const { lock, vault } = setUp('a lock');
    lock.now = 'locked';
    expect(await vault.read('a', new PromptOnce())).toEqual({ ok: true, value: undefined });
  });

  it('whose prompt is dismissed late prompts no second time', async () => {
    const { clock, keychain, lock, opened, vault } = setUp('a lock');
    lock.now = 'locked';
    keychain.hangs = true;
    const reading = vault.read('a', new PromptOnce());
    await clock.advance(5000);
    expect(await reading).toEqual(locked);
    // Its owner presses Cancel: the call ends with nothing, and the keychain stays locked.
    keychain.unlock();
    await clock.advance(0);
    expect(vault.isBusy()).toBe(false);
    expect(opened).toEqual([]);
    expect(await vault.read('a')).toEqual(locked);
    expect(keychain.calls).toBe(1);
  });

  it('that is opened elsewhere is read beside a prompt that nobody answers, but once', async () => {
    const { clock, keychain, lock, vault } = setUp('a lock');
    keychain.entries.set('ChargeTray/a', 'x');
    lock.now = 'locked';
    keychain.hangs = true;
    const reading = vault.read('a', new PromptOnce());
    await clock.advance(5000);
    await reading;
    keychain.hangs = false;
    expect(await vault.read('a', new PromptOnce())).toEqual(locked);
    lock.opens();
    expect(await vault.read('a')).toEqual({ ok: true, value: 'x' });
    keychain.hangs = true;
    const another = vault.read('a');
    await clock.advance(5000);
    expect(await another).toEqual(locked);
    expect(await vault.read('a')).toEqual(locked);
    expect(keychain.calls).toBe(3);
  });
});
