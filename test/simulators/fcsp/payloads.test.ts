import { afterEach, describe, expect, test } from 'vitest';
import { FAKE_SECRET_KEY } from './debug-page.ts';
import type { RealInverter } from './payload-inverter.ts';
import { type Bench, startBench } from './test-kit.ts';

let bench: Bench;
afterEach(() => bench.close());

describe('chargerinfo', () => {
  test('has the fields of a real one and nothing of the house', async () => {
    bench = await startBench();
    expect(await bench.charger()).toEqual({
      state: 'CS00',
      maxAmps: 80,
      vSystem: '5.0.25',
      vWiFi: '2.112.125:3.15:3.15:3.15:3.15',
      vHw: '1.0.0',
      ipAddr: expect.stringMatching(/^192\.0\.2\.\d+$/),
      wifiAddr: expect.stringMatching(/^02:00:00(:[\dA-F]{2}){3}$/),
      bleAddr: expect.stringMatching(/^02:00:00(:[\dA-F]{2}){3}$/),
      catalogNo: '8EM1314-8CW16-0FD0',
      traceNo: expect.stringMatching(/^SWA\d{2}[A-Z]{3}$/),
      passcode: expect.stringMatching(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)\w{12}$/),
    });
  });

  test('can lack, change and add fields', async () => {
    bench = await startBench({ identity: { maxAmps: 48 } });
    expect((await bench.charger()).maxAmps).toBe(48);
    bench.sim.setChargerFields({ passcode: undefined, maxAmps: '48', inverter: 1 });
    const payload = await bench.charger();
    expect(payload).toMatchObject({ maxAmps: '48', inverter: 1 });
    expect(payload).not.toHaveProperty('passcode');
    bench.sim.setChargerFields({});
    expect(await bench.charger()).toMatchObject({ maxAmps: 48, passcode: expect.any(String) });
  });

  test('can have blanks and NULs behind its texts', async () => {
    bench = await startBench();
    bench.sim.setPadded(true);
    const { state, traceNo, maxAmps } = await bench.charger();
    expect(state).toBe('CS00  \0\0\0');
    expect(traceNo).toBe('SWA12ABC  \0\0\0');
    expect(maxAmps).toBe(80);
  });

  test('tells of another station at the same certificate and tokens', async () => {
    bench = await startBench({ inverter: { kind: 'real' } });
    const before = await bench.charger();
    const [inverter] = await bench.inverters();
    const { fingerprint } = bench.sim.certificate;
    bench.sim.becomeAnotherStation('SWA99XYZ');
    const after = await bench.charger();
    expect(after.traceNo).toBe('SWA99XYZ');
    for (const field of ['passcode', 'wifiAddr', 'bleAddr'] as const) {
      expect(after[field], field).not.toBe(before[field]);
    }
    expect((await bench.inverters())[0]?.slno).not.toBe(inverter?.slno);
    expect(bench.sim.certificate.fingerprint).toBe(fingerprint);
    expect(bench.sim.identity).toMatchObject({ traceNo: 'SWA99XYZ', passcode: after.passcode });
    expect(bench.sim.count('access')).toBe(1);
  });
});

test('configstatus tells the code that it is given', async () => {
  bench = await startBench();
  bench.sim.setConfigStatus('CS010');
  expect((await bench.ask('GET', 'configstatus')).body).toEqual({ status: 'CS010' });
});

describe('inverterinfo', () => {
  const real = (spec: Omit<RealInverter, 'kind'> = {}): RealInverter => ({ kind: 'real', ...spec });

  test('is the placeholder at a station without one', async () => {
    bench = await startBench();
    expect(await bench.inverters()).toEqual([
      {
        vendor: 'Supreme Electronics',
        model: 'Star',
        name: 'inverter 1',
        state: '0',
        firmware: 'SYS-3.0.0',
      },
    ]);
  });

  test('is a real one', async () => {
    bench = await startBench({ inverter: real() });
    expect(await bench.inverters()).toEqual([
      {
        vendor: 'Delta Electronics',
        model: 'E4_BDI',
        name: 'inverter 1',
        state: '0',
        firmware: '\x01\x01\x24\x00\x07\xc8',
        slno: expect.any(String),
      },
    ]);
  });

  test.each([0, 1, 2, 3, 5, '0', '1', '2', '3', '5', 'whatever'])('has state %j', async (state) => {
    bench = await startBench({ inverter: real({ state }) });
    expect((await bench.inverters())[0]?.state).toBe(state);
  });

  test.each([
    ['text', '0', '5'],
    ['number', 0, 5],
    ['words', 'not ready', 'inverter active'],
    ['capitals', 'NOT_READY', 'inverter active'],
  ] as const)('writes its state as %s', async (stateAs, idle, feeding) => {
    bench = await startBench({ inverter: real({ stateAs }) });
    expect((await bench.inverters())[0]?.state).toBe(idle);
    bench.sim.driver.plugIn();
    bench.sim.driver.powerCut({ preparesForMs: 0 });
    expect((await bench.inverters())[0]?.state).toBe(feeding);
  });

  test.each([
    ['bytes', '\x01\x01\x24\x00\x07\xc8'],
    ['escapes', '\\x01\\x01\\x24\\x00\\x07\\xc8'],
    ['python', '\\x01\\x01$\\x00\\x07\\xc8'],
    ['readable', '1.1.36'],
  ] as const)('writes its firmware as %s', async (firmwareAs, firmware) => {
    bench = await startBench({ inverter: real({ firmwareAs }) });
    expect((await bench.inverters())[0]?.firmware).toBe(firmware);
  });

  test('can have padded texts and other fields', async () => {
    bench = await startBench({ inverter: real({ padded: true, fields: { slno: undefined } }) });
    const [row] = await bench.inverters();
    expect(row?.vendor).toBe('Delta Electronics  \0\0\0');
    expect(row?.state).toBe('0  \0\0\0');
    expect(row).not.toHaveProperty('slno');
  });

  test('can be none, three, or anything', async () => {
    bench = await startBench();
    bench.sim.setInverter({ kind: 'empty' });
    expect((await bench.ask('GET', 'inverterinfo')).body).toEqual([]);
    bench.sim.setInverter({ kind: 'three' });
    const three = await bench.inverters();
    expect(three.map(({ model }) => model)).toEqual(['E4_BDI', 'E4_BDI', 'Star']);
    expect(new Set(three.map(({ slno }) => slno)).size).toBe(3);
    bench.sim.setInverter({ kind: 'rows', rows: [null, 7] });
    expect((await bench.ask('GET', 'inverterinfo')).body).toEqual([null, 7]);
  });

  test.each([500, 404])('can fail with a page and %i', async (status) => {
    bench = await startBench({ inverter: { kind: 'failing', status } });
    const answer = await bench.ask('GET', 'inverterinfo');
    expect(answer).toMatchObject({ status, type: expect.stringContaining('text/html') });
    expect(answer.body).toContain(FAKE_SECRET_KEY);
    expect((await bench.charger()).state).toBe('CS00');
  });
});
