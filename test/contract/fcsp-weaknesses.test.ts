import { afterEach, describe, expect, it } from 'vitest';
import { observationSchema } from '../../shared/schema/charger/observation.ts';
import { turns, until } from '../fakes/fake-clock.ts';
import { crash, FAKE_SECRET_KEY } from '../simulators/fcsp/debug-page.ts';
import { ENDPOINTS } from '../simulators/fcsp/endpoints.ts';
import type { FcspSimulatorOptions } from '../simulators/fcsp/simulator.ts';
import { patient } from './adapter-tools.ts';
import { type FcspBench, fcspBench, reportOf } from './fcsp-bench.ts';

// What the public client for this station does badly, by the numbers of the reference (section 7).

const minute = 60_000;
const open: FcspBench[] = [];

afterEach(async () => {
  for (const bench of open.splice(0)) {
    await bench.close();
    expect(bench.sim.violations()).toEqual([]);
    const out = bench.everything();
    const secrets = [...bench.watched.hidden, bench.sim.identity.passcode, FAKE_SECRET_KEY];
    expect(secrets.filter((secret) => out.includes(secret))).toEqual([]);
  }
});

/** Added a minute ago; a car charges. */
async function station(options: FcspSimulatorOptions = {}) {
  const bench = await fcspBench(options);
  open.push(bench);
  const { account, charger } = await bench.added();
  await bench.clock.advance(minute);
  const read = async () => {
    const observation = await bench.read(charger);
    if (!observation.ok) throw new Error(observation.failure.kind);
    return observationSchema.parse(observation.value);
  };
  return { ...bench, bench, account, charger, read, tried: () => bench.read(charger) };
}

describe('weakness 1: the set-up code taken for the state', () => {
  it.each(['CE012', 'CS00', 'CF01'])('%s as a set-up code changes no state', async (code) => {
    const { sim, read, charger, answered } = await station();
    sim.setConfigStatus(code);
    await answered(charger.details(patient()));
    expect(await read()).toMatchObject({ status: { state: 'charging' }, vendorCode: 'CS02' });
  });
});

describe('weakness 2: every flow of power called charging', () => {
  it('tells charging, getting ready and powering the house apart', async () => {
    const { sim, read, clock } = await station({ inverter: { kind: 'real' } });
    expect(await read()).toMatchObject({ status: { state: 'charging' }, grid: 'present' });
    sim.driver.powerCut();
    const cut = await read();
    expect(cut).toMatchObject({ status: { phase: 'preparing' }, grid: 'powerCut' });
    await clock.advance(minute);
    expect(await read()).toMatchObject({ status: { state: 'discharging', phase: 'active' } });
    sim.setInverter({ kind: 'failing' });
    expect((await read()).status.state).toBe('transferring');
  });

  it.each(['placeholder', 'empty'] as const)(
    'says charging without an inverter (%s)',
    async (kind) => {
      const { read } = await station({ inverter: { kind } });
      const observation = await read();
      expect(observation.status).toEqual({ state: 'charging' });
      expect(observation).not.toHaveProperty('grid');
    },
  );

  it.each(['words', 'capitals', 'number', 'text'] as const)(
    'reads inverter states as %s',
    async (stateAs) => {
      const inverter = { kind: 'real', stateAs, padded: true } as const;
      expect(await (await station({ inverter })).read()).toMatchObject({ grid: 'present' });
    },
  );

  it('takes the first of three', async () => {
    const { read } = await station({ inverter: { kind: 'three' } });
    expect(await read()).toMatchObject({ status: { state: 'charging' }, grid: 'present' });
  });
});

describe('weakness 3: dangerous calls', () => {
  it('whatever is asked, only harmless calls are made, by the right method', async () => {
    const { sim, read, charger, clock, bench } = await station();
    await read();
    await bench.answered(charger.details(patient()));
    await reportOf(bench, charger);
    await clock.advance(6 * minute);
    await read();
    const harmless = ['login', 'token', 'read'];
    const calls = ENDPOINTS.filter(({ kind }) => harmless.includes(kind));
    const allowed = calls.map(({ method, name }) => `${method} /api/v1/${name}`);
    const made = new Set(sim.log.map(({ method, path }) => `${method} ${path}`));
    expect([...made].toSorted()).toEqual(allowed.toSorted());
  });
});

