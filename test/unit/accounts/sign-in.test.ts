import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, success } from '../../../shared/result.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { form, People, password, recordOf } from './people.ts';

describe('adding an account', () => {
  it('keeps its secrets in the keychain, then opens it', async () => {
    const people = new People();
    const added = await people.accounts.add('wallbox', form());
    expect(added).toEqual(success({ accountId: 'new-1' }));
    expect(people.vault.kept).toEqual(new Map([['new-1', 'fresh tokens']]));
    expect(people.told).toEqual(['signed in new-1', 'opened new-1']);
    expect(people.keychain).toEqual(['working']);
    expect(people.state('new-1')).toEqual({
      id: 'new-1',
      kind: 'cloudAccount',
      brand: 'wallbox',
      label: 'owner@example.com',
      signIn: 'signedIn',
      fields: { email: 'owner@example.com' },
      secrets: 'keychain',
      keepSignedIn: true,
      pollSeconds: 120,
      pollFloorSeconds: 60,
      timeoutSeconds: 30,
    });
  });

  it.each([true, false])('tells the brand whether to keep it signed in: %s', async (keep) => {
    const people = new People();
    await people.accounts.add('wallbox', form({ keepSignedIn: keep }));
    expect(people.session.tools.keepSignedIn).toBe(keep);
    expect(people.saved).toMatchObject([{ keepSignedIn: keep }]);
  });

  const failures: Failure[] = [
    { kind: 'signInNeeded', cause: 'refused' },
    { kind: 'rateLimited', until: 1 },
    { kind: 'unreachable' },
    { kind: 'notUnderstood' },
  ];

  it.each(failures)('changes nothing when the sign-in fails: $kind', async (failure) => {
    const people = new People('a');
    people.refuses = failure;
    expect(await people.accounts.add('wallbox', form())).toEqual(failed(failure));
    expect(people.accounts.states()).toHaveLength(1);
    expect(people.saved).toBeUndefined();
    expect(people.vault.calls).toEqual([]);
    expect(people.told).toEqual([]);
  });

  it.each(['locked', 'absent'] as const)(
    'says so when the keychain is %s, and keeps nothing anywhere',
    async (failure) => {
      const people = new People();
      people.vault.failure = failure;
      expect(await people.accounts.add('wallbox', form())).toEqual(failed({ kind: 'noKeychain' }));
      expect(people.keychain).toEqual([failure]);
      expect(people.session.account.closed).toBe(true);
      expect(people.accounts.states()).toEqual([]);
      expect(people.saved).toBeUndefined();
      expect(people.told).toEqual([]);
    },
  );
});

describe('until the app quits', () => {
  it('nothing is ever written to the keychain', async () => {
    const people = new People();
    people.vault.failure = 'absent';
    const added = await people.accounts.add('wallbox', form({ untilQuit: true }));
    expect(added.ok).toBe(true);
    people.session.tools.secretsChanged('newer tokens');
    people.accounts.setKeepSignedIn('new-1', false);
    people.accounts.setKeepSignedIn('new-1', true);
    await people.accounts.stop();
    expect(people.vault.calls).toEqual([]);
    expect(people.state('new-1').secrets).toBe('untilQuit');
    expect(people.saved).toMatchObject([{ id: 'new-1' }]);
  });

  it('can be changed to the keychain by signing in again', async () => {
    const people = new People();
    await people.accounts.add('wallbox', form({ untilQuit: true }));
    await people.accounts.signInAgain('new-1', form());
    expect(people.vault.kept.get('new-1')).toBe('fresh tokens');
    people.session.tools.secretsChanged('newer tokens');
    await people.accounts.stop();
    expect(people.vault.kept.get('new-1')).toBe('newer tokens');
  });
});

