import { beforeEach, describe, expect, it } from 'vitest';
import { Flapping } from '../../../electron/notifications/flapping.ts';
import { Notifier } from '../../../electron/notifications/notifier.ts';
import type { Notice } from '../../../electron/ports/notice.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { RecordedNotices } from '../../fakes/recorded-notices.ts';
import { notice } from '../../fixtures/core-notices.ts';

const minute = 60_000;

describe('a charger that tells something over and over', () => {
  let clock: FakeClock;
  let desktop: RecordedNotices;
  let notifier: Notifier;
  let flapping: Flapping;

  beforeEach(() => {
    clock = new FakeClock();
    desktop = new RecordedNotices();
    flapping = new Flapping(clock);
    const kept = { outbox: [] };
    const log = new RecordedLog();
    notifier = new Notifier({ port: desktop, clock, log, kept, save: async () => {} });
  });

  /** What happens once a minute. */
  async function happens(titles: readonly string[], more: Partial<Notice> = {}): Promise<void> {
    for (const title of titles) {
      const happenedAt = clock.now();
      const id = `${title}/${happenedAt}`;
      notifier.add(flapping.calmed(notice({ id, title, kind: 'fault', happenedAt, ...more })));
      await notifier.flush();
      await clock.advance(minute);
    }
  }

  const over = ['Fault', 'Over', 'Fault', 'Over'];

  it('is heard four times, and once more with the last of it when it has come to rest', async () => {
    await happens([...over, ...over, 'Fault']);
    expect(desktop.titles).toEqual(over);
    await clock.advance(13 * minute);
    await notifier.flush();
    expect(desktop.titles).toEqual(over);
    await clock.advance(minute);
    await notifier.flush();
    expect(desktop.titles).toEqual([...over, 'Fault']);
    expect(notifier.kept().outbox).toEqual([]);
  });

  it('is heard each time when that is seldom', async () => {
    for (const title of [...over, ...over]) {
      await happens([title]);
      await clock.advance(4 * minute);
    }
    expect(desktop.titles).toEqual([...over, ...over]);
  });

  it('does not drown out another charger or another kind', async () => {
    await happens([...over, ...over]);
    await happens(['Other'], { chargerId: 'a/2' });
    await happens(['Cut'], { kind: 'powerCut' });
    expect(desktop.titles).toEqual([...over, 'Other', 'Cut']);
  });

  it('is heard of each session that ends', async () => {
    await happens([...over, ...over], { kind: 'chargeEnded' });
    expect(desktop.titles).toEqual([...over, ...over]);
  });

  it('is remembered over a restart', async () => {
    await happens([...over, 'Fault']);
    expect(notifier.kept().outbox).toMatchObject([{ title: 'Fault' }]);
  });
});