describe('weakness 4: the key goes to whoever answers', () => {
  it('goes to the confirmed certificate alone, and never through a proxy', async () => {
    const { sim, account, tried } = await station();
    const mark = await sim.changeCertificate();
    const answer = await tried();
    expect(answer).toMatchObject({ failure: { kind: 'certificateChanged' } });
    expect([sim.requestsSince(mark), sim.bytesSince(mark)]).toEqual([[], 0]);
    expect(account.certificate?.().fingerprint).not.toBe(sim.certificate.fingerprint);
  });

  it.each(['refresh', 'chargerinfo'])(
    'goes to nobody who takes the place of the station during its %s',
    async (name) => {
      const { bench, charger, clock, sim } = await station({ settings: { accessLifeMs: minute } });
      await bench.read(charger);
      await clock.advance(2 * minute);
      sim.fail({ path: `/${name}`, failure: { kind: 'hold', until: new Promise(() => {}) } });
      const begun = sim.count(name);
      const reading = charger.read(patient());
      await bench.passUntil(() => sim.count(name) > begun);
      const mark = await sim.changeCertificate();
      expect((await bench.answered(reading)).ok).toBe(false);
      expect(await bench.read(charger)).toMatchObject({ failure: { kind: 'certificateChanged' } });
      expect([sim.requestsSince(mark), sim.bytesSince(mark)]).toEqual([[], 0]);
    },
  );
});

describe('weakness 5: tokens', () => {
  it.each([
    ['a minute', 2 * minute, { settings: { accessLifeMs: minute } }, 10],
    [
      'what nobody is told',
      minute,
      { settings: { tokenDates: 'none', accessLifeMs: 5 * minute } },
      3,
    ],
    [
      'by a wrong clock',
      minute,
      { settings: { clockOffsetMs: -1e11, accessLifeMs: 5 * minute } },
      3,
    ],
  ] as const)('that live %s are used as long as they live', async (_, everyMs, options, most) => {
    const { sim, read, clock } = await station(options);
    for (let reads = 0; reads < 10; reads += 1) {
      await read();
      await clock.advance(everyMs);
    }
    expect(sim.count('access')).toBe(1);
    expect(sim.count('refresh')).toBeGreaterThan(0);
    expect(sim.count('refresh')).toBeLessThanOrEqual(most);
  });

  it('that are refused after the repeat are a matter of the key, not of the call', async () => {
    const { sim, tried } = await station();
    sim.fail({ path: '/chargerinfo', failure: { kind: 'status', status: 401 }, times: 9 });
    const answer = await tried();
    expect(answer).toMatchObject({ failure: { kind: 'signInNeeded', cause: 'refused' } });
    expect([sim.count('chargerinfo'), sim.count('refresh'), sim.count('access')]).toEqual([
      4, 1, 2,
    ]);
  });

  it('a login that hears 500 is trouble of the station', async () => {
    const { sim, farEnd, tried } = await station();
    farEnd.loseSession();
    sim.fail({ path: '/access', failure: crash(500) });
    expect(await tried()).toMatchObject({ failure: { kind: 'serverError' } });
  });

  it('a login that hears 200 without a token has not worked', async () => {
    const { sim, farEnd, tried } = await station();
    farEnd.loseSession();
    sim.fail({ path: '/access', failure: { kind: 'rewrite', body: () => ({ ok: true }) } });
    expect(await tried()).toEqual({ ok: false, failure: { kind: 'notUnderstood' } });
  });

  it('a refresh that fails on its way is not followed by a login', async () => {
    const { sim, farEnd, tried } = await station();
    farEnd.loseToken();
    sim.fail({ path: '/refresh', failure: { kind: 'reset' } });
    const answer = await tried();
    expect(answer).toEqual({ ok: false, failure: { kind: 'unreachable' } });
    expect(sim.count('access')).toBe(1);
  });
});

describe('weakness 6: bodies that are none, and bodies in logs', () => {
  it.each([404, 500, 200, 403])(
    'a page with settings (%d) is a failure without words',
    async (status) => {
      const { sim, charger, watched, tried, bench } = await station();
      for (const path of ['/chargerinfo', '/inverterinfo', '/configstatus', '/access']) {
        sim.fail({ path, failure: crash(status), times: 3 });
      }
      expect((await tried()).ok).toBe(false);
      await bench.answered(charger.details(patient()));
      const report = await bench.answered(charger.report?.(patient()) ?? Promise.reject());
      expect(JSON.stringify([report, watched.lines])).not.toMatch(/SECRET_KEY|Django|<html/);
    },
  );
});

