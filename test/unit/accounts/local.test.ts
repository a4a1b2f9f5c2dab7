import { describe, expect, it } from 'vitest';
import { failed, success } from '../../../shared/result.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { form, People, recordOf } from './people.ts';

const plain = { address: '192.0.2.10', pin: 'AA:BB' };
const bare = { ...recordOf('a'), bare: true as const, plain, identity: 'SWA12ABC' };

/** People with a charger that has nothing secret, at whose sign-in it gives these. */
function withStation(...known: ConstructorParameters<typeof People>): People {
  const people = new People(...known);
  people.freshSecrets = undefined;
  people.plain = plain;
  people.identity = 'SWA12ABC';
  return people;
}

describe('an account without secrets', () => {
  it('is added without a word to the keychain, and its plain facts are kept', async () => {
    const people = withStation();
    people.vault.failure = 'absent';
    expect((await people.accounts.add('wallbox', form())).ok).toBe(true);
    expect(people.vault.calls).toEqual([]);
    expect(people.saved).toMatchObject([{ plain, identity: 'SWA12ABC', bare: true }]);
    expect(people.state('new-1')).toMatchObject({ signIn: 'signedIn', secrets: 'none' });
  });

  it('is opened at start although the keychain is locked', async () => {
    const people = withStation(bare);
    people.vault.failure = 'locked';
    people.accounts.start();
    await turns(1);
    expect(people.told).toEqual(['opened a']);
    expect(people.openedPlain).toEqual([plain]);
    expect(people.keychain).toEqual([]);
  });

  it('is forgotten without a word to the keychain', async () => {
    const people = withStation(bare);
    people.accounts.start();
    await people.accounts.forget('a');
    expect(people.vault.calls).toEqual([]);
    expect(people.saved).toEqual([]);
  });

  it('that gets a secret keeps it in the keychain from then on', async () => {
    const people = withStation(bare);
    people.freshSecrets = 'own key';
    await people.accounts.signInAgain('a', form());
    expect(people.vault.kept).toEqual(new Map([['a', 'own key']]));
    expect(people.saved?.[0]).not.toHaveProperty('bare');
    expect(people.state('a').secrets).toBe('keychain');
  });

  it('that has lost its secret takes it from the keychain', async () => {
    const people = withStation('a');
    people.vault.kept.set('a', 'own key');
    await people.accounts.signInAgain('a', form());
    await turns(1);
    expect([...people.vault.kept.keys()]).toEqual([]);
    expect(people.saved).toMatchObject([{ bare: true }]);
  });
});

it('tells a brand when its chargers were last seen', () => {
  const people = withStation(bare);
  people.seenAt.set('a', 12_345);
  people.accounts.start();
  expect(people.openedAskedAt).toEqual([12_345]);
});

describe('signing in again', () => {
  it('tells which accounts are open', async () => {
    const people = withStation(bare, 'b');
    people.accounts.start();
    await people.accounts.signInAgain('a', form());
    expect(people.signedInWith[0]?.open).toEqual([people.sessions[0]]);
  });

  it('hands over what was kept and what was confirmed', async () => {
    const people = withStation(bare);
    people.accounts.start();
    people.session.account.kept = 'own key';
    const confirmed = { fingerprint: 'AA:BB' };
    await people.accounts.signInAgain('a', form({ confirmed }));
    expect(people.signedInWith).toMatchObject([
      { confirmed, before: { secrets: 'own key', plain } },
    ]);
  });

  it('knows nothing of before at the first time', async () => {
    const people = withStation();
    await people.accounts.add('wallbox', form());
    expect(people.signedInWith[0]).not.toHaveProperty('before');
  });

  it.each([
    {
      kind: 'confirmCertificate',
      offered: { fingerprint: 'A', subject: 'b', validFrom: 0, validTo: 1 },
    },
    { kind: 'otherCharger', found: 'SWA99XYZ', known: 'SWA12ABC' },
    { kind: 'badField', field: 'address' },
  ] as const)('passes on $kind and changes nothing', async (failure) => {
    const people = withStation(bare);
    people.refuses = failure;
    expect(await people.accounts.signInAgain('a', form())).toEqual(failed(failure));
    expect(people.saved).toBeUndefined();
  });
});

