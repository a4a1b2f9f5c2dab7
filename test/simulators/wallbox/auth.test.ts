import { afterEach, describe, expect, test } from 'vitest';
import { type Bench, dig, OWNER, START, signedIn, startBench, statusPath } from './test-kit.ts';
import { countViolations } from './violations.ts';

const PARTNER = { Partner: 'wallbox' };
const BASIC = `${OWNER.email}:${OWNER.password}`;
const MINUTE = 60_000;
const GROUPS = '/v3/chargers/groups';

let bench: Bench;
afterEach(() => bench.sim.close());

function refresh(token: string) {
  return bench.call('GET', '/users/refresh-token', { token, headers: PARTNER });
}

function listWith(token: string) {
  return bench.call('GET', GROUPS, { token });
}

describe('signing in', () => {
  test('answers in JSON:API shape with tokens that look real', async () => {
    bench = await startBench({}, { accessTtlMs: 15 * MINUTE });
    const answer = await bench.call('GET', '/users/signin', { basic: BASIC, headers: PARTNER });
    expect(answer.status).toBe(200);
    expect(dig(answer.body, 'data', 'type')).toBe('user_signin');
    const { token, ttl } = signedIn(answer.body);
    expect(ttl).toBe(START + 15 * MINUTE);
    const [header, claims, signature] = token.split('.');
    const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(decode(header)).toMatchObject({ alg: 'RS256' });
    expect(decode(claims)).toMatchObject({
      username: OWNER.email,
      uid: expect.stringMatching(/^[0-9A-Z]{26}$/),
      iat: START / 1_000,
      exp: START / 1_000 + 900,
    });
    expect(signature?.length).toBeGreaterThan(300);
  });

  test.each([
    ['no Partner header', BASIC, {}, 400],
    ['another Partner', BASIC, { Partner: 'acme' }, 400],
    ['a wrong password', `${OWNER.email}:wrong`, PARTNER, 403],
    ['an unknown owner', 'nobody@example.com:x', PARTNER, 403],
    ['no colon', OWNER.email, PARTNER, 403],
  ])('refuses %s', async (_name, basic, headers, status) => {
    bench = await startBench();
    const answer = await bench.call('GET', '/users/signin', { basic, headers });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: true, msg: expect.any(String) });
  });

  test('refuses a password in Latin-1 where UTF-8 is meant', async () => {
    bench = await startBench();
    const latin = Buffer.from(BASIC, 'latin1').toString('base64');
    const headers = { ...PARTNER, Authorization: `Basic ${latin}` };
    expect((await bench.call('GET', '/users/signin', { headers })).status).toBe(403);
  });

  test('always refuses an owner who uses Google or Apple', async () => {
    const sso = { email: 'sso@example.com', password: 'right', sso: true, groups: [] };
    bench = await startBench({}, {}, [sso]);
    const basic = 'sso@example.com:right';
    expect((await bench.call('GET', '/users/signin', { basic, headers: PARTNER })).status).toBe(
      403,
    );
  });

  test.each([
    ['s', START / 1_000 + 900],
    ['nonsense', 145_656_758],
  ] as const)('words the ttl as %s when told to', async (ttlUnit, expected) => {
    bench = await startBench({}, { ttlUnit, accessTtlMs: 15 * MINUTE });
    expect((await bench.signIn()).ttl).toBe(expected);
  });

  test('floods end in 429, which counts as a violation, until the hour is over', async () => {
    bench = await startBench({}, { maxSignInsPerHour: 2 });
    await bench.signIn();
    await bench.call('GET', '/users/signin', { basic: `${OWNER.email}:x`, headers: PARTNER });
    const third = await bench.call('GET', '/users/signin', { basic: BASIC, headers: PARTNER });
    expect(third.status).toBe(429);
    expect(countViolations(bench.sim.violations, 'sign-in-flood')).toBe(1);
    bench.clock.advance(60 * MINUTE);
    expect((await listWith((await bench.signIn()).token)).status).toBe(200);
  });

  test('logs the oldest session out when there are too many', async () => {
    bench = await startBench({}, { maxSessions: 2 });
    const phone = await bench.signIn();
    await bench.signIn();
    expect((await listWith(phone.token)).status).toBe(200);
    await bench.signIn();
    expect((await listWith(phone.token)).status).toBe(401);
    expect((await refresh(phone.refresh_token)).status).toBe(401);
    expect(countViolations(bench.sim.violations, 'session-limit')).toBe(1);
    expect(bench.sim.sessionCount(OWNER.email)).toBe(2);
  });

  test('the old way is gone and using it is a violation', async () => {
    bench = await startBench();
    for (const method of ['GET', 'POST']) {
      expect((await bench.call(method, '/auth/token/user', { basic: BASIC })).status).toBe(410);
    }
    expect(countViolations(bench.sim.violations, 'legacy-sign-in')).toBe(2);
  });
});

