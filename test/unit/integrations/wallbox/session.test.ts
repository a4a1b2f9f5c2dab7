import { describe, expect, it } from 'vitest';
import { patient } from '../../../contract/adapter-tools.ts';
import { turns } from '../../../fakes/fake-clock.ts';
import {
  cloudBench,
  listPath,
  minute,
  onlyCharger,
  refreshPath,
  signInPath,
  statusPath,
} from './cloud-bench.ts';
import { statusBody } from './payloads.ts';
import { tokenWith } from './scripted-cloud.ts';

const refused = { ok: false, failure: { kind: 'signInNeeded', cause: 'refused' } };
const noSecret = { ok: false, failure: { kind: 'signInNeeded', cause: 'noSecret' } };
const dead = { status: 401 };

/** Signed in, with a first reading behind it. */
async function isReading(options: Parameters<typeof cloudBench>[0] = {}) {
  const bench = cloudBench(options);
  const account = await bench.signIn();
  const charger = await onlyCharger(account);
  return { ...bench, account, charger, read: () => charger.read(patient()) };
}

describe('signing in', () => {
  it('sends Basic in UTF-8 with the partner, and trims only the address', async () => {
    const { cloud, signIn } = cloudBench();
    await signIn();
    const { base, headers } = cloud.requests[0] ?? {};
    const credential = Buffer.from('owner@example.com:pässword', 'utf8').toString('base64');
    expect(base).toBe('https://user-api.wall-box.com');
    expect(headers).toMatchObject({ authorization: `Basic ${credential}`, partner: 'wallbox' });
  });

  it.each([
    [400, 'signInNeeded'],
    [401, 'signInNeeded'],
    [403, 'signInNeeded'],
    [404, 'wrongDevice'],
    [302, 'wrongDevice'],
    [429, 'rateLimited'],
    [503, 'serverError'],
    [200, 'wrongDevice'],
  ])('answered %d is %s, after one try', async (status, kind) => {
    const { cloud, signIn } = cloudBench();
    cloud.on(`GET ${signInPath}`, { status, body: '<html>' });
    await expect(signIn()).rejects.toThrow(kind);
    expect(cloud.requests).toHaveLength(1);
  });

  it('says nothing to the keychain by itself', async () => {
    const { saved, signIn } = cloudBench();
    await signIn();
    expect(saved).toEqual([]);
  });
});

describe('a token', () => {
  it('is renewed before its end, by its refresh token, and only once for all', async () => {
    const { clock, cloud, read, charger } = await isReading();
    await clock.advance(13 * minute);
    await Promise.all([read(), charger.details(patient())]);
    expect(cloud.count(refreshPath)).toBe(1);
    const { headers } = cloud.requests.find(({ path }) => path === refreshPath) ?? {};
    expect(headers).toMatchObject({ authorization: 'Bearer refresh-1', partner: 'wallbox' });
    expect(cloud.count(signInPath)).toBe(1);
  });

  it('is used as long as it is good', async () => {
    const { clock, cloud, read } = await isReading();
    await clock.advance(13 * minute - 1);
    await read();
    expect(cloud.count(refreshPath)).toBe(0);
  });

  it('goes to the keychain with each renewal', async () => {
    const { clock, read, saved, account } = await isReading();
    await clock.advance(13 * minute);
    await read();
    expect(saved).toEqual([account.secrets()]);
    expect(saved[0]).toContain('refresh-2');
  });

  it('refused once is renewed and the call repeated once', async () => {
    const { cloud, read } = await isReading();
    let calls = 0;
    cloud.on(`GET ${statusPath}`, () => (++calls === 1 ? dead : { body: statusBody() }));
    expect((await read()).ok).toBe(true);
    expect([calls, cloud.count(refreshPath), cloud.count(signInPath)]).toEqual([2, 1, 1]);
  });

  it('refused for ever costs one refresh and, after a while, one sign-in', async () => {
    const { cloud, clock, read } = await isReading();
    cloud.on(`GET ${statusPath}`, dead);
    const renewals = () => [cloud.count(refreshPath), cloud.count(signInPath) - 1];
    expect(await read()).toEqual({ ok: false, failure: { kind: 'serverError' } });
    const sent = cloud.requests.length;
    expect(await read()).toEqual({ ok: false, failure: { kind: 'serverError' } });
    expect(cloud.requests).toHaveLength(sent);
    expect(renewals()).toEqual([1, 0]);
    await clock.advance(5 * minute);
    expect(await read()).toEqual(refused);
    await clock.advance(24 * 60 * minute);
    expect(await read()).toEqual(refused);
    expect(renewals()).toEqual([1, 1]);
    expect(cloud.count(statusPath)).toBe(3);
  });

  it('refused now and then is refreshed each time, and never signs in', async () => {
    const { cloud, clock, read } = await isReading();
    let calls = 0;
    cloud.on(`GET ${statusPath}`, () => (++calls % 2 === 1 ? dead : { body: statusBody() }));
    for (let times = 0; times < 3; times += 1) {
      expect((await read()).ok).toBe(true);
      await clock.advance(5 * minute);
    }
    expect([cloud.count(refreshPath), cloud.count(signInPath)]).toEqual([3, 1]);
  });

  it('survives that its asker gives up while it is renewed', async () => {
    const { clock, cloud, charger, read } = await isReading();
    await clock.advance(13 * minute);
    const giveUp = new AbortController();
    cloud.on(`GET ${refreshPath}`, (sent) => {
      giveUp.abort();
      // What is under way must not be torn off: its answer holds the only good refresh token.
      expect(sent.signal.aborted).toBe(false);
      return dead;
    });
    await charger.read({ signal: giveUp.signal });
    await turns();
    expect(cloud.count(statusPath)).toBe(0);
    expect((await read()).ok).toBe(true);
  });
});

