import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSessionBus } from '../../../electron/platform/dbus/session-bus.ts';
import { openBusNotices } from '../../../electron/platform/notices/bus-notices.ts';
import type { NoticeOutcome, NotificationPort } from '../../../electron/ports/app-ports.ts';
import { FakeBus } from '../../fakes/fake-bus.ts';
import { FakeClock, until } from '../../fakes/fake-clock.ts';
import { FakeNoticeService } from '../../fakes/fake-notice-service.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { notice } from '../../fixtures/core-notices.ts';

const patience = 5000;
const one = notice({ id: 'one', title: 'one' });
const two = notice({ id: 'two', title: 'two' });

let clock: FakeClock;
let bus: FakeBus;
let service: FakeNoticeService;
let notices: NotificationPort;
let chances: number;
/** To whom something was handed, in order. */
let handed: string[];

beforeEach(() => {
  bus = new FakeBus();
  service = new FakeNoticeService(bus);
  begin();
});
afterEach(() => bus.close());

/** The app starts, for the first time or again. */
function begin(environment = bus.environment): void {
  clock = new FakeClock();
  chances = 0;
  handed = [];
  const icon = () => ({ width: 1, height: 2, rgba: new Uint8Array(8) });
  const open = () => openSessionBus(environment);
  notices = openBusNotices({ open, icon, clock, log: new RecordedLog() });
  notices.onChance(() => void chances++);
}

function show(what = one, before?: string): Promise<NoticeOutcome> {
  const begins = async (to: string) => void handed.push(to);
  return notices.show(what, { begins, ...(before ? { before } : {}) });
}

/** Offers a notice to a service that does not answer, until nobody waits any more. */
async function outlasted(outcome: Promise<NoticeOutcome>, member: string): Promise<NoticeOutcome> {
  await until(() => service.asked.includes(member));
  await clock.advance(patience);
  return outcome;
}

