import { describe, expect, it } from 'vitest';
import { PromptOnce } from '../../../electron/ports/vault.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { form, People } from './people.ts';

function keeping(...ids: string[]): People {
  const people = new People(...ids);
  for (const id of ids) people.vault.kept.set(id, `${id} tokens`);
  return people;
}

async function started(...ids: string[]): Promise<People> {
  const people = keeping(...ids);
  people.accounts.start();
  await turns();
  return people;
}

describe('a start', () => {
  it('opens every account that the keychain knows', async () => {
    const people = await started('a', 'b');
    expect(people.openedWith).toEqual(['a tokens', 'b tokens']);
    expect(people.told).toEqual(['opened a', 'opened b']);
    expect(people.state('a').signIn).toBe('signedIn');
    expect(people.session.tools).toMatchObject({
      keepSignedIn: true,
      overrides: { paceSeconds: 1 },
    });
  });

  it('asks for a sign-in where the keychain knows nothing', async () => {
    const people = new People('a');
    people.accounts.start();
    expect(people.state('a').signIn).toBe('working');
    await turns();
    expect(people.state('a').signIn).toBe('signInNeeded');
    expect(people.keychain).toEqual(['working']);
    expect(people.told).toEqual([]);
  });

  it.each([
    ['locked', 'working'],
    ['absent', 'signInNeeded'],
  ] as const)('goes on with a keychain that is %s', async (failure, signIn) => {
    const people = keeping('a');
    people.vault.failure = failure;
    people.accounts.start();
    await turns();
    expect(people.keychain).toEqual([failure]);
    expect(people.state('a').signIn).toBe(signIn);
    people.vault.answersLate();
    people.accounts.retryKeychain();
    await turns();
    expect(people.told).toEqual(['opened a']);
    expect(people.keychain).toEqual([failure, 'working']);
  });

  it('does not wait for a keychain that hangs', async () => {
    const people = keeping('a');
    people.vault.holds = true;
    people.accounts.start();
    await turns();
    expect(people.accounts.states()).toHaveLength(1);
    expect(people.told).toEqual([]);
    people.vault.answer();
    await turns();
    expect(people.told).toEqual(['opened a']);
  });
});

describe('asking the keychain again', () => {
  it('is for accounts only that wait for it', async () => {
    const people = await started('a');
    people.accounts.retryKeychain();
    await turns();
    expect(people.vault.calls).toEqual(['read a']);
  });

  it('opens an account once, however often it is asked', async () => {
    const people = keeping('a');
    people.vault.failure = 'locked';
    people.accounts.start();
    await turns();
    people.vault.answersLate();
    people.accounts.retryKeychain();
    people.accounts.retryKeychain();
    await turns();
    people.accounts.retryKeychain();
    await turns();
    expect(people.told).toEqual(['opened a']);
  });

  it('is pointless after somebody signed in until the app quits', async () => {
    const people = keeping('a');
    people.vault.failure = 'locked';
    people.accounts.start();
    await turns();
    await people.accounts.signInAgain('a', form({ untilQuit: true }));
    people.vault.answersLate();
    people.accounts.retryKeychain();
    await turns();
    expect(people.told).toEqual(['signed in a', 'opened a']);
    expect(people.state('a').secrets).toBe('untilQuit');
  });
});

describe('a prompt of the keychain', () => {
  it('comes up once at a start, for all accounts, and again only by leave of its owner', async () => {
    const people = keeping('a', 'b');
    people.vault.failure = 'locked';
    people.vault.holds = true;
    people.accounts.start();
    await turns();
    people.vault.answer();
    await turns();
    people.vault.holds = false;
    people.vault.answer();
    await turns();
    const { prompting } = people.vault;
    prompting.length = 0;
    people.accounts.retryKeychain();
    await turns();
    expect(prompting).toEqual([]);
    people.accounts.retryKeychain(new PromptOnce());
    await turns();
    expect(prompting).toContain('read a');
    expect(people.state('a').signIn).toBe('working');
    expect(people.keychain.at(-1)).toBe('locked');
  });

  it('never comes up for what happens by itself', async () => {
    const people = await started('a');
    people.vault.prompting.length = 0;
    people.session.tools.secretsChanged('1');
    await turns();
    expect(people.vault.calls.at(-1)).toBe('write a');
    expect(people.vault.prompting).toEqual([]);
  });

  it('may come up for whoever signs in or out', async () => {
    const people = await started('a');
    people.vault.prompting.length = 0;
    await people.accounts.signInAgain('a', form());
    await people.accounts.signOut('a');
    expect(people.vault.prompting).toEqual(['write a', 'remove a']);
  });
});

describe('an answer of the keychain that comes too late', () => {
  async function hanging(): Promise<People> {
    const people = keeping('a');
    people.vault.holds = true;
    people.accounts.start();
    await turns();
    people.vault.holds = false;
    return people;
  }

  it('does not open an account that was signed out meanwhile', async () => {
    const people = await hanging();
    await people.accounts.signOut('a');
    people.vault.kept.set('a', 'a tokens');
    people.vault.answer();
    await turns();
    expect(people.told).toEqual([]);
    expect(people.state('a').signIn).toBe('signInNeeded');
  });

  it('does not open one that was forgotten', async () => {
    const people = await hanging();
    await people.accounts.forget('a');
    people.vault.kept.set('a', 'a tokens');
    people.vault.answer();
    await turns();
    expect(people.told).toEqual(['forgotten a']);
    expect(people.openedWith).toEqual([]);
  });

  it('does not replace a session that a person has begun', async () => {
    const people = await hanging();
    await people.accounts.signInAgain('a', form());
    people.vault.answer();
    await turns();
    expect(people.told).toEqual(['signed in a', 'opened a']);
    expect(people.openedWith).toEqual([]);
    expect(people.session.account.closed).toBe(false);
  });
});

