import { beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../shared/domain/failure.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { People } from './people.ts';

let people: People;

beforeEach(async () => {
  people = new People('a');
  people.vault.kept.set('a', 'old tokens');
  people.accounts.start();
  await turns();
});

describe('staying signed in', () => {
  it('ends at once: the brand is told, and what is kept is written anew', async () => {
    people.session.account.kept = 'tokens without password';
    people.accounts.setKeepSignedIn('a', false);
    await turns();
    expect(people.session.account.keeps).toBe(false);
    expect(people.vault.kept.get('a')).toBe('tokens without password');
    expect(people.saved).toMatchObject([{ id: 'a', keepSignedIn: false }]);
    expect(people.state('a').keepSignedIn).toBe(false);
  });

  it('is only noted while the account is signed out', async () => {
    await people.accounts.signOut('a');
    people.accounts.setKeepSignedIn('a', false);
    await turns();
    expect(people.saved).toMatchObject([{ keepSignedIn: false }]);
    expect(people.vault.kept.size).toBe(0);
  });
});

describe('the pace', () => {
  it.each([
    { seconds: 300, is: 300 },
    { seconds: 60, is: 60 },
    { seconds: 59, is: 60 },
    { seconds: 1, is: 60 },
  ])('of $seconds s becomes $is s', ({ seconds, is }) => {
    people.accounts.setPollSeconds('a', seconds);
    expect(people.state('a')).toMatchObject({ pollSeconds: is });
    expect(people.saved).toMatchObject([{ pollSeconds: is }]);
  });

  it('is the brand’s custom until somebody chooses', () => {
    expect(people.state('a')).toMatchObject({ pollSeconds: 120, pollFloorSeconds: 60 });
    expect(people.accounts.record('a')?.pollSeconds).toBeUndefined();
  });
});

describe('the list of chargers', () => {
  const failure: Failure = { kind: 'unreachable' };

  it('that was read says nothing more', () => {
    people.accounts.listed('a', failure);
    people.accounts.listed('a', { count: 2 });
    expect(people.state('a')).not.toHaveProperty('trouble');
    expect(people.state('a')).not.toHaveProperty('empty');
  });

  it('that is empty says so', () => {
    people.accounts.listed('a', { count: 0 });
    expect(people.state('a').empty).toBe(true);
  });

  it('that could not be read says why', () => {
    people.accounts.listed('a', { count: 0 });
    people.accounts.listed('a', failure);
    expect(people.state('a').trouble).toEqual(failure);
    expect(people.state('a')).not.toHaveProperty('empty');
  });
});

it('nothing happens to accounts that nobody knows', () => {
  people.accounts.setKeepSignedIn('x', true);
  people.accounts.setPollSeconds('x', 600);
  people.accounts.listed('x', { count: 1 });
  people.accounts.signInRefused('x');
  expect(people.accounts.states()).toHaveLength(1);
  expect(people.saved).toBeUndefined();
});
