import { connectAsync } from 'mqtt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../fakes/fake-clock.ts';
import { FarEnd } from '../../simulators/broker/far-end.ts';
import { sharedKey } from '../../simulators/fcsp/shared-key.ts';
import { begun, isBridge, person } from './mqtt-world.ts';

const minute = 60_000;
const at = (port: number) => ({ address: { host: '127.0.0.1', port, tls: false } });

describe('a connection', () => {
  it('that is cut leaves the last will, and comes again by itself', async () => {
    const { broker, hub, online, passing, phase, set } = await begun();
    const between = await FarEnd.before(broker.port);
    onTestFinished(() => between.close());
    await set(at(between.port));
    await online();
    between.cut();
    await hub.hears(() => hub.last(hub.topic('/status')) === 'offline');
    await until(() => phase() === 'waiting');
    await passing(() => phase() === 'connected');
    await hub.hears(() => hub.last(hub.topic('/status')) === 'online');
    expect(between.connections).toHaveLength(2);
    expect(hub.faults()).toEqual([]);
  });

  it('to a broker from before MQTT 5 says the same, and takes commands', async () => {
    const { broker, hub, online, set, world } = await begun();
    const old = await FarEnd.beforeVersion5(broker.port);
    onTestFinished(() => old.close());
    await set({ ...at(old.port), commands: true });
    await online();
    expect(old.connections).toHaveLength(2);
    const state = hub.topic('700123/state');
    expect(hub.json(state)).toMatchObject({ state: 'available' });
    await hub.say(state.replace(/state$/, 'set/lock'), 'LOCK');
    await until(() => world.sim.charger(700_123).state.locked);
    expect(hub.faults()).toEqual([]);
  });

  it('comes again after a restart of the broker, which has forgotten everything', async () => {
    const { broker, passing, phase, set } = await begun();
    await set();
    await broker.end();
    await until(() => phase() === 'waiting');
    await broker.begin();
    const { Hub } = await import('../../simulators/broker/hub.ts');
    const later = await Hub.at(broker);
    onTestFinished(() => later.close());
    await passing(() => later.heard.some(isBridge('online')));
    expect(later.json(later.topic('700123/state'))).toMatchObject({ state: 'available' });
    expect(later.faults()).toEqual([]);
  });

  it('ends with a farewell before sleep, and comes with config, state and availability', async () => {
    const { hub, online, passing, set, world } = await begun();
    await set();
    await online();
    world.desk.sleep();
    await hub.hears(() => hub.last(hub.topic('/status')) === 'offline');
    const before = hub.heard.length;
    world.clock.sleep(60 * minute);
    world.desk.wake();
    await passing(() => hub.heard.slice(before).some(isBridge('online')));
    const ends = hub.heard.slice(before).map(({ topic }) => topic.split('/').at(-1));
    const [status, state] = [ends.indexOf('status'), ends.indexOf('state')];
    expect(ends.indexOf('config')).toBe(0);
    expect(state).toBeGreaterThan(0);
    expect(ends.indexOf('availability')).toBeGreaterThan(state);
    expect(ends.indexOf('availability')).toBeLessThan(status);
    expect(hub.all(hub.topic('/status'))).toEqual(['online', 'offline', 'online']);
  });

  it('at rest costs no timer, and says nothing but that a charger was read', async () => {
    const { hub, online, set, world } = await begun();
    await world.pass(10 * minute);
    const before = world.clock.waiting;
    await set();
    await online();
    expect(world.clock.waiting).toBe(before);
    const said = hub.heard.length;
    const reads = () => world.sim.requests.filter(({ path }) => path.includes('status')).length;
    const read = reads();
    await world.pass(60 * minute);
    await hub.hears(() => hub.heard.length - said === reads() - read);
    const topics = new Set(hub.heard.slice(said).map(({ topic }) => topic.split('/').at(-1)));
    expect([...topics]).toEqual(['state']);
  });

  it('says farewell when the app quits', async () => {
    const { hub, online, set, world } = await begun();
    await set();
    await online();
    await world.app.stop();
    await hub.hears(() => hub.last(hub.topic('/status')) === 'offline');
    // Not the will: that would come with a connection that is cut.
    expect(hub.all(hub.topic('/status'))).toEqual(['online', 'offline']);
  });

  it('to a broker that is off costs a line, and ever fewer tries', async () => {
    const { broker, phase, set, world } = await begun();
    await broker.end();
    await set();
    expect(phase()).toBe('waiting');
    await world.pass(60 * minute);
    const lines = world.desk.lines.filter((line) => line.includes('broker'));
    expect(lines).toHaveLength(1);
    expect(world.state.broker).toMatchObject({
      phase: 'waiting',
      why: { kind: 'unreachable', why: 'connectionRefused' },
    });
  });

  it('under a name that another computer uses is told, and not fought for', async () => {
    const { broker, hub, online, passing, phase, set, world } = await begun();
    await set();
    await online();
    const clientId = `chargetray-${world.state.settings.broker?.installation}`;
    const why = () => (world.state.broker?.phase === 'waiting' ? world.state.broker.why.kind : '');
    const other = () =>
      connectAsync(`mqtt://127.0.0.1:${broker.port}`, { clientId, reconnectPeriod: 0 });
    for (const said of ['lost', 'lost', 'nameInUse']) {
      await passing(() => phase() === 'connected');
      const client = await other();
      onTestFinished(() => void client.end(true));
      await until(() => phase() === 'waiting');
      expect(why()).toBe(said);
    }
    await world.pass(5 * minute);
    expect(why()).toBe('nameInUse');
    expect(hub.faults()).toEqual([]);
  });
});