describe('a refused refresh', () => {
  it.each([401, 403, 400])('(%d) leads to one sign-in', async (status) => {
    const { clock, cloud, read } = await isReading();
    cloud.on(`GET ${refreshPath}`, { status });
    await clock.advance(13 * minute);
    expect((await read()).ok).toBe(true);
    expect([cloud.count(refreshPath), cloud.count(signInPath)]).toEqual([1, 2]);
  });

  it('and a refused sign-in lead to the owner, and to no request ever after', async () => {
    const { clock, cloud, read, charger, account } = await isReading();
    cloud.on(`GET ${refreshPath}`, dead);
    cloud.on(`GET ${signInPath}`, { status: 403 });
    await clock.advance(13 * minute);
    expect(await read()).toEqual(refused);
    const sent = cloud.requests.length;
    await clock.advance(24 * 60 * minute);
    expect(await read()).toEqual(refused);
    expect(await charger.execute({ kind: 'pause' }, patient())).toEqual(refused);
    expect(await account.listChargers(patient())).toEqual(refused);
    expect(cloud.requests).toHaveLength(sent);
  });

  it('leads to the owner at once where the password is not to be kept', async () => {
    const { clock, cloud, read } = await isReading({ keepSignedIn: false });
    cloud.on(`GET ${refreshPath}`, dead);
    await clock.advance(13 * minute);
    expect(await read()).toEqual(refused);
    expect(cloud.count(signInPath)).toBe(1);
  });

  it('and a fresh token that is refused too end with the owner', async () => {
    const { cloud, read } = await isReading();
    cloud.on(`GET ${refreshPath}`, dead);
    cloud.on(`GET ${statusPath}`, dead);
    expect(await read()).toEqual(refused);
    expect(await read()).toEqual(refused);
    expect([cloud.count(statusPath), cloud.count(signInPath)]).toEqual([2, 2]);
  });

  it.each(['<html>', '{"data":{"attributes":{"token":4242,"refresh_token":4242,"ttl":"soon"}}}'])(
    'and a sign-in answered %s is not repeated soon, nor called refused',
    async (body) => {
      const { clock, cloud, read, tokens } = await isReading();
      cloud.on(`GET ${refreshPath}`, dead);
      cloud.on(`GET ${signInPath}`, { body });
      await clock.advance(13 * minute);
      for (let minutes = 0; minutes < 10; minutes += 1) {
        expect(await read()).toEqual({ ok: false, failure: { kind: 'notUnderstood' } });
        await clock.advance(minute);
      }
      expect(cloud.count(signInPath)).toBe(2);
      for (let hours = 0; hours < 24; hours += 1) {
        await clock.advance(60 * minute);
        await read();
      }
      expect(cloud.count(signInPath)).toBeLessThanOrEqual(9);
      cloud.on(`GET ${signInPath}`, tokens);
      await clock.advance(8 * 60 * minute);
      expect((await read()).ok).toBe(true);
    },
  );
});

describe('trouble with a renewal', () => {
  it.each([
    [{ status: 429 }, 'rateLimited'],
    [{ status: 503 }, 'serverError'],
    [{ body: 'no json' }, 'notUnderstood'],
  ])('%j keeps everything off for a while and never signs in', async (said, kind) => {
    const { clock, cloud, read, charger } = await isReading();
    cloud.on(`GET ${refreshPath}`, said);
    await clock.advance(13 * minute);
    expect(await read()).toMatchObject({ failure: { kind } });
    expect(await read()).toMatchObject({ failure: { kind } });
    expect(await charger.execute({ kind: 'pause' }, patient())).toMatchObject({
      failure: { kind },
    });
    expect(cloud.count(refreshPath)).toBe(1);
    await clock.advance(3 * minute);
    await read();
    expect([cloud.count(refreshPath), cloud.count(signInPath)]).toEqual([2, 1]);
  });

  it.each(['unreachable', 'timedOut'] as const)('%s may be tried again at once', async (kind) => {
    const { clock, cloud, read, tokens } = await isReading();
    cloud.on(`GET ${refreshPath}`, kind);
    await clock.advance(13 * minute);
    expect(await read()).toEqual({ ok: false, failure: { kind } });
    cloud.on(`GET ${refreshPath}`, tokens);
    expect((await read()).ok).toBe(true);
  });
});

