import { afterEach, describe, expect, test } from 'vitest';
import type { InverterSpec } from './payload-inverter.ts';
import { type Bench, MINUTE, startBench } from './test-kit.ts';

let bench: Bench;
afterEach(() => bench.close());

const REAL: InverterSpec = { kind: 'real', stateAs: 'number' };

/** The charger's and the inverter's state on the wire. */
async function states(): Promise<unknown[]> {
  const { state } = await bench.charger();
  const [inverter] = await bench.inverters();
  expect(state).toBe(bench.sim.state);
  return [state, inverter?.state];
}

describe('a car', () => {
  test('comes, charges until full, waits and goes', async () => {
    bench = await startBench();
    const { driver } = bench.sim;
    expect((await bench.charger()).state).toBe('CS00');
    driver.plugIn({ chargesForMs: 40 * MINUTE });
    expect((await bench.charger()).state).toBe('CS02');
    bench.clock.advance(40 * MINUTE - 1);
    expect((await bench.charger()).state).toBe('CS02');
    bench.clock.advance(1);
    expect((await bench.charger()).state).toBe('CS01');
    driver.unplug();
    expect((await bench.charger()).state).toBe('CS00');
  });

  test('is stopped, goes on, and needs no longer than it would have', async () => {
    bench = await startBench();
    const { driver } = bench.sim;
    driver.plugIn({ chargesForMs: 40 * MINUTE });
    bench.clock.advance(10 * MINUTE);
    driver.stop();
    bench.clock.advance(60 * MINUTE);
    expect((await bench.charger()).state).toBe('CS01');
    driver.resume();
    bench.clock.advance(30 * MINUTE - 1);
    expect((await bench.charger()).state).toBe('CS02');
    bench.clock.advance(1);
    expect((await bench.charger()).state).toBe('CS01');
  });

  test('charges for ever unless told otherwise', async () => {
    bench = await startBench();
    bench.sim.driver.plugIn();
    bench.clock.advance(1e9);
    expect((await bench.charger()).state).toBe('CS02');
  });

  test('cannot do what makes no sense', async () => {
    bench = await startBench();
    const { driver } = bench.sim;
    for (const hand of [driver.stop, driver.resume, driver.unplug]) {
      expect(() => hand()).toThrow('No car');
    }
    expect(() => driver.powerBack()).toThrow('power is there');
    expect(() => driver.powerCut()).toThrow('real inverter');
    driver.plugIn();
    expect(() => driver.plugIn()).toThrow('already');
  });
});

describe('a fault', () => {
  test('hides the car and goes', async () => {
    bench = await startBench();
    const { driver } = bench.sim;
    driver.plugIn();
    driver.fault();
    expect((await bench.charger()).state).toBe('CF01');
    driver.fault('CF07');
    expect((await bench.charger()).state).toBe('CF07');
    driver.faultOver();
    expect((await bench.charger()).state).toBe('CS02');
  });

  test.each(['CS03', 'CS99', '', 'weird'])('or any code can be forced: "%s"', async (code) => {
    bench = await startBench();
    bench.sim.setState(code);
    bench.sim.driver.plugIn();
    expect((await bench.charger()).state).toBe(code);
    bench.sim.setState(null);
    expect((await bench.charger()).state).toBe('CS02');
  });
});

describe('a power cut', () => {
  test('is prepared for, then fed, and the charge goes on afterwards', async () => {
    bench = await startBench({ inverter: REAL });
    const { driver } = bench.sim;
    driver.plugIn({ chargesForMs: 40 * MINUTE });
    bench.clock.advance(10 * MINUTE);
    expect(await states()).toEqual(['CS02', 0]);
    driver.powerCut({ preparesForMs: 2 * MINUTE });
    expect(await states()).toEqual(['CS02', 1]);
    bench.clock.advance(2 * MINUTE - 1);
    expect(await states()).toEqual(['CS02', 1]);
    bench.clock.advance(1);
    expect(await states()).toEqual(['CS02', 5]);
    bench.clock.advance(120 * MINUTE);
    expect(() => driver.resume()).toThrow('power cut');
    driver.powerBack();
    expect(await states()).toEqual(['CS02', 0]);
    bench.clock.advance(30 * MINUTE);
    expect(await states()).toEqual(['CS01', 0]);
  });

  test('finds a full car, which feeds and stays full', async () => {
    bench = await startBench({ inverter: REAL });
    const { driver } = bench.sim;
    driver.plugIn({ chargesForMs: 0 });
    expect(await states()).toEqual(['CS01', 0]);
    driver.powerCut();
    bench.clock.advance(MINUTE);
    expect(await states()).toEqual(['CS02', 5]);
    driver.powerBack();
    expect(await states()).toEqual(['CS01', 0]);
  });

  test('does not make a stopped car charge', async () => {
    bench = await startBench({ inverter: REAL });
    const { driver } = bench.sim;
    driver.plugIn();
    driver.stop();
    driver.powerCut({ preparesForMs: 0 });
    expect(await states()).toEqual(['CS02', 5]);
    driver.powerBack();
    expect(await states()).toEqual(['CS01', 0]);
  });

  test('goes on without the car', async () => {
    bench = await startBench({ inverter: REAL });
    const { driver } = bench.sim;
    driver.plugIn();
    driver.powerCut({ preparesForMs: 0 });
    driver.unplug();
    expect(await states()).toEqual(['CS00', 1]);
    driver.powerBack();
    expect(await states()).toEqual(['CS00', 0]);
  });

  test('needs a car', async () => {
    bench = await startBench({ inverter: REAL });
    expect(() => bench.sim.driver.powerCut()).toThrow('No car');
  });
});
