import { createHash } from 'node:crypto';
import type { Notice } from '../../ports/notice.ts';

/**
 * By this the desktop knows a notice again, so that one that is given twice stands there once. Windows
 * takes up to 64 characters, which ids of ours can exceed.
 */
export function noticeTag({ id }: Pick<Notice, 'id'>): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32);
}
