import { describe, expect, it } from 'vitest';
import type { BrokerWish } from '../../../shared/domain/app/broker.ts';
import { begun, garage, isBridge } from './mqtt-world.ts';

const minute = 60_000;

/** A car that charges, and a hub that may say what is to be done. */
async function charging(more: Partial<BrokerWish> = { commands: true }) {
  const all = await begun();
  const { hub, online, passing, set, world } = all;
  world.sim.charger(garage.id).plugIn({ wantsWh: 40_000 });
  await world.pass(4 * minute);
  await set(more);
  await online();
  const state = hub.topic('700123/state');
  const base = state.replace(/\/state$/, '');
  await passing(() => hub.json(state)?.state === 'charging');
  const asked = () => world.sim.requests.filter(({ method }) => method !== 'GET').slice(written);
  const written = world.sim.requests.filter(({ method }) => method !== 'GET').length;
  const results = () => hub.all(`${base}/result`).map((text) => JSON.parse(text));
  return { ...all, base, state, asked, results };
}

describe('what a hub wants', () => {
  it('is sent once, confirmed by a reading, and told as an automation’s', async () => {
    const { asked, base, hub, passing, results, state, world } = await charging();
    const [before] = [hub.json(state)];
    expect(before).toMatchObject({ charging: 'ON', state: 'charging' });
    await hub.say(`${base}/set/charging`, 'OFF');
    await hub.hears(() => results().length === 1);
    expect(results()).toEqual([{ command: 'pause', result: 'sent' }]);
    // Nothing is taken for done before a reading says so.
    expect(hub.json(state)?.charging).toBe('ON');
    expect(world.state.chargers[0]?.command).toMatchObject({ origin: 'automation', phase: 'sent' });
    await passing(() => results().length === 2);
    expect(results()[1]).toEqual({ command: 'pause', result: 'confirmed' });
    await hub.hears(() => hub.json(state)?.charging === 'OFF');
    expect(asked()).toHaveLength(1);
    expect(hub.faults()).toEqual([]);
  });

  it.each([
    { topic: 'set/lock', payload: 'LOCK', word: 'lock' },
    { topic: 'set/limit', payload: '10', word: 'limit' },
    { topic: 'set/limit', payload: '10.0', word: 'limit' },
    { topic: 'command', payload: 'pause', word: 'pause' },
    { topic: 'command', payload: '{"command":"limit","limit":10}', word: 'limit' },
  ])('is understood as $payload under $topic', async ({ topic, payload, word }) => {
    const { asked, base, hub, results } = await charging();
    await hub.say(`${base}/${topic}`, payload);
    await hub.hears(() => results().length > 0);
    expect(results()[0]).toEqual({ command: word, result: 'sent' });
    expect(asked()).toHaveLength(1);
  });

  it('has the id back that it came with', async () => {
    const { base, hub, results } = await charging();
    await hub.say(`${base}/command`, '{"id":"7f","command":"pause"}');
    await hub.hears(() => results().length > 0);
    expect(results()[0]).toEqual({ id: '7f', command: 'pause', result: 'sent' });
  });

  it('is not confirmed where readings say otherwise', async () => {
    const { base, hub, passing, results, world } = await charging();
    world.sim.overrideStatus(garage.id, { status_id: 194, config_data: { locked: 0 } });
    await hub.say(`${base}/set/lock`, 'LOCK');
    await passing(() => results().length === 2);
    expect(results()[1]).toEqual({ command: 'lock', result: 'notConfirmed' });
  });

  it.each([
    { what: 'that the charger cannot', topic: 'set/limit', payload: '60', reason: 'notSupported' },
    {
      what: 'that does not apply',
      topic: 'set/charging',
      payload: 'ON',
      reason: 'nothingToResume',
    },
    { what: 'without a schedule', topic: 'set/schedule', payload: 'PRESS', reason: 'notNow' },
    { what: 'that is JSON for a number', topic: 'set/limit', payload: '{"limit":10}' },
    { what: 'that is no limit', topic: 'set/limit', payload: '0' },
    { what: 'that is half a number', topic: 'set/limit', payload: '10.5' },
    { what: 'to start anew', topic: 'command', payload: 'reboot' },
    { what: 'to reset it', topic: 'command', payload: '{"command":"pause","action":4,"id":5}' },
    { what: 'that is no text', topic: 'set/charging', payload: Buffer.from([0xff, 0xfe]) },
    { what: 'of a thousand letters', topic: 'command', payload: 'x'.repeat(1000) },
    { what: 'under a topic of no meaning', topic: 'set/everything', payload: 'ON' },
  ])('$what is refused', async ({ topic, payload, reason = 'notUnderstood' }) => {
    const { asked, base, hub, results } = await charging();
    await hub.say(`${base}/${topic}`, payload);
    await hub.hears(() => results().length > 0);
    expect(results()).toEqual([expect.objectContaining({ result: 'refused', reason })]);
    expect(asked()).toHaveLength(reason === 'notNow' ? 1 : 0);
  });

  it('is not even listened to before its owner allows that', async () => {
    const { asked, base, hub, results, world } = await charging({ commands: false });
    await hub.say(`${base}/set/charging`, 'OFF');
    await hub.say(`${base}/command`, 'pause');
    await world.pass(minute);
    expect(asked()).toEqual([]);
    expect(results()).toEqual([]);
  });
});

