import { describe, expect, it } from 'vitest';
import { Notifier, type PersistedNotices } from '../../../electron/notifications/notifier.ts';
import type { Notice } from '../../../electron/ports/notice.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { RecordedNotices } from '../../fakes/recorded-notices.ts';
import { noon, notice } from '../../fixtures/core-notices.ts';
import { fc } from '../../fixtures/properties.ts';

const minute = 60_000;
const saved = (kept: PersistedNotices): PersistedNotices => JSON.parse(JSON.stringify(kept));

/** A desktop, and a charger in front of it whose sessions end. */
class Home {
  readonly clock = new FakeClock(noon);
  readonly desktop = new RecordedNotices();
  readonly log = new RecordedLog();
  notifier = this.#started({ outbox: [] });
  #number = 0;

  /** The app is closed and comes again. */
  restart(): void {
    this.notifier.stop();
    this.notifier = this.#started(saved(this.notifier.kept()));
  }

  /** A session ends that took so long; gives the id of its notification. */
  async end(lastedMinutes: number, more: { energyWh?: number; chargerId?: string } = {}) {
    const { energyWh, chargerId = 'a/1' } = more;
    this.#number += 1;
    const endedAt = this.clock.now();
    const startedAt = endedAt - lastedMinutes * minute;
    const ended = { who: 'Garage', startedAt, endedAt, ...(energyWh ? { energyWh } : {}) };
    const id = `${chargerId}/${this.#number}`;
    const title = `End ${this.#number}`;
    this.notifier.add(notice({ id, title, chargerId, ended, happenedAt: endedAt }));
    await this.notifier.flush();
    return id;
  }

  async pass(minutes: number): Promise<void> {
    await this.clock.advance(minutes * minute);
  }

  /** Nine sessions of a minute each within 23 minutes, from the start of the first one. */
  async flapping(between?: () => void): Promise<void> {
    await this.pass(1);
    for (let one = 1; one <= 9; one += 1) {
      await this.end(1, { energyWh: 1200 / 9 });
      if (one < 9) await this.pass(22 / 8);
      between?.();
    }
  }

  #started(kept: PersistedNotices): Notifier {
    const { clock, desktop: port, log } = this;
    return new Notifier({ port, clock, log, kept, save: async () => undefined });
  }
}

const sum = 'Charging started and stopped · Garage';

describe('sessions that end over and over', () => {
  it('are told once, and summed up once the charger has come to rest', async () => {
    const home = new Home();
    await home.flapping();
    expect(home.desktop.titles).toEqual(['End 1']);
    await home.pass(9);
    expect(home.desktop.titles).toEqual(['End 1']);
    await home.pass(1);
    expect(home.desktop.titles).toEqual(['End 1', sum]);
    expect(home.desktop.offered.at(-1)?.body).toBe(
      '9 sessions in 23\u00a0min, 1.20\u00a0kWh in total',
    );
    expect(home.notifier.kept().outbox).toEqual([]);
    expect(home.clock.waiting).toBe(0);
  });

  it('also when the app is closed and started again meanwhile', async () => {
    const home = new Home();
    await home.flapping(() => home.restart());
    home.restart();
    await home.notifier.flush();
    await home.pass(10);
    expect(home.desktop.titles).toEqual(['End 1', sum]);
    expect(home.desktop.offered.at(-1)?.body).toContain('9 sessions');
  });

  it('have no total where the energy of one is unknown', async () => {
    const home = new Home();
    for (const energyWh of [500, 0, 700]) {
      await home.end(1, energyWh ? { energyWh } : {});
      await home.pass(3);
    }
    await home.pass(10);
    expect(home.desktop.offered.at(-1)?.body).toBe('3 sessions in 7\u00a0min');
  });

  it('are summed up every hour where the charger never comes to rest', async () => {
    const home = new Home();
    for (let at = 0; at < 150; at += 3) {
      await home.end(1);
      await home.pass(3);
    }
    expect(home.desktop.titles.filter((title) => title === sum)).toHaveLength(2);
  });

  it('are told each, where they are long, or far from one another', async () => {
    const home = new Home();
    await home.end(1);
    await home.pass(8);
    await home.end(6);
    await home.pass(10);
    await home.end(1);
    expect(home.desktop.titles).toEqual(['End 1', 'End 2', 'End 3']);
  });

  it('one that had to wait alone is told as itself', async () => {
    const home = new Home();
    await home.end(1);
    await home.pass(2);
    await home.end(1);
    await home.pass(10);
    expect(home.desktop.titles).toEqual(['End 1', 'End 2']);
  });

  it('are those of one charger: another one is told at once', async () => {
    const home = new Home();
    await home.end(1);
    await home.end(1, { chargerId: 'a/2' });
    expect(home.desktop.titles).toEqual(['End 1', 'End 2']);
  });
});

