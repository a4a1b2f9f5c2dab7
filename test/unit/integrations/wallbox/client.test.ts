import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/domain/charger/command.ts';
import { patient } from '../../../contract/adapter-tools.ts';
import { turns } from '../../../fakes/fake-clock.ts';
import {
  actionPath,
  cloudBench,
  listPath,
  minute,
  onlyCharger,
  recordPath,
  rested,
  statusPath,
} from './cloud-bench.ts';
import { recordBody, statusBody } from './payloads.ts';
import type { Said } from './scripted-cloud.ts';

const pause: Command = { kind: 'pause' };
const failure = (kind: string) => ({ ok: false, failure: { kind } });

describe('reads', () => {
  it('come in a burst of three and then wait until all is paid back', async () => {
    const { clock, cloud, signIn } = cloudBench();
    const charger = await onlyCharger(await signIn());
    const reads = [1, 2, 3].map(() => charger.read(patient()));
    await turns();
    expect(cloud.count(statusPath)).toBe(2);
    // The sign-in, the list and two readings are owed.
    await clock.advance(4 * minute - 1);
    expect(cloud.count(statusPath)).toBe(2);
    await clock.advance(1);
    expect(cloud.count(statusPath)).toBe(3);
    expect((await Promise.all(reads)).every((read) => read.ok)).toBe(true);
  });

  it('are one a minute from then on, however many are asked', async () => {
    const { clock, cloud, read } = await rested();
    await read();
    const before = cloud.requests.length;
    for (let asked = 0; asked < 20; asked++) void read();
    await clock.advance(60 * minute);
    // The token is renewed on the way: those GETs are paid for too.
    expect(cloud.requests.length - before).toBeLessThanOrEqual(61);
    expect(cloud.count(statusPath)).toBe(22);
  });

  it.each([
    [400, 'notUnderstood'],
    [404, 'notFound'],
    [302, 'notUnderstood'],
    [200, 'notUnderstood'],
    [500, 'serverError'],
    [503, 'serverError'],
    [403, 'rateLimited'],
    [429, 'rateLimited'],
  ])('answered %d are %s', async (status, kind) => {
    const { cloud, read } = await rested();
    cloud.on(`GET ${statusPath}`, { status, body: '<html>' });
    expect(await read()).toMatchObject(failure(kind));
  });
});

it('a read has to wait a turn longer when its token has to be renewed', async () => {
  const { clock, signIn } = cloudBench();
  const account = await signIn();
  await clock.advance(10 * minute);
  expect(account.waitMs?.()).toBe(0);
  await clock.advance(4 * minute);
  expect(account.waitMs?.()).toBe(minute);
});

