import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSessionBus } from '../../../electron/platform/dbus/session-bus.ts';
import { openBusNotices } from '../../../electron/platform/notices/bus-notices.ts';
import type { NotificationPort } from '../../../electron/ports/app-ports.ts';
import type { Notice } from '../../../electron/ports/notice.ts';
import { FakeBus } from '../../fakes/fake-bus.ts';
import { FakeClock, until } from '../../fakes/fake-clock.ts';
import { FakeNoticeService } from '../../fakes/fake-notice-service.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { notice } from '../../fixtures/core-notices.ts';

const named = (title: string, topic?: string): Notice => notice({ id: title, title, topic });
const fault = named('Fault', 'a/1/fault');
const cleared = named('Fault cleared', 'a/1/fault');
const end = named('Charge complete');

let bus: FakeBus;
let service: FakeNoticeService;
let notices: NotificationPort;
let clock: FakeClock;
let pressed: (string | undefined)[];

beforeEach(() => {
  bus = new FakeBus();
  service = new FakeNoticeService(bus);
  // One that knows no tags: only its numbers say what takes whose place.
  service.can = ['actions', 'body'];
  const open = () => openSessionBus(bus.environment);
  clock = new FakeClock();
  const log = new RecordedLog();
  notices = openBusNotices({ open, icon: () => undefined, clock, log });
  pressed = [];
  notices.onClick(({ id }) => void pressed.push(id));
});
afterEach(() => bus.close());

async function show(...all: readonly Notice[]): Promise<void> {
  for (const one of all) await notices.show(one, { begins: async () => undefined });
}

const titles = () => notices.standing().map(({ title }) => title);

describe.skipIf(process.platform === 'win32')('what stands on the desktop', () => {
  it('gives its place to a newer one of the same topic', async () => {
    await show(fault, end, cleared);
    expect(service.titles).toEqual(['Fault cleared', 'Charge complete']);
    expect(titles()).toEqual(['Charge complete', 'Fault cleared']);
    service.press(1, 'default');
    await until(() => pressed.length > 0);
    expect(pressed).toEqual(['Fault cleared']);
  });

  it('keeps its place from the same of another charger, and from ends of sessions', async () => {
    await show(fault, named('Fault of another', 'a/2/fault'), end, named('Charge stopped'));
    expect(service.titles).toEqual([
      'Fault',
      'Fault of another',
      'Charge complete',
      'Charge stopped',
    ]);
  });

  it.each([
    ['expired', 1],
    ['dismissed', 2],
  ])('%s: what comes after it gets a place of its own', async (_how, reason) => {
    await show(fault);
    service.close(1, reason);
    await until(() => titles().length === 0);
    await show(cleared);
    expect(service.shown.map(({ number }) => number)).toEqual([2]);
  });

  it('can still be clicked in a list when it has expired, not when it was dismissed', async () => {
    await show(fault, end);
    service.close(1, 1);
    service.close(2, 2);
    await until(() => titles().length === 0);
    service.press(2, 'default');
    service.press(1, 'default');
    await until(() => pressed.length > 0);
    expect(pressed).toEqual(['Fault']);
  });

  it('is taken away when it has passed, and nothing else with it', async () => {
    await show(fault, end);
    notices.withdraw(fault);
    expect(titles()).toEqual(['Charge complete']);
    await until(() => service.titles.length === 1);
    expect(service.titles).toEqual(['Charge complete']);
    notices.withdraw(fault);
    await show(cleared);
    expect(service.asked.filter((member) => member === 'CloseNotification')).toHaveLength(1);
  });

  it('is taken away by a service that has stopped once it goes on; nobody waits', async () => {
    await show(fault);
    service.stop();
    notices.withdraw(fault);
    expect(titles()).toEqual([]);
    service.goOn();
    await until(() => service.titles.length === 0);
  });

  it('is gone with the service that has shown it', async () => {
    await show(fault);
    service.end();
    service.come(':1.9');
    await until(() => titles().length === 0);
    await show(cleared);
    expect(service.shown).toMatchObject([{ summary: 'Fault cleared', number: 1 }]);
  });

  it('is remembered of the last fifty only', async () => {
    for (let one = 1; one <= 51; one += 1) await show(named(`${one}`));
    expect(titles()).toHaveLength(50);
    expect(titles()).not.toContain('1');
  });
});

describe.skipIf(process.platform === 'win32')('a test notification', () => {
  const test = notice({ id: 'test', title: 'Test', topic: 'test' });

  it('says that the desktop took it, and stands there once', async () => {
    expect(await notices.test(test)).toBe('shown');
    expect(await notices.test(test)).toBe('shown');
    expect(service.titles).toEqual(['Test']);
  });

  it('says that it was refused', async () => {
    service.refuses = true;
    expect(await notices.test(test)).toBe('refused');
  });

  it('says that nobody shows notifications', async () => {
    service.owner = undefined;
    expect(await notices.test(test)).toBe('noService');
  });

  it.each(['GetServerInformation', 'Notify'])('says that %s got no answer', async (member) => {
    if (member === 'Notify') await show(end);
    service.stop();
    const before = service.asked.length;
    const outcome = notices.test(test);
    await until(() => service.asked.slice(before).includes(member));
    await clock.advance(5000);
    expect(await outcome).toBe('noAnswer');
    expect(await notices.test(test)).toBe('noAnswer');
  });

  it('leaves what is told alone: that is shown, and asked for as before', async () => {
    await show(end);
    await notices.test(test);
    await show(fault);
    expect(service.titles).toEqual(['Charge complete', 'Test', 'Fault']);
  });
});

it.skipIf(process.platform === 'win32')('a button that opens is a click', async () => {
  await show(fault);
  service.press(1, 'open');
  await until(() => pressed.length > 0);
  expect(pressed).toEqual(['Fault']);
});
