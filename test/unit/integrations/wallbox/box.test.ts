import { describe, expect, it } from 'vitest';
import { patient } from '../../../contract/adapter-tools.ts';
import { dailyWindow } from '../../../simulators/wallbox/schedule.ts';
import {
  actionPath,
  cloudBench,
  minute,
  onlyCharger,
  recordPath,
  rested,
  statusPath,
} from './cloud-bench.ts';
import { configData, recordBody, statusBody } from './payloads.ts';
import type { Said } from './scripted-cloud.ts';

const refused = (why: string) => ({ ok: false, failure: { kind: 'refused', why } });

describe('a refused command', () => {
  it('is not sent again before a look, and others are', async () => {
    const { clock, cloud, ask, read } = await rested();
    cloud.on(`POST ${actionPath}`, { status: 403 });
    await ask({ kind: 'pause' });
    expect(await ask({ kind: 'pause' })).toEqual(refused('unclear'));
    expect(cloud.count(actionPath)).toBe(1);
    expect(await ask({ kind: 'lock' })).toMatchObject({ ok: true });
    await clock.advance(2 * minute);
    cloud.on(`POST ${actionPath}`, { status: 200 });
    await read();
    expect(await ask({ kind: 'pause' })).toMatchObject({ ok: true });
  });
});

describe('the right to command', () => {
  it('is not doubted because of a refusal', async () => {
    const { clock, cloud, ask, read } = await rested();
    await clock.advance(minute);
    cloud.on(`POST ${actionPath}`, { status: 403 });
    expect(await ask({ kind: 'pause' })).toEqual(refused('unclear'));
    expect(await read()).not.toHaveProperty('value.mayCommand', false);
  });

  it('is asked for after a refusal that no look explains, and once', async () => {
    const { clock, cloud, ask, read } = await rested();
    cloud.on(`GET ${recordPath}`, {
      body: recordBody({}, [{ email: 'owner@example.com', profile: 'user' }]),
    });
    for (let time = 0; time < 2; time += 1) {
      cloud.on(`POST ${actionPath}`, { status: 403 });
      await ask({ kind: 'pause' });
      await clock.advance(2 * minute);
      await read();
      await clock.advance(2 * minute);
    }
    expect(cloud.count(recordPath)).toBe(1);
    expect(await read()).toHaveProperty('value.mayCommand', false);
  });

  it('is tried anew when the cloud’s word is a day old', async () => {
    const { clock, cloud, charger, read } = await rested();
    cloud.on(`GET ${recordPath}`, {
      body: recordBody({}, [{ email: 'owner@example.com', profile: 'user' }]),
    });
    await charger.details(patient());
    await clock.advance(24 * 60 * minute);
    expect(await read()).not.toHaveProperty('value.mayCommand');
  });

  it('is not asked for where a look shows that the charger was locked', async () => {
    const { clock, cloud, ask, read } = await rested();
    cloud.on(`POST ${actionPath}`, { status: 403 });
    await ask({ kind: 'pause' });
    cloud.on('GET /chargers/status/700123', { body: statusBody({ status_id: 210 }) });
    await clock.advance(2 * minute);
    await read();
    await clock.advance(2 * minute);
    expect(cloud.count(recordPath)).toBe(0);
  });

  it.each([
    ['user', false],
    ['admin', true],
    ['super-admin', true],
    ['something new', undefined],
  ])('is learned from the profile %s', async (profile, may) => {
    const { clock, cloud, charger, read } = await rested();
    const users = [
      { email: 'other@example.com', profile: 'super-admin' },
      { email: 'OWNER@example.com', profile },
    ];
    cloud.on(`GET ${recordPath}`, { body: recordBody({}, users) });
    await charger.details(patient());
    await clock.advance(minute);
    const observation = await read();
    expect(observation.ok && observation.value.mayCommand).toBe(may);
  });

  it('is not forgotten where the cloud names nobody any more', async () => {
    const { clock, cloud, charger, read } = await rested();
    const users = [{ email: 'owner@example.com', profile: 'user' }];
    cloud.on(`GET ${recordPath}`, { body: recordBody({}, users) });
    await charger.details(patient());
    await clock.advance(31 * minute);
    cloud.on(`GET ${recordPath}`, { body: recordBody({}, []) });
    const answers = [charger.details(patient()), read()];
    await clock.advance(5 * minute);
    expect((await Promise.all(answers))[1]).toHaveProperty('value.mayCommand', false);
    expect(cloud.count(recordPath)).toBe(2);
  });

  it.each(['lock', 'unlock'] as const)('shows in the reply to %s', async (kind) => {
    const { cloud, ask } = await rested();
    const locked = kind === 'lock' ? 1 : 0;
    cloud.on(`PUT ${recordPath}`, { body: recordBody({ locked }) });
    expect(await ask({ kind })).toHaveProperty('value.locked', kind === 'lock');
  });
});

