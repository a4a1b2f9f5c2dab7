import { beforeEach, describe, expect, it } from 'vitest';
import type { Telling } from '../../../electron/notifications/notice.ts';
import { Notifier } from '../../../electron/notifications/notifier.ts';
import type { NoticeOutcome } from '../../../electron/ports/app-ports.ts';
import type { Notice } from '../../../electron/ports/notice.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { Later } from '../../fakes/recorded-account.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { RecordedNotices } from '../../fakes/recorded-notices.ts';
import { noon, notice } from '../../fixtures/core-notices.ts';

const hour = 3_600_000;

let clock: FakeClock;
let desktop: RecordedNotices;
let log: RecordedLog;
/** What each save wrote: the titles in the outbox, and after a colon what is being told. */
let saved: string[];
let notifier: Notifier;

beforeEach(() => {
  clock = new FakeClock(noon);
  desktop = new RecordedNotices();
  log = new RecordedLog();
  saved = [];
  notifier = started();
});

function started(outbox: readonly Notice[] = [], telling?: Telling): Notifier {
  const made: Notifier = new Notifier({
    port: desktop,
    clock,
    log,
    kept: { outbox, ...(telling ? { telling } : {}) },
    save: async () => void saved.push(written(made)),
  });
  return made;
}

function written(made: Notifier): string {
  const { outbox, telling } = made.kept();
  const waiting = outbox.map(({ title }) => title).join(' ');
  return telling ? `${waiting}: ${telling.notice.title}` : waiting;
}

const titled = (title: string, more: Partial<Notice> = {}) =>
  notice({ id: title, title, body: `${title} body`, ...more });

async function told(...titles: string[]): Promise<void> {
  for (const title of titles) notifier.add(titled(title));
  await notifier.flush();
}

describe('the outbox', () => {
  it('tells each notice once, in order, and is saved before and after each', async () => {
    await told('one', 'two');
    await notifier.flush();
    expect(desktop.titles).toEqual(['one', 'two']);
    expect(saved).toEqual(['one two: one', 'two', 'two: two', '']);
    expect(notifier.kept().outbox).toEqual([]);
  });

  it('tells nothing before it is asked to', () => {
    notifier.add(titled('one'));
    expect(desktop.titles).toEqual([]);
    expect(notifier.kept().outbox).toHaveLength(1);
  });

  it('has the notice until the desktop has it', async () => {
    const answer = new Later<NoticeOutcome>();
    desktop.onShow = () => answer.promise;
    const telling = told('one');
    await turns();
    expect(saved).toEqual(['one: one']);
    answer.resolve('shown');
    await telling;
    expect(saved).toEqual(['one: one', '']);
  });

  it('keeps what the desktop refused, and tells it the next time', async () => {
    desktop.onShow = () => 'failed';
    await told('one');
    expect(saved).toEqual(['one: one', 'one']);
    desktop.onShow = () => 'shown';
    await notifier.flush();
    await notifier.flush();
    expect(desktop.titles).toEqual(['one', 'one']);
    expect(notifier.kept().outbox).toEqual([]);
  });

  it('a refused notice does not stand in the way of the next', async () => {
    desktop.onShow = () => (desktop.offered.length === 1 ? 'failed' : 'shown');
    await told('one', 'two');
    expect(notifier.kept().outbox.map(({ title }) => title)).toEqual(['one']);
  });

  it('drops what nobody could be told for a day, and says so in the log', async () => {
    desktop.onShow = () => 'failed';
    await told('one');
    await clock.advance(24 * hour);
    await notifier.flush();
    expect(desktop.titles).toEqual(['one', 'one']);
    await clock.advance(1);
    await notifier.flush();
    expect(desktop.titles).toHaveLength(2);
    expect(notifier.kept().outbox).toEqual([]);
    expect(log.lines.at(-1)).toEqual({
      level: 'info',
      line: 'notice suppressed',
      facts: { kind: 'chargeEnded', id: 'one', reason: 'tooOld' },
    });
  });

  it('tells one at a time, and nothing twice, however often it is asked to', async () => {
    const answer = new Later<NoticeOutcome>();
    desktop.onShow = () => answer.promise;
    const telling = told('one');
    await Promise.all([notifier.flush(), notifier.flush()]);
    expect(desktop.titles).toEqual(['one']);
    answer.resolve('shown');
    await telling;
    expect(desktop.titles).toEqual(['one']);
  });

  it('tells what was laid down while it was busy, without being asked again', async () => {
    const answer = new Later<NoticeOutcome>();
    desktop.onShow = () => (desktop.offered.length === 1 ? answer.promise : 'shown');
    const telling = told('one');
    await told('two');
    expect(desktop.titles).toEqual(['one']);
    answer.resolve('shown');
    await telling;
    expect(desktop.titles).toEqual(['one', 'two']);
  });

  it('does not try for ever what is refused while it is busy', async () => {
    const answer = new Later<NoticeOutcome>();
    desktop.onShow = () => answer.promise;
    const telling = told('one');
    await notifier.flush();
    answer.resolve('failed');
    await telling;
    expect(desktop.titles).toEqual(['one', 'one']);
    expect(notifier.kept().outbox).toHaveLength(1);
  });
});