describe('signing in again', () => {
  async function opened(): Promise<People> {
    const people = new People('a');
    people.vault.kept.set('a', 'old tokens');
    people.accounts.start();
    await turns();
    expect(people.told).toEqual(['opened a']);
    return people;
  }

  it('takes the place of the session before', async () => {
    const people = await opened();
    people.accounts.signInRefused('a');
    expect(people.state('a').signIn).toBe('signInNeeded');
    expect(await people.accounts.signInAgain('a', form())).toEqual(success(null));
    expect(people.told).toEqual(['opened a', 'closed a', 'signed in a', 'opened a']);
    expect(people.sessions.map(({ closed }) => closed)).toEqual([true, false]);
    expect(people.state('a')).toMatchObject({ signIn: 'signedIn', label: 'owner@example.com' });
    expect(people.vault.kept.get('a')).toBe('fresh tokens');
  });

  it('that is refused leaves everything as it was', async () => {
    const people = await opened();
    const before = people.state('a');
    people.refuses = { kind: 'signInNeeded', cause: 'refused' };
    await people.accounts.signInAgain('a', form({ keepSignedIn: false, untilQuit: true }));
    expect(people.state('a')).toEqual(before);
    expect(people.accounts.record('a')).toEqual(recordOf('a'));
    expect(people.sessions.map(({ closed }) => closed)).toEqual([false]);
    expect(people.vault.kept.get('a')).toBe('old tokens');
  });

  it('without a keychain leaves everything as it was', async () => {
    const people = await opened();
    const before = people.state('a');
    people.vault.failure = 'locked';
    const again = await people.accounts.signInAgain('a', form({ keepSignedIn: false }));
    expect(again).toEqual(failed({ kind: 'noKeychain' }));
    expect(people.state('a')).toEqual(before);
    expect(people.sessions.map(({ closed }) => closed)).toEqual([false, true]);
  });

  it('is written after what the session before still had to write', async () => {
    const people = await opened();
    people.vault.holds = true;
    people.session.tools.secretsChanged('older tokens');
    const again = people.accounts.signInAgain('a', form());
    await turns();
    people.vault.answer();
    await turns();
    people.vault.answer();
    await again;
    expect(people.vault.kept.get('a')).toBe('fresh tokens');
    expect(people.vault.mostUnderWay).toBe(1);
  });

  it('is for known accounts only', async () => {
    const people = new People();
    const again = await people.accounts.signInAgain('x', form());
    expect(again).toEqual(failed({ kind: 'notSupported' }));
  });
});

it('an account that is added again is the one that is there', async () => {
  const people = new People();
  const first = await people.accounts.add('wallbox', form());
  const fields = { email: 'Owner@Example.com', password };
  expect(await people.accounts.add('wallbox', form({ fields }))).toEqual(first);
  expect(people.accounts.states()).toHaveLength(1);
  expect(people.sessions.map(({ closed }) => closed)).toEqual([true, false]);
});

it('whoever signs in until the app quits leaves nothing of before in the keychain', async () => {
  const people = new People();
  await people.accounts.add('wallbox', form());
  expect(people.vault.kept.size).toBe(1);
  await people.accounts.signInAgain('new-1', form({ untilQuit: true }));
  await turns();
  expect(people.vault.kept.size).toBe(0);
});

it('what a keychain keeps too late of a sign-in that was given up is removed again', async () => {
  const people = new People();
  people.vault.failure = 'locked';
  expect(await people.accounts.add('wallbox', form())).toEqual(failed({ kind: 'noKeychain' }));
  people.vault.answersLate();
  people.vault.kept.set('new-1', 'fresh tokens');
  people.accounts.retryKeychain();
  await turns();
  expect([...people.vault.kept.keys()]).toEqual([]);
});

it('no secret is in a state, a record or the log', async () => {
  const people = new People('a');
  people.vault.kept.set('a', 'old tokens');
  people.accounts.start();
  await people.accounts.add('wallbox', form());
  people.session.tools.secretsChanged('newer tokens');
  people.vault.failure = 'locked';
  await people.accounts.add('wallbox', form());
  await people.accounts.signOut('new-1');
  const visible = JSON.stringify([people.accounts.states(), people.saved, people.log.lines]);
  for (const secret of [password, 'fresh tokens', 'newer tokens', 'old tokens']) {
    expect(visible).not.toContain(secret);
  }
});
