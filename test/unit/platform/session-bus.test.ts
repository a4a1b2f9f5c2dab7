import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  busPaths,
  openSessionBus,
  type SessionBus,
} from '../../../electron/platform/dbus/session-bus.ts';
import { FakeBus } from '../../fakes/fake-bus.ts';
import { until } from '../../fakes/fake-clock.ts';

describe('busPaths', () => {
  it.each([
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus' }, ['/run/bus']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus,guid=0a1b' }, ['/run/bus']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:guid=0a1b,path=/run/a%20bus' }, ['/run/a bus']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x' }, ['\0/tmp/x']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=x;unix:path=/b' }, ['/b']],
    [{ XDG_RUNTIME_DIR: '/run/user/1' }, ['/run/user/1/bus']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'disabled:' }, []],
    [{}, []],
  ])('%j: %j', (environment, paths) => {
    expect(busPaths(environment)).toEqual(paths);
  });
});

describe.skipIf(process.platform === 'win32')('a session bus', () => {
  const at = { path: '/it', interface: 'of.it' };
  let fake: FakeBus;
  let bus: SessionBus;
  beforeEach(async () => {
    fake = new FakeBus();
    bus = await openSessionBus(fake.environment);
  });
  afterEach(() => fake.close());

  /** What comes later has not overtaken this. */
  const heardUpTo = async (member: string): Promise<void> => {
    let seen = false;
    const stop = bus.on('signal', (signal) => {
      seen ||= signal.member === member;
    });
    fake.signal({ ...at, member });
    await until(() => seen);
    stop();
  };

  it('gives each answer to the question it belongs to', async () => {
    let late = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      late = resolve;
    });
    fake.answer = async ({ member }) => {
      if (member === 'First') await held;
      else late();
      return { signature: 's', body: [member] };
    };
    const ask = (member: string) => bus.ask({ ...at, destination: 'it', member });
    const [first, second] = await Promise.all([ask('First'), ask('Second')]);
    expect([first.body, second.body]).toEqual([['First'], ['Second']]);
  });

  it('says what a refusal is called, and why it came', async () => {
    const refusal = 'of.it.Error.Busy';
    fake.answer = () => ({ refusal, signature: 's', body: ['One at a time'] });
    await expect(bus.ask({ ...at, destination: 'it', member: 'Do' })).rejects.toMatchObject({
      errorName: refusal,
      message: `The session bus said no: ${refusal}`,
      cause: 'One at a time',
    });
  });

  it('tells of the kind of message that was asked for, until that is over', async () => {
    const signals: string[] = [];
    const calls: string[] = [];
    const stop = bus.on('signal', ({ member }) => signals.push(member));
    bus.on('call', ({ member }) => calls.push(member));
    fake.tell('call', { ...at, member: 'Called' });
    await heardUpTo('One');
    stop();
    await heardUpTo('Two');
    expect(signals).toEqual(['One']);
    expect(calls).toEqual(['Called']);
  });
});