it('a simulated charger that lives faster than any real one is told of each time', async () => {
  const home = new Home();
  const { clock, desktop: port, log } = home;
  const [kept, save] = [{ outbox: [] }, async () => undefined];
  home.notifier = new Notifier({ port, clock, log, kept, save, paceSeconds: () => 2 });
  for (let one = 1; one <= 3; one += 1) await home.end(0.01);
  expect(home.desktop.titles).toEqual(['End 1', 'End 2', 'End 3']);
});

it('a sum is written as in the region', async () => {
  const home = new Home();
  const { clock, desktop: port, log } = home;
  const [kept, save] = [{ outbox: [] }, async () => undefined];
  const formatOptions = () => ({ locale: 'en-DE', numberLocale: 'de-DE' });
  home.notifier = new Notifier({ port, clock, log, kept, save, formatOptions });
  await home.flapping();
  await home.pass(60);
  expect(home.desktop.offered.at(-1)?.body).toMatch(/1,20.kWh/);
});

/** Something that happens: minutes pass, and a session ends or the app starts anew. */
const step = fc.record({
  minutes: fc.integer({ min: 0, max: 14 }),
  lasted: fc.integer({ min: 0, max: 8 }),
  chargerId: fc.constantFrom('a/1', 'a/2'),
  what: fc.constantFrom('end', 'end', 'end', 'restart', 'refuse', 'take'),
});

it('whatever comes, every end is told once, by itself or within a sum', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const home = new Home();
      const laid: string[] = [];
      const told: string[] = [];
      let takes = true;
      home.desktop.onShow = () => {
        if (!takes) return 'failed';
        told.push(...(home.notifier.kept().telling?.covers ?? []));
        return 'shown';
      };
      for (const { minutes, lasted, chargerId, what } of steps) {
        await home.pass(minutes);
        if (what === 'restart') home.restart();
        else if (what === 'end') laid.push(await home.end(lasted, { chargerId }));
        else takes = what === 'take';
      }
      takes = true;
      await home.notifier.flush();
      await home.pass(71);
      await home.notifier.flush();
      expect(told.toSorted()).toEqual(laid.toSorted());
      expect(home.notifier.kept().outbox).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe('in quiet hours', () => {
  const fault: Notice = notice({ id: 'fault', title: 'Fault', kind: 'fault', topic: 'a/1/fault' });

  function quiet() {
    const home = new Home();
    const until = noon + 60 * minute;
    const { clock, desktop: port, log } = home;
    const waitsUntil = ({ urgency }: Notice) =>
      urgency !== 'critical' && clock.now() < until ? until : undefined;
    const kept = { outbox: [] };
    home.notifier = new Notifier({ port, clock, log, kept, waitsUntil, save: async () => {} });
    return home;
  }

  it('ends wait, and are told as one summary when these are over', async () => {
    const home = quiet();
    await home.end(60);
    await home.pass(30);
    await home.end(20);
    await home.pass(29);
    expect(home.desktop.titles).toEqual([]);
    await home.pass(1);
    expect(home.desktop.offered).toMatchObject([
      { title: '2 updates during quiet hours', body: 'End 1: 10.99 kWh\nEnd 2: 10.99 kWh' },
    ]);
    expect(home.log.lines[0]?.facts).toMatchObject({ reason: 'quietHours' });
  });

  it('what is critical is told, and leaves the others waiting', async () => {
    const home = quiet();
    await home.end(60);
    home.notifier.add({ ...fault, urgency: 'critical' });
    await home.notifier.flush();
    expect(home.desktop.titles).toEqual(['Fault']);
    await home.end(60, { chargerId: 'a/2' });
    await home.pass(60);
    expect(home.desktop.titles).toEqual(['Fault', '2 updates during quiet hours']);
  });

  it('of what happened about one thing the last is told', async () => {
    const home = quiet();
    home.notifier.add(fault);
    home.notifier.add({ ...fault, id: 'over', title: 'Fault cleared' });
    await home.pass(60);
    await home.notifier.flush();
    expect(home.desktop.titles).toEqual(['Fault cleared']);
  });

  it('nothing is told that is a day old when these are over', async () => {
    const home = quiet();
    const day = 24 * 60 * minute;
    home.notifier.add(notice({ id: 'old', happenedAt: noon + 60 * minute - day - 1 }));
    await home.pass(60);
    await home.notifier.flush();
    expect(home.desktop.titles).toEqual([]);
  });
});