describe('the back-off of reads', () => {
  it.each([429, 403])('after %d is 2, 4, 8, 15 minutes without a request', async (status) => {
    const { clock, cloud, read } = await rested();
    cloud.on(`GET ${statusPath}`, { status });
    for (const minutes of [2, 4, 8, 15, 15]) {
      const until = clock.now() + minutes * minute;
      expect(await read()).toEqual({ ok: false, failure: { kind: 'rateLimited', until } });
      const sent = cloud.requests.length;
      await clock.advance(minutes * minute - 1);
      expect(await read()).toEqual({ ok: false, failure: { kind: 'rateLimited', until } });
      expect(cloud.requests).toHaveLength(sent);
      await clock.advance(1);
    }
  });

  it('ends with the first success', async () => {
    const { clock, cloud, read } = await rested();
    cloud.on(`GET ${statusPath}`, { status: 429 });
    await read();
    await clock.advance(2 * minute);
    cloud.on(`GET ${statusPath}`, { body: statusBody() });
    expect((await read()).ok).toBe(true);
    await clock.advance(minute);
    cloud.on(`GET ${statusPath}`, { status: 429 });
    const until = clock.now() + 2 * minute;
    expect(await read()).toEqual({ ok: false, failure: { kind: 'rateLimited', until } });
  });

  it('ends after 5xx with the first success as well', async () => {
    const { clock, cloud, read } = await rested();
    cloud.on(`GET ${statusPath}`, { status: 503 });
    await read();
    await clock.advance(2 * minute);
    cloud.on(`GET ${statusPath}`, { body: statusBody() });
    expect((await read()).ok).toBe(true);
    await clock.advance(minute);
    cloud.on(`GET ${statusPath}`, { status: 503 });
    const until = clock.now() + 2 * minute;
    expect(await read()).toEqual({ ok: false, failure: { kind: 'serverError', until } });
  });

  it.each<[string, Record<string, string>, number]>([
    ['seconds', { 'retry-after': '600' }, 11],
    ['less than our own', { 'retry-after': '1' }, 2],
    [
      'a date',
      { 'retry-after': 'Sat, 21 Nov 2026 12:30:00 GMT', date: 'Sat, 21 Nov 2026 12:20:00 GMT' },
      11,
    ],
    [
      'a date by a clock that is not ours',
      { 'retry-after': 'Sun, 01 Jan 2040 00:10:00 GMT', date: 'Sun, 01 Jan 2040 00:00:00 GMT' },
      11,
    ],
    ['nonsense', { 'retry-after': 'soon' }, 2],
    ['ten years', { 'retry-after': '315360000' }, 24 * 60 + 7.5],
  ])('honours Retry-After: %s', async (_, headers, minutes) => {
    const { clock, cloud, read } = await rested();
    cloud.on(`GET ${statusPath}`, { status: 429, headers });
    const until = clock.now() + minutes * minute;
    expect(await read()).toEqual({ ok: false, failure: { kind: 'rateLimited', until } });
  });

  it('turns away at once what waited for its turn', async () => {
    const { cloud, charger } = await rested();
    cloud.on(`GET ${statusPath}`, { status: 429 });
    const asked = [1, 2, 3].map(() => charger.read(patient()));
    for (const answer of await Promise.all(asked)) {
      expect(answer).toMatchObject(failure('rateLimited'));
    }
    expect(cloud.count(statusPath)).toBe(2);
  });

  it('after 5xx says troubled, and leaves writes alone', async () => {
    const { clock, cloud, read, ask } = await rested();
    cloud.on(`GET ${statusPath}`, { status: 502 });
    expect(await read()).toMatchObject(failure('serverError'));
    await clock.advance(2 * minute - 1);
    expect(await read()).toMatchObject(failure('serverError'));
    expect(cloud.count(statusPath)).toBe(2);
    expect((await ask(pause)).ok).toBe(true);
    await clock.advance(1);
    await read();
    expect(cloud.count(statusPath)).toBe(3);
  });

  it('leaves writes alone, and never signs in', async () => {
    const { cloud, read, ask } = await rested();
    cloud.on(`GET ${statusPath}`, { status: 403 });
    await read();
    expect((await ask(pause)).ok).toBe(true);
    expect(cloud.requests.filter(({ base }) => base.includes('user-api'))).toHaveLength(1);
  });
});