describe('the clock of the computer', () => {
  it.each([-60, 60])('%d minutes off, neither loops nor uses dead tokens', async (off) => {
    const bench = cloudBench();
    const { clock, cloud } = bench;
    const ahead = off * minute;
    let given = 0;
    const tokens = () => {
      const iat = (clock.now() - ahead) / 1000;
      const attributes = {
        token: tokenWith({ iat, exp: iat + 900, jti: ++given }),
        refresh_token: `r${given}`,
        ttl: (iat + 900) * 1000,
      };
      return { body: JSON.stringify({ data: { attributes } }) };
    };
    cloud.on(`GET ${signInPath}`, tokens);
    cloud.on(`GET ${refreshPath}`, tokens);
    const charger = await onlyCharger(await bench.signIn());
    await charger.read(patient());
    await charger.read(patient());
    expect(cloud.count(refreshPath)).toBe(0);
    await clock.advance(13 * minute);
    await charger.read(patient());
    expect(cloud.count(refreshPath)).toBe(1);
  });

  it('set back an hour, does not lengthen the life of a token', async () => {
    const { clock, cloud, read } = await isReading();
    clock.setWall(clock.now() - 60 * minute);
    await clock.advance(13 * minute);
    await read();
    expect(cloud.count(refreshPath)).toBe(1);
  });

  it('set forward an hour, costs one renewal and no more', async () => {
    const { clock, cloud, read } = await isReading();
    clock.setWall(clock.now() + 60 * minute);
    await read();
    await read();
    expect(cloud.count(refreshPath)).toBe(1);
  });
});

describe('kept secrets', () => {
  it('open the account again without a request, with the same token', async () => {
    const { cloud, open, signIn } = cloudBench();
    const secrets = (await signIn()).secrets();
    const account = open(secrets);
    expect(cloud.requests).toHaveLength(1);
    await onlyCharger(account);
    expect([cloud.count(signInPath), cloud.count(refreshPath), cloud.count(listPath)]).toEqual([
      1, 0, 1,
    ]);
  });

  it.each([
    ['older than their token', (now: number) => now + 14 * minute],
    ['from the future, by a clock that was wrong', (now: number) => now - 60 * minute],
  ])('%s are renewed first', async (_, wall) => {
    const { clock, cloud, open, signIn } = cloudBench();
    const secrets = (await signIn()).secrets();
    clock.setWall(wall(clock.now()));
    await onlyCharger(open(secrets));
    expect([cloud.count(signInPath), cloud.count(refreshPath)]).toEqual([1, 1]);
  });

  it.each(['', 'null', '{}', '[]', 'nonsense', '{"version":2,"email":"a"}', '{"version":1}'])(
    '%j needs the owner and asks nobody',
    async (secrets) => {
      const { cloud, open } = cloudBench();
      expect(await open(secrets).listChargers(patient())).toEqual(noSecret);
      expect(cloud.requests).toEqual([]);
    },
  );

  it('without a token and a password need the owner', async () => {
    const { cloud, open } = cloudBench();
    const account = open('{"version":1,"email":"owner@example.com"}');
    expect(await account.listChargers(patient())).toEqual(noSecret);
    expect(cloud.requests).toEqual([]);
  });

  it('hold the password only if it is to be kept', async () => {
    const { saved, signIn } = cloudBench();
    const account = await signIn();
    expect(account.secrets()).toContain('pässword');
    account.setKeepSignedIn(false);
    expect(account.secrets()).not.toContain('pässword');
    expect(saved).toEqual([account.secrets()]);
    account.setKeepSignedIn(true);
    expect(account.secrets()).toContain('pässword');
  });

  it('are all made known to whoever hides them, also when opened', async () => {
    const { hidden, signIn } = cloudBench();
    const secrets = (await signIn()).secrets();
    const basic = Buffer.from('owner@example.com:pässword').toString('base64');
    const { token } = JSON.parse(secrets ?? '');
    const all = ['pässword', basic, token.text, 'refresh-1'];
    expect([...hidden].sort()).toEqual([...all].sort());
    const later = cloudBench();
    later.open(secrets);
    expect([...later.hidden].sort()).toEqual([...all].sort());
  });

  it('are forgotten when the account is closed', async () => {
    const { account, cloud, read, saved } = await isReading();
    account.close();
    expect(account.secrets()).not.toMatch(/pässword|refresh/);
    const sent = cloud.requests.length;
    expect(await read()).toEqual({ ok: false, failure: { kind: 'unreachable' } });
    expect(cloud.requests).toHaveLength(sent);
    expect(saved).toEqual([]);
  });
});
