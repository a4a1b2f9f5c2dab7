import { beforeEach, describe, expect, it } from 'vitest';
import type { Call, Message } from '../../../electron/platform/dbus/message.ts';
import { BusRefusal, type SessionBus } from '../../../electron/platform/dbus/session-bus.ts';
import type { Value } from '../../../electron/platform/dbus/values.ts';
import { watchSecretService } from '../../../electron/platform/keychain/secret-service.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';

const login = '/org/freedesktop/secrets/collection/login';
const root = '/org/freedesktop/secrets';

let clock: FakeClock;
let bus: FakeBus;
beforeEach(() => {
  clock = new FakeClock();
  bus = new FakeBus();
});

/** A session bus with a Secret Service on it. */
class FakeBus implements SessionBus {
  readonly id = 'a bus';
  readonly rules: string[] = [];
  readonly members: string[] = [];
  opened = 0;
  collection: Value = login;
  locked = true;
  items: readonly Value[] = [[], []];
  refuses: string | undefined;
  isStopped = false;
  #signal: (signal: Message) => void = () => undefined;
  #closed: () => void = () => undefined;

  async ask({ member, body }: Call): Promise<Message> {
    this.members.push(member);
    if (this.isStopped) return new Promise(() => undefined);
    if (this.refuses) throw new BusRefusal(this.refuses);
    if (member === 'ReadAlias') return reply([this.collection]);
    if (member === 'SearchItems') return reply(this.items);
    return reply([body?.[1] === 'Locked' && this.locked]);
  }

  async listen(rule: string): Promise<void> {
    this.rules.push(rule);
  }

  on(_kind: string, heard: (signal: Message) => void): () => void {
    this.#signal = heard;
    return () => undefined;
  }

  onClose(heard: () => void): void {
    this.#closed = heard;
  }

  close(): void {
    this.#closed();
  }

  tells(path: string, member: string, body: readonly Value[] = []): void {
    this.#signal({ ...reply(body), kind: 4, path, member });
  }
}

function reply(body: readonly Value[]): Message {
  const texts = { path: '', interface: '', member: '', errorName: '', destination: '' };
  return { ...texts, kind: 2, serial: 1, sender: '', signature: '', body };
}

function service() {
  const open = async () => {
    bus.opened += 1;
    return bus;
  };
  const lock = watchSecretService({ open, clock });
  const opened: string[] = [];
  lock.onOpened(() => opened.push('opened'));
  return { lock, opened };
}

describe('the lock of the keychain on the bus', () => {
  const noSuch = 'org.freedesktop.DBus.Error';
  it.each([
    ['locked', {}],
    ['open', { locked: false }],
    ['open', { collection: '/' }],
    ['absent', { refuses: `${noSuch}.ServiceUnknown` }],
    ['absent', { refuses: `${noSuch}.NameHasNoOwner` }],
    ['absent', { refuses: `${noSuch}.Spawn.ChildExited` }],
    ['unknown', { refuses: `${noSuch}.UnknownMethod` }],
  ] as const)('is %s: %j', async (state, given) => {
    Object.assign(bus, given);
    expect(await service().lock.state()).toBe(state);
    expect(clock.waiting).toBe(0);
  });

  it('is absent where there is no bus, and asked anew each time', async () => {
    let tries = 0;
    const open = () => {
      tries += 1;
      return Promise.reject(new Error('There is no session bus'));
    };
    const lock = watchSecretService({ open, clock });
    expect(await lock.state()).toBe('absent');
    expect(await lock.holds('ChargeTray', 'a')).toBeUndefined();
    expect(tries).toBe(2);
  });

  it('is silent when a service that was stopped does not answer', async () => {
    bus.isStopped = true;
    const asked = service().lock.state();
    await clock.advance(5000);
    expect(await asked).toBe('silent');
  });

  it('is asked over one connection, and over another when that is lost', async () => {
    const { lock } = service();
    await lock.state();
    await lock.state();
    expect(bus.opened).toBe(1);
    bus.close();
    await lock.state();
    expect(bus.opened).toBe(2);
  });

  it.each([
    [[[], []], false],
    [[['/item/1'], []], true],
    [[[], ['/item/1']], true],
  ] as const)('tells of %j that something is kept: %s', async (items, holds) => {
    bus.items = items;
    expect(await service().lock.holds('ChargeTray', 'a')).toBe(holds);
  });

  it.each([
    ['one that came', ['', ':1.9'], 0],
    ['one that went', [':1.7', ''], 1],
    ['one in the place of another', [':1.7', ':1.9'], 1],
  ])('counts of %s how often keytar may have met another', async (_which, owners, restarts) => {
    const { lock } = service();
    await lock.state();
    expect(lock.restarts()).toBe(0);
    const bearer = 'org.freedesktop.secrets';
    bus.tells('/org/freedesktop/DBus', 'NameOwnerChanged', [bearer, ...owners]);
    expect(lock.restarts()).toBe(restarts);
  });

  it('prompts nobody', async () => {
    const { lock } = service();
    await lock.state();
    await lock.holds('ChargeTray', 'a');
    expect(bus.members).toEqual(['ReadAlias', 'Get', 'SearchItems']);
  });
});

describe('that the keychain was opened', () => {
  it('is told once, by whatever signal', async () => {
    const { lock, opened } = service();
    await lock.state();
    bus.tells(login, 'PropertiesChanged');
    await turns();
    expect(opened).toEqual([]);
    bus.locked = false;
    bus.tells(login, 'PropertiesChanged');
    await turns();
    bus.tells(root, 'CollectionChanged');
    await turns();
    expect(opened).toEqual(['opened']);
  });

  it('is told of a keychain that came later, and not of one that went', async () => {
    const { lock, opened } = service();
    bus.refuses = 'org.freedesktop.DBus.Error.ServiceUnknown';
    await lock.state();
    bus.refuses = undefined;
    bus.locked = false;
    const bearer = 'org.freedesktop.secrets';
    bus.tells('/org/freedesktop/DBus', 'NameOwnerChanged', [bearer, ':1.7', '']);
    await turns();
    expect(opened).toEqual([]);
    bus.tells('/org/freedesktop/DBus', 'NameOwnerChanged', [bearer, '', ':1.9']);
    await turns();
    expect(opened).toEqual(['opened']);
  });

  it('is no news while it is open', async () => {
    bus.locked = false;
    const { lock, opened } = service();
    await lock.state();
    const asked = bus.members.length;
    bus.tells(login, 'PropertiesChanged');
    await turns();
    expect(opened).toEqual([]);
    expect(bus.members).toHaveLength(asked);
  });
});