describe('after a gap', () => {
  it('holds everything back until each charger was heard of, and tells it as one', async () => {
    notifier.hold(['a/1', 'a/2']);
    await told('one', 'two');
    notifier.settled('a/1');
    await notifier.flush();
    expect(desktop.titles).toEqual([]);
    notifier.settled('a/2');
    await notifier.flush();
    expect(desktop.offered).toMatchObject([
      { title: '2 updates while you were away', body: 'one: one body\ntwo: two body' },
    ]);
    expect(saved).toEqual(['one two: 2 updates while you were away', '']);
    expect(notifier.kept().outbox).toEqual([]);
  });

  it('lets a single notice be itself', async () => {
    notifier.hold(['a/1']);
    notifier.settled('a/1');
    await told('one');
    expect(desktop.titles).toEqual(['one']);
  });

  it('holds nothing back when there is no charger to hear of', async () => {
    notifier.hold([]);
    await told('one', 'two');
    expect(desktop.titles).toEqual(['one', 'two']);
  });

  it('tells one by one again once the burst is over', async () => {
    notifier.hold(['a/1']);
    notifier.settled('a/1');
    await notifier.flush();
    await told('one', 'two');
    expect(desktop.titles).toEqual(['one', 'two']);
  });

  it('a summary that the desktop refused stays one', async () => {
    notifier.hold(['a/1']);
    notifier.settled('a/1');
    desktop.onShow = () => 'failed';
    await told('one', 'two');
    expect(notifier.kept().outbox).toHaveLength(2);
    desktop.onShow = () => 'shown';
    await notifier.flush();
    expect(desktop.titles).toEqual([
      '2 updates while you were away',
      '2 updates while you were away',
    ]);
    expect(notifier.kept().outbox).toEqual([]);
  });

  it('names five and hints at the rest', async () => {
    notifier.hold(['a/1']);
    notifier.settled('a/1');
    await told('1', '2', '3', '4', '5', '6', '7');
    const [summary] = desktop.offered;
    expect(summary?.title).toBe('7 updates while you were away');
    expect(summary?.body.split('\n')).toEqual([
      '1: 1 body',
      '2: 2 body',
      '3: 3 body',
      '4: 4 body',
      '5: 5 body',
      '…',
    ]);
  });

  it('leads to no charger and asks for nothing, since it is about several things', async () => {
    notifier.hold(['a/1']);
    notifier.settled('a/1');
    const action = { command: 'unlock', label: 'Unlock' } as const;
    notifier.add(titled('one', { happenedAt: noon }));
    notifier.add(titled('two', { happenedAt: noon + 1, kind: 'carWaiting', action }));
    await notifier.flush();
    const [summary] = desktop.offered;
    expect(summary).toMatchObject({ kind: 'carWaiting', happenedAt: noon + 1 });
    expect(summary).not.toHaveProperty('action');
    expect(summary).not.toHaveProperty('chargerId');
  });

  it('leaves out of the summary what is too old by then', async () => {
    notifier.hold(['a/1']);
    notifier.add(titled('old', { happenedAt: noon - 25 * hour }));
    notifier.add(titled('new'));
    notifier.settled('a/1');
    await notifier.flush();
    expect(desktop.titles).toEqual(['new']);
  });
});

