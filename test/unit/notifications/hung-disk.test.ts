import { expect, it } from 'vitest';
import { Notifier } from '../../../electron/notifications/notifier.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { RecordedNotices } from '../../fakes/recorded-notices.ts';
import { noon, notice } from '../../fixtures/core-notices.ts';

const titled = (title: string) => notice({ id: title, title });

it('a disk that hangs holds no notice up for longer than a second each time', async () => {
  const clock = new FakeClock(noon);
  const desktop = new RecordedNotices();
  const notifier = new Notifier({
    port: desktop,
    clock,
    log: new RecordedLog(),
    kept: { outbox: [] },
    save: () => new Promise<void>(() => undefined),
  });
  notifier.add(titled('one'));
  notifier.add(titled('two'));
  const telling = notifier.flush();
  await clock.advance(999);
  expect(desktop.answered).toBe(0);
  await clock.advance(1);
  expect(desktop.answered).toBe(1);
  await clock.advance(2000);
  expect(desktop.answered).toBe(2);
  await clock.advance(1000);
  await telling;
  expect(notifier.kept()).toEqual({ outbox: [] });
});