describe('writes', () => {
  it('are five a minute', async () => {
    const { clock, cloud, ask } = await rested();
    const asked = Array.from({ length: 7 }, () => ask(pause));
    await turns();
    expect(cloud.count(actionPath)).toBe(5);
    await clock.advance(minute - 1);
    expect(cloud.count(actionPath)).toBe(5);
    await clock.advance(1);
    expect(cloud.count(actionPath)).toBe(7);
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
  });

  it.each<[number, object]>([
    [400, { kind: 'refused', why: 'noReason' }],
    [403, { kind: 'refused', why: 'unclear' }],
    [404, { kind: 'notSupported' }],
    [409, { kind: 'refused', why: 'notNow' }],
    [422, { kind: 'refused', why: 'noReason' }],
    [302, { kind: 'notUnderstood' }],
    [500, { kind: 'serverError', sent: true }],
  ])('answered %d', async (status, expected) => {
    const { cloud, ask } = await rested();
    cloud.on(`POST ${actionPath}`, { status });
    expect(await ask(pause)).toEqual({ ok: false, failure: expected });
    expect(cloud.count(actionPath)).toBe(1);
  });

  it('answered 429 keep writes off, and only writes', async () => {
    const { clock, cloud, ask, read } = await rested();
    cloud.on(`POST ${actionPath}`, { status: 429 });
    const until = clock.now() + 2 * minute;
    const limited = { ok: false, failure: { kind: 'rateLimited', until } };
    expect(await ask(pause)).toEqual(limited);
    expect(await ask({ kind: 'lock' })).toEqual(limited);
    expect(cloud.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    expect((await read()).ok).toBe(true);
  });

  it.each<[Command, Said]>([
    [pause, { body: '' }],
    [
      { kind: 'setSolarMode', mode: 'eco' },
      { status: 204, body: '' },
    ],
    [{ kind: 'lock' }, { body: 'OK' }],
  ])('%j need no JSON in their answer', async (command, said) => {
    const { cloud, ask } = await rested();
    cloud.on(`POST ${actionPath}`, said);
    cloud.on(`PUT ${recordPath}`, said);
    cloud.on('PUT /v4/chargers/700123/eco-smart', said);
    expect(await ask(command)).toEqual({ ok: true, value: undefined });
  });

  it('give what their answer shows, over what was last seen', async () => {
    const { cloud, ask, read } = await rested();
    cloud.on(`PUT ${recordPath}`, { body: recordBody({ locked: 1, status: 210 }) });
    const observation = await read();
    expect(await ask({ kind: 'lock' })).toEqual({
      ok: true,
      value: {
        ...(observation.ok ? observation.value : {}),
        locked: true,
        status: { state: 'lockedCar' },
        vendorCode: '210',
      },
    });
  });

  it('of a slider become one with the last value, and all get its outcome', async () => {
    const { cloud, charger, read } = await rested();
    // Something is under way, so that the others wait.
    const busy = read();
    const amps = [6, 7, 8, 9].map((limitA) =>
      charger.execute({ kind: 'setLimit', limitA }, patient()),
    );
    const outcomes = await Promise.all(amps);
    await busy;
    const sent = cloud.requests.filter(({ method }) => method === 'PUT').map(({ json }) => json);
    expect(sent).toEqual([{ maxChargingCurrent: 9 }]);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  });

  it('are not sent while the charger installs software, even when they already waited', async () => {
    const { cloud, ask, read } = await rested();
    cloud.on(`GET ${statusPath}`, { body: statusBody({ status_id: 166 }) });
    const observed = read();
    const asked = ask({ kind: 'reboot' });
    await observed;
    expect(await asked).toEqual({ ok: false, failure: { kind: 'refused', why: 'updating' } });
    expect(cloud.count(actionPath)).toBe(0);
  });
});

describe('a demonstration', () => {
  const overrides = { baseUrl: 'http://127.0.0.1:9', paceSeconds: 0.2 };

  it('has its own address for both hosts', async () => {
    const { cloud } = await rested({ overrides });
    expect(new Set(cloud.requests.map(({ base }) => base))).toEqual(new Set([overrides.baseUrl]));
  });

  it('shortens budgets and back-offs, but never what the cloud asks for', async () => {
    const { clock, cloud, read } = await rested({ overrides });
    await read();
    const next = read();
    await clock.advance(199);
    expect(cloud.count(statusPath)).toBe(2);
    await clock.advance(1);
    await next;
    expect(cloud.count(statusPath)).toBe(3);
    await clock.advance(200);
    const until = (ms: number) => ({
      ok: false,
      failure: { kind: 'rateLimited', until: clock.now() + ms },
    });
    cloud.on(`GET ${statusPath}`, { status: 429 });
    expect(await read()).toEqual(until(400));
    await clock.advance(400);
    cloud.on(`GET ${statusPath}`, { status: 429, headers: { 'retry-after': '600' } });
    expect(await read()).toEqual(until(601_500));
  });
});

it('names in its log neither address nor name, and no path but by its template', async () => {
  const { ask, lines, charger } = await rested();
  await ask(pause);
  await charger.details(patient());
  const facts = {
    method: 'GET',
    path: '/chargers/status/{id}',
    charger: '700123',
    status: 200,
    ms: 0,
  };
  expect(lines).toContain(`Wallbox request ${JSON.stringify(facts)}`);
  expect(lines.join('\n')).not.toMatch(/owner|example|Carport|Basic|Bearer|eyJ/);
});

it('writes a look that goes well into its log once, until one goes otherwise', async () => {
  const { clock, cloud, lines, read } = await rested();
  const statuses = () =>
    lines.flatMap((line) => /status\/\{id\}.*"status":(\d+)/.exec(line)?.[1] ?? []);
  await read();
  await clock.advance(10 * minute);
  await read();
  expect(statuses()).toEqual(['200']);
  cloud.on(`GET ${statusPath}`, { status: 404 });
  for (let count = 0; count < 2; count += 1) {
    await clock.advance(10 * minute);
    await read();
  }
  cloud.on(`GET ${statusPath}`, { body: statusBody() });
  for (let count = 0; count < 2; count += 1) {
    await clock.advance(10 * minute);
    await read();
  }
  expect(statuses()).toEqual(['200', '404', '404', '200']);
});

it('counts chargers it cannot use, and tells nothing else about them', async () => {
  const { cloud, lines, signIn } = cloudBench();
  const groups = [{ chargers: [{ id: 700123 }, { id: 'someone@example.com' }] }];
  cloud.on(`GET ${listPath}`, { body: JSON.stringify({ result: { groups } }) });
  await onlyCharger(await signIn());
  expect(lines).toContain('Wallbox listed chargers without a usable id {"skipped":1}');
  expect(lines.join('\n')).not.toContain('example.com');
});