describe('a restart', () => {
  it('tells what was kept, several as one', async () => {
    notifier = started([titled('one'), titled('two')]);
    await notifier.flush();
    expect(desktop.titles).toEqual(['2 updates while you were away']);
    expect(desktop.before).toEqual([undefined]);
  });

  it('tells a single kept notice as itself', async () => {
    notifier = started([titled('one')]);
    await notifier.flush();
    expect(desktop.titles).toEqual(['one']);
  });

  it('does not tell what happened more than a day ago', async () => {
    notifier = started([titled('old', { happenedAt: noon - 24 * hour - 1 })]);
    await notifier.flush();
    expect(desktop.titles).toEqual([]);
    expect(notifier.kept().outbox).toEqual([]);
  });
});

describe('a desktop that gives no answer', () => {
  beforeEach(async () => {
    desktop.onShow = () => 'unanswered';
    await told('one');
  });

  it('is asked for it and nothing else, until it is known what became of it', async () => {
    await told('two', 'three');
    expect(desktop.titles).toEqual(['one', 'one']);
    expect(desktop.before).toEqual([undefined, 'service']);
    expect(saved.at(-1)).toBe('one two three: one');
    desktop.onShow = () => 'shown';
    await notifier.flush();
    expect(desktop.titles.slice(2)).toEqual(['one', '2 updates while you were away']);
    expect(saved.at(-1)).toBe('');
  });

  it('and cannot be reached then may have it: that is asked first, also after a kill', async () => {
    Object.assign(desktop, { service: undefined, onShow: () => 'failed' });
    await told('two');
    expect(written(notifier)).toBe('one two: one');
    const { outbox, telling } = notifier.kept();
    notifier = started(outbox, telling);
    await notifier.flush();
    expect(desktop.titles).toEqual(['one', 'one', 'one']);
    expect(desktop.before).toEqual([undefined, 'service', 'service']);
  });

  it('and refuses it in the end has not told it: what waits is told as one', async () => {
    desktop.onShow = () => 'failed';
    await told('two');
    expect(desktop.titles).toEqual(['one', 'one']);
    expect(saved.at(-1)).toBe('one two');
    desktop.onShow = () => 'shown';
    await notifier.flush();
    expect(desktop.titles.at(-1)).toBe('2 updates while you were away');
    expect(notifier.kept()).toEqual({ outbox: [] });
  });

  it('is not waited for beyond a day', async () => {
    await clock.advance(24 * hour + 1);
    desktop.onShow = () => 'shown';
    notifier.add(titled('two', { happenedAt: clock.now() }));
    await notifier.flush();
    expect(desktop.titles).toEqual(['one', 'two']);
  });

  it('is said once in the log', async () => {
    await notifier.flush();
    await notifier.flush();
    expect(log.lines).toHaveLength(1);
  });
});

describe('an app that was killed while it told', () => {
  const [one, two, three] = [titled('one'), titled('two'), titled('three')] as const;

  it('asks at the next start for the very same notice', async () => {
    notifier = started([one, two, three], { notice: one, covers: ['one'], to: 'service' });
    await notifier.flush();
    expect(desktop.titles).toEqual(['one', '2 updates while you were away']);
    expect(desktop.before).toEqual(['service', undefined]);
    expect(saved.at(-1)).toBe('');
  });

  it('makes no other summary of what may have been shown in one', async () => {
    const summary = titled('summary');
    const covers = ['one', 'two'];
    notifier = started([one, two, three], { notice: summary, covers, to: 'service' });
    await notifier.flush();
    expect(desktop.titles).toEqual(['summary', 'three']);
    expect(saved.at(-1)).toBe('');
  });

  it('asks for nothing when all of it is told or too old', async () => {
    notifier = started([two], { notice: one, covers: ['one'], to: 'service' });
    await notifier.flush();
    expect(desktop.titles).toEqual(['two']);
  });
});

it('nothing is written down where nobody is given anything', async () => {
  desktop.service = undefined;
  desktop.onShow = () => 'failed';
  await told('one');
  expect(saved).toEqual([]);
});
