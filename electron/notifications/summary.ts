import { noticeText } from '../../shared/text/notice-text.ts';
import type { Notice } from '../ports/notice.ts';
import type { ToTell } from './session-ends.ts';

const mostInSummary = 5;

/** Several notifications as one, for a reason that its title says. Pure. */
export function summary(all: readonly ToTell[], say: 'summary' | 'quietSummary'): ToTell {
  const notices = all.map(({ notice }) => notice);
  const newest = notices.reduce((a, b) => (b.happenedAt > a.happenedAt ? b : a));
  const { action: _action, chargerId: _charger, topic: _topic, ended: _ended, ...rest } = newest;
  const words = noticeText[say](notices.length, notices.slice(0, mostInSummary));
  const notice = { ...rest, id: `summary/${newest.id}`, ...words };
  return { notice, covers: all.flatMap(({ covers }) => covers) };
}

/** What a notification is about: of two that wait about the same the later one is told. Pure. */
export function subject({ chargerId, kind, topic }: Notice): string {
  return topic ?? `${chargerId}/${kind}`;
}

export function idsOf(notices: readonly Notice[]): readonly string[] {
  return notices.map(({ id }) => id);
}
