import { beforeEach, describe, expect, it } from 'vitest';
import { failed, success } from '../../../shared/result.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { form, People } from './people.ts';

const cancelled = failed({ kind: 'cancelled' });

let owner: AbortController;
beforeEach(() => {
  owner = new AbortController();
});
const mayCancel = (more: Parameters<typeof form>[0] = {}) =>
  form({ signal: owner.signal, ...more });

/** Somebody calls it off while the keychain writes, which then does. */
async function calledOffAtTheKeychain<T>(people: People, attempt: Promise<T>): Promise<T> {
  people.vault.holds = true;
  await turns();
  owner.abort();
  people.vault.holds = false;
  people.vault.answer();
  return attempt;
}

describe('an account that is called off', () => {
  it.each([false, true])('as the answer comes is not added; until quit: %s', async (untilQuit) => {
    const people = new People();
    people.atAnswer = () => owner.abort();
    expect(await people.accounts.add('wallbox', mayCancel({ untilQuit }))).toEqual(cancelled);
    expect(people.session.account.closed).toBe(true);
    expect(people.vault.calls).toEqual([]);
    expect([people.accounts.states(), people.saved, people.told]).toEqual([[], undefined, []]);
  });

  it('is called off and not refused, whatever the answer was', async () => {
    const people = new People();
    people.refuses = { kind: 'signInNeeded', cause: 'refused' };
    people.atAnswer = () => owner.abort();
    expect(await people.accounts.add('wallbox', mayCancel())).toEqual(cancelled);
  });

  it('while the keychain writes leaves nothing in it', async () => {
    const people = new People();
    people.vault.holds = true;
    const added = people.accounts.add('wallbox', mayCancel());
    expect(await calledOffAtTheKeychain(people, added)).toEqual(cancelled);
    expect(people.vault.calls).toEqual(['write new-1', 'remove new-1']);
    expect(people.session.account.closed).toBe(true);
    expect([people.accounts.states(), people.saved, people.told]).toEqual([[], undefined, []]);
  });

  it('leaves nothing either where the keychain writes too late', async () => {
    const people = new People();
    people.vault.failure = 'locked';
    people.vault.holds = true;
    const added = people.accounts.add('wallbox', mayCancel());
    expect(await calledOffAtTheKeychain(people, added)).toEqual(cancelled);
    people.vault.kept.set('new-1', 'fresh tokens');
    people.vault.answersLate();
    people.accounts.retryKeychain();
    await turns();
    expect(people.vault.kept.size).toBe(0);
  });

  it('once it is added stays', async () => {
    const people = new People();
    expect(await people.accounts.add('wallbox', mayCancel())).toEqual(
      success({ accountId: 'new-1' }),
    );
    owner.abort();
    await turns();
    expect(people.vault.kept.get('new-1')).toBe('fresh tokens');
    expect(people.state('new-1').signIn).toBe('signedIn');
  });
});

describe('a repeated sign-in that is called off', () => {
  async function opened(): Promise<People> {
    const people = new People('a');
    people.vault.kept.set('a', 'old tokens');
    people.accounts.start();
    await turns();
    return people;
  }

  it.each(['answer', 'keychain'] as const)(
    'at the %s leaves the one before, and in use',
    async (when) => {
      const people = await opened();
      const before = people.state('a');
      people.atAnswer = () => when === 'answer' && owner.abort();
      people.vault.holds = when === 'keychain';
      const again = people.accounts.signInAgain('a', mayCancel({ keepSignedIn: false }));
      expect(await calledOffAtTheKeychain(people, again)).toEqual(cancelled);
      expect(people.state('a')).toEqual(before);
      expect(people.sessions.map(({ closed }) => closed)).toEqual([false, true]);
      expect([people.told, people.saved]).toEqual([['opened a'], undefined]);
      expect(people.vault.kept.get('a')).toBe('old tokens');
      people.tools[0]?.secretsChanged('newer tokens');
      await turns();
      expect(people.vault.kept.get('a')).toBe('newer tokens');
    },
  );

  it('leaves the secrets that nobody could read so far', async () => {
    const people = new People('a');
    people.vault.kept.set('a', 'old tokens');
    people.vault.failure = 'locked';
    people.accounts.start();
    await turns();
    people.vault.failure = undefined;
    people.vault.holds = true;
    const again = people.accounts.signInAgain('a', mayCancel());
    await turns();
    people.vault.answer();
    // Its owner opens it for this sign-in: whoever waits for that finds what was there before.
    people.accounts.retryKeychain();
    expect(await calledOffAtTheKeychain(people, again)).toEqual(cancelled);
    await turns();
    expect(people.vault.kept.get('a')).toBe('old tokens');
    expect(people.openedWith).toEqual(['old tokens']);
  });

  it('leaves nothing kept where nothing was', async () => {
    const people = new People();
    await people.accounts.add('wallbox', form({ untilQuit: true }));
    people.vault.holds = true;
    const again = people.accounts.signInAgain('new-1', mayCancel());
    expect(await calledOffAtTheKeychain(people, again)).toEqual(cancelled);
    expect(people.vault.kept.size).toBe(0);
    expect(people.state('new-1')).toMatchObject({ signIn: 'signedIn', secrets: 'untilQuit' });
  });

  it('does not undo the next one', async () => {
    const people = await opened();
    people.vault.holds = true;
    const first = people.accounts.signInAgain('a', mayCancel());
    await turns();
    owner.abort();
    people.freshSecrets = 'second tokens';
    const second = people.accounts.signInAgain('a', form());
    await turns();
    people.vault.holds = false;
    people.vault.answer();
    expect([await first, await second]).toEqual([cancelled, success(null)]);
    expect(people.vault.kept.get('a')).toBe('second tokens');
    expect(people.vault.mostUnderWay).toBe(1);
    expect(people.sessions.map(({ closed }) => closed)).toEqual([true, true, false]);
  });

  it('that never came to the keychain does not let it write', async () => {
    const people = await opened();
    people.vault.holds = true;
    people.session.tools.secretsChanged('newer tokens');
    const again = people.accounts.signInAgain('a', mayCancel());
    expect(await calledOffAtTheKeychain(people, again)).toEqual(cancelled);
    expect(people.vault.calls).toEqual(['read a', 'write a']);
    expect(people.vault.kept.get('a')).toBe('newer tokens');
  });
});

describe('what the keychain shall not hold any more', () => {
  it('is not taken for the secrets of the sign-in that opens it', async () => {
    const people = new People('a');
    people.vault.kept.set('a', 'old tokens');
    people.vault.failure = 'locked';
    people.accounts.start();
    await people.accounts.signOut('a');
    people.vault.failure = undefined;
    people.vault.holds = true;
    const again = people.accounts.signInAgain('a', form());
    await turns();
    people.accounts.retryKeychain();
    people.vault.holds = false;
    people.vault.answer();
    people.vault.answer();
    await again;
    await turns();
    expect(people.vault.kept.get('a')).toBe('fresh tokens');
  });

  it('is not written once more after a sign-in until the app quits', async () => {
    const people = new People();
    await people.accounts.add('wallbox', form());
    people.vault.failure = 'locked';
    people.session.tools.secretsChanged('newer tokens');
    await turns();
    await people.accounts.signInAgain('new-1', form({ untilQuit: true }));
    people.vault.answersLate();
    people.accounts.retryKeychain();
    await turns();
    expect(people.vault.kept.size).toBe(0);
  });
});
