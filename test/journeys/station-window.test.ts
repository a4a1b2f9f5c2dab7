import { afterEach, describe, expect, it } from 'vitest';
import { reportText } from '../../shared/text/report-text.ts';
import { FAKE_SECRET_KEY } from '../simulators/fcsp/debug-page.ts';
import type { Failure } from '../simulators/shared/failures.ts';
import { StationWorld } from './stations.ts';
import { entryByLabel, menuWords, minute, owner, World } from './world.ts';

let there: StationWorld;
afterEach(async () => {
  expect(there.station.violations()).toEqual([]);
  expect(there.everything).not.toContain(there.station.identity.passcode);
  expect(there.everything).not.toContain(FAKE_SECRET_KEY);
  await there.end();
});

const pass = (ms: number) => there.world.pass(ms);
const handlers = () => there.world.app.handlers;

describe('two makes in one tray', () => {
  it('stand beside each other, each with what it can do', async () => {
    const world = await World.begin([{ id: 700_123, name: 'Drive', limitA: 32, phases: 1 }]);
    there = await (await StationWorld.begin({}, world)).connected();
    await there.through(
      handlers().addAccount({
        brand: 'wallbox',
        fields: owner,
        keepSignedIn: true,
        untilQuit: false,
        confirmed: undefined,
      }),
    );
    there.station.driver.plugIn();
    await pass(10 * minute);
    const { trayView } = there.world.desk;
    expect(trayView.tooltip.split('\n')).toEqual([
      expect.stringMatching(/^Garage: Charging/),
      'Drive: Ready',
    ]);
    expect(trayView.icon.name).toBe('charging');
    const words = menuWords(trayView);
    expect(words.indexOf('Lock')).toBeGreaterThan(words.indexOf('Drive: Ready'));
    expect(words.indexOf('Drive: Ready')).toBeGreaterThan(0);
    expect(words.filter((word) => word.includes('Lock'))).toHaveLength(1);
    there.world.sim.charger(700_123).plugIn({ wantsWh: 2000, phases: 1 });
    await pass(40 * minute);
    there.station.driver.stop();
    await pass(20 * minute);
    expect([...there.world.desk.told].sort()).toEqual([
      'Charge complete · Drive',
      'Charging ended · Garage',
    ]);
    expect(there.world.sim.violations).toEqual([]);
  });
});

describe('somebody in a hurry', () => {
  it('who presses Refresh again and again is not passed on to the station', async () => {
    there = await (await StationWorld.begin()).connected();
    for (let times = 0; times < 20; times++) {
      there.world.desk.press(entryByLabel(there.world.desk.trayView, 'Refresh now'));
      await pass(3000);
    }
    expect(there.station.count('chargerinfo', 200)).toBeLessThanOrEqual(4);
  });
});

describe('settings of another program', () => {
  const key = 'another-key-of-ours-0123456789';

  it('are offered without their key, and used with it', async () => {
    there = await StationWorld.begin({ settings: { devkey: key } });
    there.world.app.start({ hidden: true });
    const settings = { host: '127.0.0.1', port: there.station.port, devkey: key };
    there.world.machine.ownFiles.set('/owner/.config/fcsp/config.json', JSON.stringify(settings));
    const found = await handlers().findSettings({ brand: 'fcsp' });
    expect(found).toMatchObject({ fields: { address: there.address }, secretFields: ['key'] });
    expect(JSON.stringify(found)).not.toContain(key);
    const fields = { ...found?.fields };
    expect((await there.add({ fields, useFound: true })).ok).toBe(true);
    expect(there.everything).not.toContain(key);
  });

  it('steers nothing, whatever the settings of other programs are called', async () => {
    there = await StationWorld.begin();
    there.world.machine.environment.FCSP_HOST = 'charger\u202e\u001b[2J.local';
    const found = await handlers().findSettings({ brand: 'fcsp' });
    expect(found).toMatchObject({ from: 'FCSP_HOST', fields: { address: 'charger[2J.local' } });
  });

  it('are nothing to speak of where there are none', async () => {
    there = await StationWorld.begin();
    expect(await handlers().findSettings({ brand: 'fcsp' })).toBeNull();
    expect(await handlers().findSettings({ brand: 'wallbox' })).toBeNull();
  });
});