describe('tokens', () => {
  test('an access token dies on the simulated clock, to the millisecond', async () => {
    bench = await startBench({}, { accessTtlMs: 15 * MINUTE });
    const { token } = await bench.signIn();
    bench.clock.advance(15 * MINUTE - 1);
    expect((await listWith(token)).status).toBe(200);
    bench.clock.advance(1);
    expect((await listWith(token)).status).toBe(401);
  });

  test('a refresh gives new tokens and kills the old refresh token', async () => {
    bench = await startBench();
    const first = await bench.signIn();
    const second = signedIn((await refresh(first.refresh_token)).body);
    expect(second.token).not.toBe(first.token);
    expect((await listWith(second.token)).status).toBe(200);
    expect((await refresh(first.refresh_token)).status).toBe(401);
    expect((await refresh(second.refresh_token)).status).toBe(200);
    expect(bench.sim.sessionCount(OWNER.email)).toBe(1);
  });

  test('a refresh token dies of age, and needs the Partner header', async () => {
    bench = await startBench({}, { refreshTtlMs: MINUTE });
    const { refresh_token: token } = await bench.signIn();
    expect((await bench.call('GET', '/users/refresh-token', { token })).status).toBe(400);
    bench.clock.advance(MINUTE);
    expect((await refresh(token)).status).toBe(401);
  });

  test('neither token does the work of the other', async () => {
    bench = await startBench();
    const pair = await bench.signIn();
    expect((await listWith(pair.refresh_token)).status).toBe(401);
    expect((await refresh(pair.token)).status).toBe(401);
    expect((await listWith('made.up.token')).status).toBe(401);
    expect((await bench.call('GET', GROUPS, { basic: BASIC })).status).toBe(401);
    expect(bench.sim.requests.map(({ auth }) => auth)).toEqual([
      'basic',
      'refresh',
      'access',
      'unknown-bearer',
      'basic',
    ]);
  });

  test('both can be revoked early, and a dead refresh token may say 403', async () => {
    bench = await startBench({}, { deadRefreshStatus: 403 });
    const pair = await bench.signIn();
    bench.sim.revokeAccess('somebody@example.com');
    expect((await listWith(pair.token)).status).toBe(200);
    bench.sim.revokeAccess(OWNER.email);
    expect((await listWith(pair.token)).status).toBe(401);
    bench.sim.revokeRefresh();
    expect((await refresh(pair.refresh_token)).status).toBe(403);
  });

  test('a changed password stops the next sign-in only', async () => {
    bench = await startBench();
    const { token } = await bench.signIn();
    bench.sim.setPassword(OWNER.email, 'other');
    expect((await listWith(token)).status).toBe(200);
    const again = await bench.call('GET', '/users/signin', { basic: BASIC, headers: PARTNER });
    expect(again.status).toBe(403);
  });

  test('the log names the account and never holds a token', async () => {
    bench = await startBench();
    const { token } = await bench.signIn();
    await bench.call('GET', `${statusPath()}?x=1`, { token });
    const text = JSON.stringify(bench.sim.requests);
    expect(text).not.toContain(token.slice(-40));
    expect(text).not.toContain(OWNER.password);
    expect(bench.sim.requests[1]).toMatchObject({
      at: START,
      method: 'GET',
      path: statusPath(),
      query: 'x=1',
      auth: 'access',
      account: OWNER.email,
      status: 200,
    });
  });
});
