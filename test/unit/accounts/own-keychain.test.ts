import { beforeEach, describe, expect, it } from 'vitest';
import { untoldLock } from '../../../electron/platform/keychain/keychain-lock.ts';
import { openKeychainVault } from '../../../electron/platform/keychain/keychain-vault.ts';
import { PromptOnce, type Vault } from '../../../electron/ports/vault.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { FakeKeytar, FakeLock } from '../../fakes/fake-keytar.ts';
import { form, PeopleWith } from './people.ts';

const patience = 5000;

let clock: FakeClock;
let keytar: FakeKeytar;
let lock: FakeLock;
beforeEach(() => {
  clock = new FakeClock();
  keytar = new FakeKeytar();
  lock = new FakeLock(keytar);
});

const kept = (id: string) => keytar.entries.get(`ChargeTray/${id}`);

/** Accounts over the keychain of macOS, which tells nothing of its lock, or of a Linux desktop. */
function people(system: 'macOS' | 'Linux', ...ids: string[]): PeopleWith<Vault> {
  for (const id of ids) keytar.entries.set(`ChargeTray/${id}`, `${id} tokens`);
  const load = async () => keytar;
  const told = system === 'Linux' ? lock : untoldLock;
  const vault = openKeychainVault({ load, service: 'ChargeTray', lock: told, clock });
  const made = new PeopleWith<Vault>(vault, ids);
  vault.onOpened(() => made.accounts.retryKeychain());
  return made;
}

async function started(...given: Parameters<typeof people>): Promise<PeopleWith<Vault>> {
  const made = people(...given);
  made.accounts.start();
  await turns();
  return made;
}

describe('tokens that the keychain has refused', () => {
  async function refused(): Promise<PeopleWith<Vault>> {
    const made = await started('macOS', 'a');
    keytar.broken = new Error('In dark wake, no UI possible');
    made.session.tools.secretsChanged('1');
    await turns();
    expect(made.keychain.at(-1)).toBe('locked');
    keytar.broken = undefined;
    return made;
  }

  it('are kept when its owner says that it may be tried again', async () => {
    const made = await refused();
    made.session.tools.secretsChanged('2');
    await turns();
    expect(kept('a')).toBe('a tokens');
    made.accounts.retryKeychain(new PromptOnce());
    await turns();
    expect(kept('a')).toBe('2');
    expect(made.keychain.at(-1)).toBe('working');
    made.session.tools.secretsChanged('3');
    await turns();
    expect(kept('a')).toBe('3');
  });

  it('do not stay when somebody wants to stay signed in no more', async () => {
    const made = await refused();
    made.session.account.kept = 'tokens without password';
    made.accounts.setKeepSignedIn('a', false);
    await turns();
    expect(kept('a')).toBe('tokens without password');
  });

  it('are not kept after a sign-out that it refused too: that is made up for', async () => {
    const made = await refused();
    keytar.broken = new Error('The user name or passphrase is wrong');
    await made.accounts.signOut('a');
    keytar.broken = undefined;
    made.accounts.retryKeychain(new PromptOnce());
    await turns();
    expect(kept('a')).toBeUndefined();
  });
});

describe('a keyring that was locked since the start', () => {
  it('may prompt for tokens that wait, by leave of its owner only', async () => {
    const made = await started('Linux', 'a');
    lock.now = 'locked';
    made.session.tools.secretsChanged('1');
    await turns();
    made.accounts.retryKeychain();
    await turns();
    expect(keytar.calls).toBe(1);
    made.accounts.retryKeychain(new PromptOnce());
    await turns();
    expect(kept('a')).toBe('1');
  });
});

describe('an owner who needs longer for the prompt than anybody waits', () => {
  /** What has been asked prompts, and is answered after a while. */
  async function answeredLate(): Promise<void> {
    await clock.advance(patience);
    keytar.unlock();
    keytar.hangs = true;
    await clock.advance(0);
  }

  it('is prompted once for each account', async () => {
    keytar.hangs = true;
    const made = await started('macOS', 'a', 'b');
    await answeredLate();
    expect(made.openedWith).toEqual(['a tokens']);
    await answeredLate();
    expect(made.openedWith).toEqual(['a tokens', 'b tokens']);
    await answeredLate();
    expect(keytar.calls).toBe(2);
    expect(made.keychain.at(-1)).toBe('working');
  });

  it('is not prompted again for a write that was done', async () => {
    const made = await started('macOS', 'a');
    keytar.hangs = true;
    made.session.tools.secretsChanged('1');
    await answeredLate();
    expect(kept('a')).toBe('1');
    expect(keytar.calls).toBe(2);
    expect(made.keychain.at(-1)).toBe('working');
  });

  it('has the newer tokens written that came meanwhile', async () => {
    const made = await started('macOS', 'a');
    keytar.hangs = true;
    made.session.tools.secretsChanged('1');
    await clock.advance(patience);
    made.session.tools.secretsChanged('2');
    await turns();
    keytar.unlock();
    await turns();
    expect(kept('a')).toBe('2');
  });

  it('is not prompted again for a removal that was done', async () => {
    const made = await started('macOS', 'a');
    keytar.hangs = true;
    const out = made.accounts.signOut('a');
    await answeredLate();
    await out;
    expect(kept('a')).toBeUndefined();
    expect(keytar.calls).toBe(2);
  });

  it('gets no secrets of a sign-in that was given up for it', async () => {
    const made = people('macOS');
    keytar.hangs = true;
    const adding = made.accounts.add('wallbox', form());
    await clock.advance(patience);
    expect(await adding).toMatchObject({ failure: { kind: 'noKeychain' } });
    keytar.unlock();
    await turns();
    expect(keytar.entries.size).toBe(0);
  });

  it('finds what is kept since then, not what was read before', async () => {
    keytar.hangs = true;
    const made = await started('macOS', 'a');
    await clock.advance(patience);
    await made.accounts.signInAgain('a', form({ untilQuit: true }));
    keytar.unlock();
    await turns();
    expect(made.openedWith).toEqual([]);
    expect(await made.vault.write('a', 'newer')).toMatchObject({ ok: true });
    expect(await made.vault.read('a')).toEqual({ ok: true, value: 'newer' });
  });
});
