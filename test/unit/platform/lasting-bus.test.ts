import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LastingBus } from '../../../electron/platform/dbus/lasting-bus.ts';
import { openSessionBus } from '../../../electron/platform/dbus/session-bus.ts';
import { FakeBus } from '../../fakes/fake-bus.ts';
import { until } from '../../fakes/fake-clock.ts';

const rules = ["type='signal',member='One'", "type='signal',member='Two'"];

let bus: FakeBus;
let told: string[];
let lasting: LastingBus;

beforeEach(() => {
  bus = new FakeBus();
  // The one of the test before hears late that its bus has ended.
  const mine: string[] = [];
  told = mine;
  lasting = new LastingBus({
    open: () => openSessionBus(bus.environment),
    rules,
    heard: ({ member }) => void mine.push(member),
    lost: () => void mine.push('lost'),
  });
});
afterEach(() => bus.close());

describe.skipIf(process.platform === 'win32')('a bus that lasts', () => {
  it('is opened when it is first needed, once, and listens', async () => {
    expect(bus.connections).toBe(0);
    const both = await Promise.all([lasting.reach(), lasting.reach()]);
    expect(both[0]).toBe(both[1]);
    expect(bus.connections).toBe(1);
    expect(bus.rules).toEqual(rules);
    bus.signal({ path: '/one', interface: 'of.one', member: 'One' });
    await until(() => told.length > 0);
    expect(told).toEqual(['One']);
  });

  it('is opened anew after it was lost, which is told', async () => {
    await lasting.reach();
    bus.hangUp();
    await until(() => told.includes('lost'));
    await lasting.reach();
    expect(bus.connections).toBe(2);
    expect(bus.rules).toEqual([...rules, ...rules]);
  });

  it('that lets nobody listen is not held open, and its end is none of the next one', async () => {
    bus.refusesRules = true;
    await expect(lasting.reach()).rejects.toThrow('The session bus said no');
    bus.refusesRules = false;
    const next = await lasting.reach();
    await until(() => bus.open === 1);
    expect(await lasting.reach()).toBe(next);
    expect(bus.connections).toBe(2);
  });
});