describe('one charger', () => {
  const other = { email: 'elsewhere@example.com' };

  it('that is added under a second address stays one account, at the new address', async () => {
    const people = withStation(bare);
    people.accounts.start();
    people.plain = { ...plain, address: '192.0.2.11' };
    const added = await people.accounts.add('wallbox', form({ fields: other }));
    expect(added).toEqual(success({ accountId: 'a' }));
    expect(people.saved).toMatchObject([{ id: 'a', plain: { address: '192.0.2.11' } }]);
    expect(people.told).toEqual(['opened a', 'closed a', 'signed in a', 'opened a']);
  });

  it('is never watched by two accounts, even where the owner gives one the place of the other', async () => {
    const people = withStation(bare, { ...recordOf('b'), identity: 'SWA99XYZ' });
    people.accounts.start();
    await people.accounts.signInAgain('b', form({ fields: other }));
    expect(people.saved?.map(({ identity }) => identity)).toEqual(['SWA12ABC', 'SWA99XYZ']);
    expect(people.told.at(-1)).toBe('opened a');
  });

  it('is another one under another identity', async () => {
    const people = withStation(bare);
    people.identity = 'SWA99XYZ';
    await people.accounts.add('wallbox', form({ fields: other }));
    expect(people.accounts.states().map(({ id }) => id)).toEqual(['a', 'new-1']);
  });
});

describe('what the charger’s side says later', () => {
  it('is kept: plain facts in the settings, for the account that it turned out to be', async () => {
    const people = withStation(bare);
    await people.accounts.add('wallbox', form({ fields: { email: 'x@example.com' } }));
    people.session.tools.plainChanged({ address: '192.0.2.12' });
    expect(people.saved).toMatchObject([{ id: 'a', plain: { address: '192.0.2.12' } }]);
  });

  it('is not kept before the sign-in is through', async () => {
    const people = withStation();
    people.refuses = { kind: 'unreachable' };
    await people.accounts.add('wallbox', form());
    expect(people.saved).toBeUndefined();
  });

  it('ends a refusal by itself', async () => {
    const people = withStation(bare);
    people.accounts.start();
    people.accounts.signInRefused('a');
    expect(people.state('a').signIn).toBe('signInNeeded');
    people.accounts.answered('a');
    expect(people.state('a').signIn).toBe('signedIn');
  });
});

describe('how long an answer may take', () => {
  it('is kept, shown and passed on at once', () => {
    const people = withStation(bare);
    people.accounts.start();
    people.accounts.setTimeoutSeconds('a', 45);
    expect(people.saved).toMatchObject([{ timeoutSeconds: 45 }]);
    expect(people.state('a')).toMatchObject({ timeoutSeconds: 45 });
    expect(people.session.account.timeoutSeconds).toBe(45);
  });

  it('is known to the next session', () => {
    const people = withStation({ ...bare, timeoutSeconds: 45 });
    people.accounts.start();
    expect(people.session.tools.timeoutSeconds).toBe(45);
  });

  it('comes from the brand before anybody has chosen', () => {
    expect(withStation(bare).state('a')).toMatchObject({ timeoutSeconds: 30 });
  });

  it.each([
    { kind: 'localDevice', isLocal: true },
    { kind: 'cloudAccount', isLocal: undefined },
  ] as const)('of a $kind: what it asks is in this network: $isLocal', ({ kind, isLocal }) => {
    const people = withStation(bare);
    Object.assign(people.adapter, { kind });
    people.accounts.start();
    const request = { method: 'GET', base: 'http://192.0.2.10', path: '/', headers: {} } as const;
    const { signal } = new AbortController();
    const limits = { signal, timeoutMs: 1, maxBytes: 1 };
    people.session.tools.http.send({ ...request, ...limits }).catch(() => undefined);
    expect(people.asked.map((one) => one.isLocal)).toEqual([isLocal]);
  });
});

it('says at which pace an account wants to be asked', () => {
  const people = withStation(bare);
  expect(people.accounts.paceSeconds('a')).toBeUndefined();
  people.accounts.start();
  people.session.account.pace = 0.5;
  expect(people.accounts.paceSeconds('a')).toBe(0.5);
});
