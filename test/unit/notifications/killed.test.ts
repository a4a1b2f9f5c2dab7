import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Notifier, type PersistedNotices } from '../../../electron/notifications/notifier.ts';
import { openSessionBus } from '../../../electron/platform/dbus/session-bus.ts';
import { openBusNotices } from '../../../electron/platform/notices/bus-notices.ts';
import { FakeBus } from '../../fakes/fake-bus.ts';
import { FakeClock, turns, until } from '../../fakes/fake-clock.ts';
import { FakeNoticeService } from '../../fakes/fake-notice-service.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { noon, notice } from '../../fixtures/core-notices.ts';

const patience = 5000;
const end = notice({ id: 'end', title: 'end' });

let bus: FakeBus;
let service: FakeNoticeService;
let clock: FakeClock;
/** As the last save wrote it. */
let disk: PersistedNotices;
let notifier: Notifier;

beforeEach(() => {
  bus = new FakeBus();
  service = new FakeNoticeService(bus);
  disk = { outbox: [] };
});
afterEach(() => bus.close());

/** The app starts, for the first time or after it was killed, with what is on the disk. */
function start(): void {
  clock = new FakeClock(noon);
  const log = new RecordedLog();
  const open = () => openSessionBus(bus.environment);
  const port = openBusNotices({ open, icon: () => undefined, clock, log });
  const made: Notifier = new Notifier({
    port,
    clock,
    log,
    kept: disk,
    save: async () => {
      if (notifier === made) disk = structuredClone(made.kept());
    },
  });
  port.onChance(() => void made.flush());
  notifier = made;
}

/** Tells, to a service that does not answer to `member`, until nobody waits any more. */
async function outlasted(member: string): Promise<void> {
  const times = service.asked.filter((asked) => asked === member).length;
  const telling = notifier.flush();
  await until(() => service.asked.filter((asked) => asked === member).length > times);
  await clock.advance(patience);
  await telling;
}

describe.skipIf(process.platform === 'win32')('an app that is killed while a service hangs', () => {
  beforeEach(async () => {
    // One that would show twice what it is given twice.
    service.can = ['body'];
    start();
    notifier.add(notice({ id: 'first', title: 'first' }));
    await notifier.flush();
    service.stop();
    notifier.add(end);
    await outlasted('Notify');
    bus.hangUp();
    start();
  });

  it('does not show its notice twice, also when it still hangs after the next start', async () => {
    await outlasted('GetServerInformation');
    service.goOn();
    await until(() => disk.outbox.length === 0);
    expect(service.titles).toEqual(['first', 'end']);
  });

  it('shows it to the next service, which was never given it', async () => {
    await outlasted('GetServerInformation');
    service.end();
    await turns();
    service.come(':1.9');
    await until(() => disk.outbox.length === 0);
    expect(service.titles).toEqual(['end']);
  });
});
