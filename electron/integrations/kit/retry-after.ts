import { bounds } from '../../../shared/domain/bounds.ts';
import type { HttpAnswer } from '../../ports/http.ts';

/**
 * How long an answer asks to stay away, ms; 0 when it does not. `Retry-After` is in seconds or a
 * date, and a date is measured by the sender's own clock. `now` is epoch ms.
 */
export function retryAfterMs({ headers }: Pick<HttpAnswer, 'headers'>, now: number): number {
  const asked = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(asked)) return Math.min(bounds.durationMs.most, Number(asked) * 1000);
  const sent = Date.parse(headers.date ?? '');
  const ms = Date.parse(asked) - (Number.isNaN(sent) ? now : sent);
  return ms > 0 ? ms : 0;
}