describe('a command', () => {
  it('that is kept at the broker is never carried out', async () => {
    const { asked, base, hub, passing, phase, results, world } = await charging();
    await hub.say(`${base}/set/charging`, 'OFF', true);
    await hub.hears(() => results().length > 0);
    expect(results()).toEqual([{ result: 'refused', reason: 'retained' }]);
    // Nor with the next connection, which would find it there.
    world.desk.sleep();
    await passing(() => hub.last(hub.topic('/status')) === 'offline');
    const before = hub.heard.length;
    world.desk.wake();
    await passing(
      () => hub.heard.slice(before).some(isBridge('online')) && phase() === 'connected',
    );
    await world.pass(minute);
    expect(asked()).toEqual([]);
  });

  it('that came while nobody was there is not carried out later', async () => {
    const { asked, base, hub, passing, results, world } = await charging();
    world.desk.sleep();
    await passing(() => hub.last(hub.topic('/status')) === 'offline');
    await hub.say(`${base}/set/charging`, 'OFF');
    const before = hub.heard.length;
    world.desk.wake();
    await passing(() => hub.heard.slice(before).some(isBridge('online')));
    await world.pass(minute);
    expect(asked()).toEqual([]);
    expect(results()).toEqual([]);
  });

  it('of a storm costs the cloud no more than its budget, and each is answered', async () => {
    const { asked, base, hub, passing, results, world } = await charging();
    const storm = 1000;
    for (let at = 0; at < storm; at += 1) {
      await hub.say(`${base}/set/limit`, String(6 + (at % 20)));
    }
    await hub.say(`${base}/set/limit`, '9');
    const settled = () => results().filter(({ result }) => result !== 'sent');
    await passing(() => settled().length === storm + 1);
    expect(asked().length).toBeLessThanOrEqual(5);
    expect(world.sim.facts(garage.id).limitA).toBe(9);
    expect(settled().filter(({ result }) => result === 'superseded').length).toBeGreaterThan(990);
    expect(settled().at(-1)).toEqual({ command: 'limit', result: 'confirmed' });
    expect(world.sim.violations).toEqual([]);
  });

  it('of another installation, of no charger or of a megabyte is none of ours', async () => {
    const { asked, base, hub, results } = await charging();
    for (let at = 0; at < 100; at += 1) {
      await hub.say(base.replace(/\/[^/]+$/, `/nobody${at}/set/charging`), 'OFF');
    }
    await hub.say('chargetray/another/garage/set/charging', 'OFF');
    await hub.say(`${base}/set/charging`, Buffer.alloc(1_000_000, 'x'));
    // Whatever comes before it has been heard.
    await hub.say(`${base}/set/charging`, 'what?');
    await hub.hears(() => results().length > 0);
    expect(results()).toEqual([{ result: 'refused', reason: 'notUnderstood' }]);
    expect(asked()).toEqual([]);
  });
});