describe('weakness 7: no look at the shape', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['no limit', { maxAmps: undefined }],
    ['a limit in words', { maxAmps: 'many' }],
    ['nulls', { maxAmps: null, vSystem: null, ipAddr: null, passcode: null }],
    ['more than is known', { news: [1, { deep: true }], inverter: 1 }],
  ])('%s costs nothing but itself', async (_, fields) => {
    const { sim, read, charger, bench } = await station();
    sim.setChargerFields(fields);
    expect((await read()).status.state).toBe('charging');
    const details = await bench.answered(charger.details(patient()));
    const shown = details.ok ? details.value : [];
    expect(shown.map(({ value }) => value)).not.toContain('0');
    expect(shown.map(({ key }) => key).includes('maxCurrent')).toBe(fields.news !== undefined);
    expect(JSON.stringify(shown)).not.toMatch(/unknown|null|undefined|NaN/);
  });

  it.each([
    [undefined, ''],
    ['', ''],
    ['  \0', ''],
    [null, ''],
    [{}, ''],
    [0, '0'],
    [17, '17'],
    [false, 'false'],
  ])('%j for a state is one that nobody knows', async (state, code) => {
    const { sim, read } = await station();
    sim.setChargerFields({ state });
    expect(await read()).toMatchObject({
      status: { state: 'unknown', code },
      vendorCode: code,
      plugged: 'unknown',
    });
  });

  it('blanks and NULs are no part of anything', async () => {
    const { sim, read } = await station();
    sim.setPadded(true);
    expect(await read()).toMatchObject({ vendorCode: 'CS02' });
  });
});

describe('weakness 8: eight at once', () => {
  it('share one refresh and one look', async () => {
    const { sim, charger, farEnd, bench } = await station();
    farEnd.loseToken();
    const reads = Array.from({ length: 8 }, () => charger.read(patient()));
    const answers = await bench.answered(Promise.all(reads));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(sim.count('refresh')).toBe(1);
    // The first, and one for all who came while it was under way.
    expect(sim.count('chargerinfo', 200)).toBe(3);
  });
});

describe('weakness 9: no back-off, one failure for all, nobody held to 30 s', () => {
  it('says what it was', async () => {
    const { sim, charger, clock, farEnd, tried, bench } = await station();
    await sim.goDown();
    const refused = { kind: 'unreachable', why: 'connectionRefused' };
    expect(await tried()).toEqual({ ok: false, failure: refused });
    await sim.comeBack();
    farEnd.fail('read', { kind: 'hang' });
    const before = farEnd.asked();
    const answer = charger.read(patient());
    await clock.advance(30_000);
    await until(() => farEnd.asked() > before);
    await clock.advance(30_000);
    expect(await bench.answered(answer)).toEqual({ ok: false, failure: { kind: 'timedOut' } });
    expect((await tried()).ok).toBe(true);
  });

  it('is not hurried by anybody', async () => {
    const { sim, charger, clock, tried } = await station();
    for (let presses = 0; presses < 600; presses += 1) {
      void charger.read(patient());
      await turns(1);
    }
    const began = clock.monotonic();
    await tried();
    expect(clock.monotonic() - began).toBeLessThanOrEqual(60_000);
    expect(sim.count('chargerinfo')).toBeLessThanOrEqual(4);
  });
});

describe('weakness 10: old answers given as new', () => {
  it('a look a day later asks anew', async () => {
    const { sim, read, clock } = await station();
    await read();
    await clock.advance(24 * 60 * minute + 5000);
    sim.driver.unplug();
    expect((await read()).status.state).toBe('available');
  });
});

describe('weakness 11: a connection and a login for every look', () => {
  it('one connection, one login', async () => {
    const { sim, read, clock } = await station();
    const before = sim.connections();
    for (let reads = 0; reads < 10; reads += 1) {
      await read();
      await clock.advance(minute);
    }
    expect(sim.connections() - before).toBeLessThanOrEqual(1);
    expect(sim.count('access')).toBe(1);
  });
});

describe('weakness 12: the key in logs, and no IPv6', () => {
  it('is watched over IPv6, and its key is written nowhere', async () => {
    const { read, everything, sim } = await station({ host: '::1' });
    expect((await read()).status.state).toBe('charging');
    expect(everything()).not.toContain(sim.settings.devkey);
  });
});

describe('weakness 14: the first failed look is the last', () => {
  it('goes on after it, and hides no error', async () => {
    const bench = await fcspBench();
    open.push(bench);
    const { charger } = await bench.added();
    await bench.clock.advance(minute);
    await bench.sim.goDown();
    expect(await bench.read(charger)).toMatchObject({ failure: { kind: 'unreachable' } });
    await bench.sim.comeBack();
    expect((await bench.read(charger)).ok).toBe(true);
  });
});

describe('weakness 15: states outside the own lists', () => {
  it.each(['CS00', 'CS01', 'CS02', 'CS03', 'CS99', 'CF01', 'CF42', 'CE012', 'odd'])(
    '%s is one of the closed list, with each inverter state',
    async (code) => {
      const { sim, read } = await station();
      sim.setState(code);
      for (const state of ['0', '1', '2', '3', '5', 'odd']) {
        sim.setInverter({ kind: 'real', state });
        expect((await read()).vendorCode).toBe(code);
      }
    },
  );
});
