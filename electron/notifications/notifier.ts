import { noticeText } from '../../shared/text/notice-text.ts';
import type { NoticeShell } from '../shells.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import type { Notice } from './notice.ts';
import { tooOldMs } from './policy.ts';

/** Tells what lies in the outbox, each once, and takes it out when the desktop has it. */
export interface Notifier {
  /** Lays a notice down; it is told at the next `flush`. */
  add(notice: Notice): void;
  waiting(): readonly Notice[];
  /** Shows what waits, unless it is held back. Never throws. */
  flush(): Promise<void>;
  /** Holds everything back while these are still to be heard of, so that a burst becomes one. */
  hold(chargerIds: Iterable<string>): void;
  /** That charger was heard of, or could not be: it holds nothing back any more. */
  settled(chargerId: string): void;
}

interface Parts {
  readonly shell: NoticeShell;
  readonly clock: Clock;
  readonly log: Log;
  readonly kept: readonly Notice[];
  /** Makes the outbox durable. */
  readonly save: () => void;
}

const mostInSummary = 5;

export function createNotifier(parts: Parts): Notifier {
  const { shell, clock, log, save } = parts;
  const outbox: Notice[] = [...parts.kept];
  const awaited = new Set<string>();
  let burst = parts.kept.length > 0;
  let busy = false;
  let again = false;

  async function flush(): Promise<void> {
    // What is laid down while the desktop takes its time must not wait for the next occasion.
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again && awaited.size === 0) await flushOnce();
    } finally {
      busy = false;
    }
  }

  async function flushOnce(): Promise<void> {
    again = false;
    dropOld();
    const gathered = burst && outbox.length > 1;
    burst = false;
    if (!gathered) for (const notice of [...outbox]) await tell(notice, [notice]);
    else if (!(await tell(summary(outbox), [...outbox]))) burst = true;
  }

  async function tell(notice: Notice, covers: readonly Notice[]): Promise<boolean> {
    const outcome = await shell.show(notice);
    log.info('notice', { kind: notice.kind, id: notice.id, outcome });
    // What the desktop refused stays for the next time, until it is too old to tell.
    if (outcome === 'failed') return false;
    for (const told of covers) outbox.splice(outbox.indexOf(told), 1);
    save();
    return true;
  }

  function dropOld(): void {
    for (const notice of [...outbox]) {
      if (clock.now() - notice.happenedAt <= tooOldMs) continue;
      log.info('notice suppressed', { kind: notice.kind, id: notice.id, reason: 'tooOld' });
      outbox.splice(outbox.indexOf(notice), 1);
    }
  }

  return {
    add: (notice) => void outbox.push(notice),
    waiting: () => outbox,
    flush,
    hold(chargerIds) {
      for (const id of chargerIds) awaited.add(id);
      if (awaited.size > 0) burst = true;
    },
    settled: (chargerId) => void awaited.delete(chargerId),
  };
}

function summary(notices: readonly Notice[]): Notice {
  const newest = notices.reduce((a, b) => (b.happenedAt > a.happenedAt ? b : a));
  const lines = notices.slice(0, mostInSummary).map((notice) => `${notice.title}: ${notice.body}`);
  const { action: _action, chargerId: _charger, ...rest } = newest;
  return {
    ...rest,
    id: `summary/${newest.id}`,
    ...noticeText.summary(notices.length, lines),
  };
}