describe('what the station tells of itself', () => {
  it('has its password masked, and shown by the app alone', async () => {
    there = await (await StationWorld.begin()).connected();
    const { chargerId } = there;
    const details = await there.through(handlers().loadDetails({ chargerId }));
    expect(JSON.stringify(details)).toContain('SWA12ABC');
    expect(JSON.stringify(details)).not.toContain(there.station.identity.passcode);
    expect(await handlers().reveal({ chargerId })).toEqual({ ok: true, value: null });
    expect(there.world.desk.revealed).toEqual([
      { title: 'Station password · Garage', value: there.station.identity.passcode },
    ]);
  });

  it('can be saved as a report that holds nothing private', async () => {
    there = await (await StationWorld.begin({ inverter: { kind: 'real' } })).connected();
    const { chargerId } = there;
    expect(await handlers().saveReport({ chargerId })).toBe('failed');
    const report = await there.through(handlers().makeReport({ chargerId }));
    if (!report.ok) throw new Error(report.failure.kind);
    const paths = report.value.parts.map(({ path }) => path.split('/').at(-1));
    expect(paths).toEqual(
      expect.arrayContaining([
        'access',
        'chargerinfo',
        'inverterinfo',
        'configstatus',
        'networkinfo',
      ]),
    );
    const { traceNo, wifiAddr, bleAddr, ipAddr, inverterSerial, ssid, passcode } =
      there.station.identity;
    const text = reportText(report.value);
    for (const one of [traceNo, wifiAddr, bleAddr, ipAddr, inverterSerial, ssid, passcode]) {
      expect(text).not.toContain(one);
    }
    expect(text).toContain('CS00');
    expect(await handlers().saveReport({ chargerId })).toBe('saved');
    expect(there.world.desk.files.map((file) => file.text)).toEqual([text]);
  });
});

describe('a station that talks nonsense', () => {
  const table: [string, Failure][] = [
    ['a debug page with its settings', { kind: 'status', status: 500 }],
    ['a web page', { kind: 'html' }],
    ['half an answer', { kind: 'half-json' }],
    ['nothing', { kind: 'empty' }],
    ['{}', { kind: 'rewrite', body: () => ({}) }],
    ['50 MB', { kind: 'huge' }],
    ['a way elsewhere', { kind: 'redirect', to: 'other-host' }],
  ];

  it.each(table)(
    '%s: the last state stays, is said to be old, and comes back',
    async (_, failure) => {
      there = await (await StationWorld.begin()).connected();
      there.station.driver.plugIn();
      await pass(5 * minute);
      const stop = there.station.fail({
        path: 'chargerinfo',
        times: Number.POSITIVE_INFINITY,
        failure,
      });
      await pass(20 * minute);
      const [charger] = there.world.state.chargers;
      expect(charger?.reading).toMatchObject({
        certainty: 'outdated',
        observation: { status: { state: 'charging' } },
      });
      expect(there.station.count('chargerinfo')).toBeLessThan(20);
      stop();
      await pass(30 * minute);
      expect(there.world.state.chargers[0]?.reading.certainty).toBe('current');
      expect(there.world.desk.told.filter((title) => /ended|complete/.test(title))).toEqual([]);
    },
  );

  it('a state of the wrong kind is one that nobody knows, and no end of a charge', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(5 * minute);
    const failure: Failure = { kind: 'wrong-types' };
    const stop = there.station.fail({ path: 'chargerinfo', times: 3, failure });
    await pass(2 * minute);
    expect(there.world.state.chargers[0]?.reading).toMatchObject({
      certainty: 'current',
      observation: { status: { state: 'unknown', code: '4242' } },
    });
    stop();
    await pass(10 * minute);
    expect(there.world.state.chargers[0]?.reading).toMatchObject({
      observation: { status: { state: 'charging' } },
    });
    expect(there.world.desk.told.filter((title) => /ended|complete/.test(title))).toEqual([]);
  });
});
