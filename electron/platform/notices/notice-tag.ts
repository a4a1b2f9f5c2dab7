import { createHash } from 'node:crypto';
import type { Notice } from '../../ports/notice.ts';

/**
 * By this the desktop knows a notice again, so that one that is given twice stands there once, and a
 * newer one of the same topic, given also by a later start of the app, takes its place.
 * Windows takes up to 64 characters, which ids of ours can exceed.
 */
export function noticeTag({ id, topic }: Pick<Notice, 'id' | 'topic'>): string {
  return createHash('sha256')
    .update(topic ?? id)
    .digest('hex')
    .slice(0, 32);
}
