import { afterEach, expect, test } from 'vitest';
import { BASE_PATH } from './endpoints.ts';
import { type Bench, startBench } from './test-kit.ts';

const CHARGER = `${BASE_PATH}chargerinfo`;

let bench: Bench;
afterEach(() => bench.close());

test('a station has a second address with one certificate, one garage and one memory', async () => {
  bench = await startBench({ settings: { floorMs: 30_000 } });
  const ethernet = await bench.sim.alsoAt();
  expect(ethernet.port).not.toBe(bench.sim.port);
  bench.sim.driver.plugIn();
  expect((await bench.charger()).state).toBe('CS02');
  const answer = await bench.ask('GET', 'chargerinfo', { at: ethernet.url });
  expect(answer.body).toMatchObject({ state: 'CS02', traceNo: 'SWA12ABC' });
  expect(bench.blamed('too-soon')).toBe(1);
  const [wifi, cable] = bench.sim.connectionLog;
  expect(cable?.certificate).toBe(wifi?.certificate);
});

test('one address may go while the other stays', async () => {
  bench = await startBench();
  const ethernet = await bench.sim.alsoAt();
  await bench.sim.goDown();
  await expect(bench.call('GET', CHARGER)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect((await bench.call('GET', CHARGER, { at: ethernet.url })).status).toBe(401);
  await ethernet.close();
  await expect(bench.call('GET', CHARGER, { at: ethernet.url })).rejects.toThrow();
});

test('a changed certificate holds for all addresses', async () => {
  bench = await startBench();
  const ethernet = await bench.sim.alsoAt();
  await bench.sim.changeCertificate({ keyBits: 1024 });
  await bench.call('GET', CHARGER, { at: ethernet.url });
  await bench.call('GET', CHARGER);
  const { fingerprint } = bench.sim.certificate;
  const seen = bench.sim.connectionLog.map(({ certificate }) => certificate);
  expect(seen).toEqual([fingerprint, fingerprint]);
});

test('a station that was off comes back at the same port with its tokens', async () => {
  bench = await startBench();
  await bench.charger();
  const { port } = bench.sim;
  await bench.sim.goDown();
  await expect(bench.charger()).rejects.toThrow();
  await bench.sim.comeBack();
  await bench.sim.comeBack();
  expect(new URL(bench.sim.url).port).toBe(String(port));
  expect((await bench.charger()).state).toBe('CS00');
  expect(bench.sim.count('access')).toBe(1);
});

test('dropped connections are made anew', async () => {
  bench = await startBench();
  await bench.charger();
  bench.sim.dropConnections();
  await expect.poll(() => bench.charger().catch(() => null)).toMatchObject({ state: 'CS00' });
  expect(bench.sim.connections()).toBe(2);
});

test('a station speaks IPv6 where the computer does', async ({ skip }) => {
  bench = await startBench();
  const six = await bench.sim.alsoAt('::1').catch(() => null);
  if (six === null) return skip('no ::1 here');
  expect(six.url).toBe(`https://[::1]:${six.port}`);
  expect((await bench.call('GET', CHARGER, { at: six.url })).status).toBe(401);
});