describe('a far end', () => {
  it.each([
    { what: 'says nothing', words: undefined, why: 'timedOut' },
    {
      what: 'speaks something else',
      words: 'HTTP/1.1 400 Bad Request\r\n\r\n',
      why: 'notUnderstood',
    },
    { what: 'is full', words: Buffer.from([0x20, 3, 0, 0x89, 0]), why: 'unavailable' },
    { what: 'bans us', words: Buffer.from([0x20, 3, 0, 0x8a, 0]), why: 'refused' },
    { what: 'knows no such user', words: Buffer.from([0x20, 3, 0, 0x86, 0]), why: 'signInRefused' },
  ])('that $what is told apart', async ({ words, why }) => {
    const { phase, set, world } = await begun();
    const far = await FarEnd.saying(words);
    onTestFinished(() => far.close());
    const setting = set(at(far.port));
    await until(() => far.connections.length > 0);
    while (words === undefined && phase() === 'connecting') await world.pass(1000);
    await setting;
    expect(world.state.broker).toMatchObject({ why: { kind: why } });
    expect(phase()).toBe(why === 'signInRefused' ? 'refused' : 'waiting');
  });

  it('that floods us is left', async () => {
    const { phase, set } = await begun();
    const welcome = Buffer.from([0x20, 3, 0, 0, 0]);
    // A message of a size that nobody has asked for, begun and never ended.
    const message = Buffer.concat([
      Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]),
      Buffer.alloc(3_000_000),
    ]);
    const far = await FarEnd.saying(Buffer.concat([welcome, message]));
    onTestFinished(() => far.close());
    await set(at(far.port));
    await until(() => phase() === 'waiting');
    await until(() => far.connections[0]?.destroyed === true);
  });
});