describe('details', () => {
  it('take one request where a look has shown the configuration, and none for half an hour', async () => {
    const { clock, charger, cloud } = await rested();
    const first = await charger.details(patient());
    const told = new Map(first.ok ? first.value.map(({ key, value }) => [key, value]) : []);
    expect(told.get('group')).toBe('Home');
    expect(told.get('partNumber')).toBe(configData.part_number);
    await clock.advance(30 * minute - 1);
    await charger.details(patient());
    expect(cloud.count(recordPath)).toBe(1);
    await clock.advance(1);
    await charger.details(patient());
    expect(cloud.count(recordPath)).toBe(2);
    expect(cloud.count('/chargers/config/700123')).toBe(0);
  });

  it('ask for the configuration where no look has shown it', async () => {
    const { cloud, signIn, clock } = cloudBench();
    cloud.on('GET /chargers/config/700123', { body: JSON.stringify(configData) });
    const charger = await onlyCharger(await signIn());
    const rows = charger.details(patient());
    await clock.advance(5 * minute);
    const told = await rows;
    expect(told.ok && told.value.map(({ key }) => key)).toContain('partNumber');
  });

  it('do without the configuration where it cannot be had', async () => {
    const { cloud, signIn, clock } = cloudBench();
    cloud.on('GET /chargers/config/700123', { status: 500 });
    const rows = (await onlyCharger(await signIn())).details(patient());
    await clock.advance(5 * minute);
    expect((await rows).ok).toBe(true);
  });
});

describe('schedules', () => {
  const schedulesPath = '/chargers/700123/schedules';

  /** While its schedule holds the charger; `asked` gives whether the cloud was asked after a reading. */
  async function held() {
    const bench = await rested();
    const { charger, cloud, clock, read } = bench;
    cloud.on(`GET ${statusPath}`, { body: statusBody({ status_id: 179 }) });
    const observed = async () => {
      const isReading = read();
      await clock.advance(2 * minute);
      return isReading;
    };
    const asked = async () => {
      await observed();
      const before = cloud.count(schedulesPath);
      const aside = charger.aside?.(patient());
      await clock.advance(2 * minute);
      await aside;
      return cloud.count(schedulesPath) > before;
    };
    const begins = async () => {
      const observation = await observed();
      return (
        observation.ok &&
        observation.value.status.state === 'scheduled' &&
        observation.value.status.nextStartAt
      );
    };
    return { ...bench, asked, begins };
  }

  const troubles: Record<string, Said> = {
    'asked too often': { status: 429 },
    'in trouble': { status: 503 },
    silent: 'timedOut',
    'out of reach': 'unreachable',
    'talking nonsense': { body: '<html>' },
  };

  it.each(Object.entries(troubles))(
    'of a cloud that is %s are asked again within the hour',
    async (_how, trouble) => {
      const { clock, cloud, asked, begins } = await held();
      cloud.on(`GET ${schedulesPath}`, trouble);
      expect(await asked()).toBe(true);
      await clock.advance(20 * minute);
      expect(await asked()).toBe(false);
      await clock.advance(10 * minute);
      cloud.on(`GET ${schedulesPath}`, {
        body: JSON.stringify({ schedules: [dailyWindow('2200', '0500')] }),
      });
      expect(await asked()).toBe(true);
      expect(await begins()).toBe(new Date(clock.now()).setUTCHours(22, 0, 0, 0));
      await clock.advance(60 * minute);
      expect(await asked()).toBe(false);
    },
  );

  it('that the cloud does not offer are not asked for again that day', async () => {
    const { clock, cloud, asked } = await held();
    cloud.on(`GET ${schedulesPath}`, { status: 404 });
    expect(await asked()).toBe(true);
    await clock.advance(12 * 60 * minute);
    expect(await asked()).toBe(false);
    await clock.advance(12 * 60 * minute);
    expect(await asked()).toBe(true);
  });
});