describe('secrets that change', () => {
  it('are written, one write at a time, and of those that wait only the last', async () => {
    const people = await started('a');
    people.vault.holds = true;
    for (const tokens of ['1', '2', '3', '4']) people.session.tools.secretsChanged(tokens);
    await turns();
    expect(people.vault.calls).toEqual(['read a', 'write a']);
    people.vault.answer();
    await turns();
    expect(people.vault.kept.get('a')).toBe('1');
    people.vault.answer();
    await turns();
    expect(people.vault.kept.get('a')).toBe('4');
    expect(people.vault.calls).toEqual(['read a', 'write a', 'write a']);
    expect(people.vault.mostUnderWay).toBe(1);
  });

  it('that cannot be written are said, and the last tried by leave of their owner', async () => {
    const people = await started('a');
    people.vault.failure = 'locked';
    people.session.tools.secretsChanged('1');
    await turns();
    expect(people.keychain).toEqual(['working', 'locked']);
    people.vault.failure = undefined;
    people.session.tools.secretsChanged('2');
    people.accounts.retryKeychain(new PromptOnce());
    await turns();
    expect(people.vault.kept.get('a')).toBe('2');
  });

  it('that cannot be written are written once it answers again', async () => {
    const people = await started('a');
    people.vault.failure = 'locked';
    people.session.tools.secretsChanged('1');
    await turns();
    people.vault.answersLate();
    people.accounts.retryKeychain();
    await turns();
    expect(people.vault.kept.get('a')).toBe('1');
    expect(people.keychain).toEqual(['working', 'locked', 'working']);
    people.accounts.retryKeychain();
    await turns();
    expect(people.vault.calls).toEqual(['read a', 'write a', 'write a']);
  });

  it('and cannot be written are not written after a sign-out', async () => {
    const people = await started('a');
    people.vault.failure = 'locked';
    people.session.tools.secretsChanged('1');
    await turns();
    people.vault.failure = undefined;
    await people.accounts.signOut('a');
    people.accounts.retryKeychain();
    await turns();
    expect(people.vault.kept).toEqual(new Map());
  });

  it('after a sign-out are not kept', async () => {
    const people = await started('a');
    const { tools } = people.session;
    await people.accounts.signOut('a');
    tools.secretsChanged('zombie');
    await turns();
    expect(people.vault.kept).toEqual(new Map());
  });
});

describe('signing out', () => {
  it('removes the secrets and keeps the account', async () => {
    const people = await started('a', 'b');
    await people.accounts.signOut('a');
    expect(people.vault.kept).toEqual(new Map([['b', 'b tokens']]));
    expect(people.told.slice(2)).toEqual(['closed a']);
    expect(people.state('a').signIn).toBe('signInNeeded');
    expect(people.state('b').signIn).toBe('signedIn');
    expect(people.sessions.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('waits for a write under way, so that it does not come after', async () => {
    const people = await started('a');
    people.vault.holds = true;
    people.session.tools.secretsChanged('1');
    const out = people.accounts.signOut('a');
    await turns();
    expect(people.vault.calls).toEqual(['read a', 'write a']);
    people.vault.holds = false;
    people.vault.answer();
    await out;
    expect(people.vault.calls).toEqual(['read a', 'write a', 'remove a']);
    expect(people.vault.kept).toEqual(new Map());
  });

  it('is done also when the keychain does not answer, which is said', async () => {
    const people = await started('a');
    people.vault.failure = 'locked';
    await people.accounts.signOut('a');
    expect(people.state('a').signIn).toBe('signInNeeded');
    expect(people.keychain.at(-1)).toBe('locked');
  });

  it.each(['signOut', 'forget'] as const)(
    '%s is made up for once it answers again',
    async (how) => {
      const people = await started('a');
      people.vault.failure = 'locked';
      await people.accounts[how]('a');
      expect(people.vault.kept.has('a')).toBe(true);
      people.vault.answersLate();
      people.accounts.retryKeychain();
      await turns();
      expect(people.vault.kept.has('a')).toBe(false);
    },
  );

  it('that was not heard does not cost the secrets of a later sign-in', async () => {
    const people = await started('a');
    people.vault.failure = 'locked';
    await people.accounts.signOut('a');
    people.vault.answersLate();
    await people.accounts.signInAgain('a', form());
    people.accounts.retryKeychain();
    await turns();
    expect(people.vault.kept.get('a')).toBe('fresh tokens');
  });
});

describe('forgetting', () => {
  it('removes everything', async () => {
    const people = await started('a', 'b');
    await people.accounts.forget('a');
    expect(people.saved?.map(({ id }) => id)).toEqual(['b']);
    expect(people.accounts.record('a')).toBeUndefined();
    expect(people.vault.kept.has('a')).toBe(false);
    expect(people.told.slice(2)).toEqual(['closed a', 'forgotten a']);
  });

  it('an account that is not there does no harm', async () => {
    const people = await started('a');
    await people.accounts.signOut('x');
    await people.accounts.forget('x');
    expect(people.accounts.states()).toHaveLength(1);
  });
});

describe('the end of the app', () => {
  it('ends every session and waits for what is still being written', async () => {
    const people = await started('a', 'b');
    people.vault.holds = true;
    people.session.tools.secretsChanged('last');
    let ended = false;
    const end = people.accounts.stop().then(() => {
      ended = true;
    });
    await turns();
    expect(people.sessions.map(({ closed }) => closed)).toEqual([true, true]);
    expect(ended).toBe(false);
    people.vault.answer();
    await end;
    expect(people.vault.kept.get('b')).toBe('last');
  });
});