describe('the password', () => {
  it('lets us in, and is in the keychain and nowhere else', async () => {
    const { hub, phase, set, wish, world } = await begun({
      users: { [person.username]: person.password },
    });
    const replies: unknown[] = [await set({ user: person.username }, person.password)];
    expect(phase()).toBe('connected');
    await hub.hears(() => hub.heard.some(isBridge('online')));
    replies.push(
      await world.app.handlers.testBroker({ wish: wish({ user: person.username }) }),
      await world.app.handlers.diagnostics(undefined),
    );
    expect(replies[1]).toMatchObject({ ok: true, value: { broker: /^mosquitto version / } });
    expect([...world.machine.keychain.values()].join()).toContain(person.password);
    expect(world.desk.hidden).toContain(person.password);
    const { desk, machine, state } = world;
    const all = JSON.stringify([replies, state, [...machine.files], desk.lines, hub.heard]);
    expect(all).toContain(person.username);
    expect(all).not.toContain(person.password);
  });

  it('that is wrong is tried once, and not again before another is entered', async () => {
    const { broker, phase, set, world } = await begun({
      users: { [person.username]: person.password },
    });
    const between = await FarEnd.before(broker.port);
    onTestFinished(() => between.close());
    const there = { ...at(between.port), user: person.username };
    await set(there, 'not the right one');
    expect(world.state.broker).toEqual({ phase: 'refused', why: { kind: 'signInRefused' } });
    await world.pass(120 * minute);
    world.desk.sleep();
    world.desk.wake();
    await world.pass(minute);
    expect(between.connections).toHaveLength(1);
    await set(there, person.password);
    expect(phase()).toBe('connected');
  });

  it('is never sent to another broker than the one it was entered for', async () => {
    const { set, world } = await begun({ users: { [person.username]: person.password } });
    await set({ user: person.username }, person.password);
    const received: string[] = [];
    const far = await FarEnd.saying(Buffer.from([0x20, 3, 0, 0, 0]));
    onTestFinished(() => far.close());
    const wish = { ...at(far.port), user: person.username };
    const setting = set(wish);
    await until(() => far.connections.length > 0);
    far.connections[0]?.on('data', (bytes) => received.push(bytes.toString('latin1')));
    await setting;
    expect(received.join()).not.toContain(person.password);
    expect([...world.machine.keychain.values()].join()).not.toContain(person.password);
  });

  it('in a locked keychain is waited for, and asked for again once that opens', async () => {
    const users = { [person.username]: person.password };
    const { passing, phase, set, world } = await begun({ users });
    await set({ user: person.username }, person.password);
    await world.app.stop();
    world.machine.keychainFailure = 'locked';
    await world.restarted();
    await passing(() => phase() === 'refused');
    expect(world.state.broker).toMatchObject({ why: { kind: 'keychainLocked' } });
    world.machine.keychainFailure = undefined;
    world.desk.keychainAnswersLate();
    await passing(() => phase() === 'connected');
  });

  it('that no keychain takes is not kept, and nothing else is changed', async () => {
    const { set, world } = await begun();
    world.machine.keychainFailure = 'absent';
    expect(await set({ user: person.username }, person.password)).toEqual({
      ok: false,
      failure: { kind: 'noKeychain' },
    });
    expect(world.state.settings.broker).toBeNull();
  });

  it('outlives a restart, and one that was for this run only does not', async () => {
    const users = { [person.username]: person.password };
    const { passing, phase, set, wish, world } = await begun({ users });
    await set({ user: person.username }, person.password);
    await world.app.stop();
    await world.restarted();
    await passing(() => phase() === 'connected');
    await world.app.handlers.setBroker({
      wish: wish({ user: person.username }),
      password: person.password,
      untilQuit: true,
    });
    await passing(() => phase() === 'connected');
    expect([...world.machine.keychain.values()].join()).not.toContain(person.password);
    await world.app.stop();
    await world.restarted();
    await passing(() => phase() === 'refused');
    expect(world.state.broker).toMatchObject({ why: { kind: 'passwordNeeded' } });
  });
});

describe('a certificate', () => {
  it('that this system does not trust is shown, confirmed, and from then on the only one', async () => {
    const { broker, hub, passing, phase, set, wish, world } = await begun({
      tls: { keys: sharedKey() },
    });
    await set();
    expect(world.state.broker).toMatchObject({
      phase: 'refused',
      why: { kind: 'untrusted', offered: { fingerprint: broker.fingerprint } },
    });
    const tested = await world.app.handlers.testBroker({ wish: wish() });
    if (tested.ok || tested.failure.kind !== 'untrusted') throw new Error('Trusted');
    const certificate = tested.failure.offered;
    await set({ address: { ...wish().address, certificate } });
    await hub.hears(() => hub.heard.some(isBridge('online')));

    await broker.end();
    await until(() => phase() === 'waiting');
    await broker.renewCertificate();
    await broker.begin();
    await passing(() => phase() === 'refused');
    expect(world.state.broker).toMatchObject({
      why: { kind: 'certificateChanged', offered: { fingerprint: broker.fingerprint } },
    });
    expect(broker.fingerprint).not.toBe(certificate.fingerprint);
  });
});