describe.skipIf(process.platform === 'win32')('notices over the session bus', () => {
  it('are shown, and who gets them is said before', async () => {
    expect(await show()).toBe('shown');
    expect(service.titles).toEqual(['one']);
    expect(handed).toEqual(['0a1b/:1.5']);
    expect(clock.waiting).toBe(0);
  });

  it('ask the service once who it is and what it can, over one connection', async () => {
    await show();
    await show(two);
    expect(service.asked).toEqual(['GetServerInformation', 'GetCapabilities', 'Notify', 'Notify']);
    expect(bus.connections).toBe(1);
    expect(bus.rules).toHaveLength(3);
  });

  it('ask anew when another service has come', async () => {
    await show();
    service.end();
    service.can = [];
    service.come(':1.9');
    await until(() => chances === 1);
    expect(await show(two)).toBe('shown');
    expect(handed).toEqual(['0a1b/:1.5', '0a1b/:1.9']);
    expect(service.shown[0]?.actions).toEqual([]);
  });

  it('fail where there is no bus', async () => {
    begin({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' });
    expect(await show()).toBe('failed');
    expect(handed).toEqual([]);
  });

  it('fail where the bus refuses us, and come when it does not any more', async () => {
    bus.refuses = true;
    expect(await show()).toBe('failed');
    await until(() => bus.open === 0);
    bus.refuses = false;
    expect(await show()).toBe('shown');
  });

  it('fail where nobody may listen, and leave no connection behind', async () => {
    bus.refusesRules = true;
    expect(await show()).toBe('failed');
    expect(await show()).toBe('failed');
    await until(() => bus.open === 0);
    bus.refusesRules = false;
    expect(await show()).toBe('shown');
    expect(await show(two)).toBe('shown');
    expect(bus.open).toBe(1);
  });

  it('fail without a service, and there is a chance when one comes', async () => {
    service.owner = undefined;
    expect(await show()).toBe('failed');
    expect(handed).toEqual([]);
    service.come(':1.9');
    await until(() => chances === 1);
    expect(await show()).toBe('shown');
  });

  it('fail when the service refuses them, and are offered to it anew', async () => {
    service.refuses = true;
    expect(await show()).toBe('failed');
    service.refuses = false;
    expect(await show()).toBe('shown');
    expect(service.titles).toEqual(['one']);
  });

  it('come again over a new connection when the bus was gone', async () => {
    await show();
    bus.hangUp();
    await vi.waitFor(async () => expect(await show(two)).toBe('shown'));
    expect(bus.connections).toBe(2);
  });
});

describe.skipIf(process.platform === 'win32')('a service that has stopped', () => {
  it('before it said who it is was given nothing, and gets nothing more', async () => {
    service.stop();
    expect(await outlasted(show(), 'GetServerInformation')).toBe('failed');
    expect(await show()).toBe('failed');
    expect(await show(two)).toBe('failed');
    expect(service.asked).toEqual(['GetServerInformation']);
    expect(handed).toEqual([]);
    service.goOn();
    await until(() => chances === 1);
    expect(await show()).toBe('shown');
    expect(service.titles).toEqual(['one']);
  });

  it('has what it was given when it goes on, and is not given it twice', async () => {
    await show(two);
    service.stop();
    expect(await outlasted(show(), 'Notify')).toBe('unanswered');
    expect(await show(one, '0a1b/:1.5')).toBe('unanswered');
    expect(await show(two)).toBe('failed');
    service.goOn();
    await until(() => chances === 1);
    expect(await show(one, '0a1b/:1.5')).toBe('shown');
    expect(service.titles).toEqual(['two', 'one']);
    expect(clock.waiting).toBe(0);
  });

  it('and never goes on: the next one gets it', async () => {
    await show(two);
    service.stop();
    expect(await outlasted(show(), 'Notify')).toBe('unanswered');
    service.end();
    service.come(':1.9');
    await until(() => chances === 1);
    expect(await show(one, '0a1b/:1.5')).toBe('shown');
    expect(service.titles).toEqual(['one']);
  });

  it('and refuses in the end is offered it anew', async () => {
    await show(two);
    service.stop();
    expect(await outlasted(show(), 'Notify')).toBe('unanswered');
    service.refuses = true;
    service.goOn();
    await vi.waitFor(async () => expect(await show(one, '0a1b/:1.5')).toBe('failed'));
    service.refuses = false;
    expect(await show(one, '0a1b/:1.5')).toBe('shown');
    expect(service.titles).toEqual(['two', 'one']);
  });
});

describe.skipIf(process.platform === 'win32')('what an app before us may have shown', () => {
  const before = '0a1b/:1.5';

  it('takes its own place where the service knows tags', async () => {
    await show();
    begin();
    expect(await show(one, before)).toBe('shown');
    expect(service.titles).toEqual(['one']);
    expect(service.asked.filter((member) => member === 'Notify')).toHaveLength(2);
  });

  it('is not shown again by one that would show it twice', async () => {
    service.can = ['body'];
    await show();
    begin();
    expect(await show(one, before)).toBe('shown');
    expect(service.titles).toEqual(['one']);
    expect(handed).toEqual([]);
  });

  it('is shown again by one that took it away when that app was gone', async () => {
    Object.assign(service, { can: ['body'], program: 'gnome-shell' });
    begin();
    expect(await show(one, before)).toBe('shown');
    expect(service.titles).toEqual(['one']);
  });

  it('waits for a service that still has not answered', async () => {
    service.can = ['body'];
    service.stop();
    expect(await outlasted(show(one, before), 'GetServerInformation')).toBe('failed');
    expect(handed).toEqual([]);
  });

  it.each([
    ['another service', () => service.come(':1.9')],
    ['another session, whose names are the same', () => Object.assign(bus, { id: '2c3d' })],
  ])('is shown by %s', async (_whose, change) => {
    service.can = ['body'];
    change();
    expect(await show(one, before)).toBe('shown');
    expect(service.titles).toEqual(['one']);
  });
});

describe.skipIf(process.platform === 'win32')('a press', () => {
  let pressed: [string, string | undefined][];
  beforeEach(() => {
    pressed = [];
    notices.onClick(({ id }, action) => void pressed.push([id, action]));
  });

  it('is told with its notice, and with its button if it was one', async () => {
    await show();
    await show(two);
    service.press(2, 'unlock');
    service.press(1, 'default');
    await until(() => pressed.length === 2);
    expect(pressed).toEqual([
      ['two', 'unlock'],
      ['one', undefined],
    ]);
  });

  it('on what others have shown is none of ours', async () => {
    await show();
    service.press(7, 'default');
    service.press(1, 'default', ':1.66');
    service.end();
    service.come(':1.9');
    // The new one counts from one again.
    service.press(1, 'default');
    await until(() => chances === 1);
    await show(two);
    service.press(1, 'default');
    await until(() => pressed.length > 0);
    expect(pressed).toEqual([['two', undefined]]);
  });
});
