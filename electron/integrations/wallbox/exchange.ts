import type { Failure } from '../../../shared/domain/failure.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { Result } from '../../../shared/result.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import type { AdapterTools } from '../adapter.ts';

/** One request in the cloud's terms. */
export interface Outgoing {
  readonly host: keyof typeof hosts;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With `{id}` where the charger's id belongs, so that it can stand in the log. */
  readonly template: string;
  readonly chargerId?: string;
  /** The whole value of `Authorization`. Never logged. */
  readonly authorization: string;
  readonly json?: unknown;
  readonly signal: AbortSignal;
}

/** Sends one request and logs what came of it. */
export type Exchange = (outgoing: Outgoing) => Promise<Result<HttpAnswer, Failure>>;

const hosts = { user: 'https://user-api.wall-box.com', api: 'https://api.wall-box.com' } as const;

/** Calls have been seen to hang (PY#7, PY#51). */
const timeoutMs = 15_000;
/** The largest reply known, a year of sessions, is far below; a status is about 4 kB. */
const maxBytes = 2_000_000;

/** Requests with the headers that every client agrees on. */
export function exchangeWith(tools: AdapterTools): Exchange {
  const { clock, http, log, overrides } = tools;
  const repeats = new Repeats();
  return async (outgoing) => {
    const { method, template, chargerId } = outgoing;
    const began = clock.monotonic();
    const answer = await http.send({
      method,
      base: overrides.baseUrl ?? hosts[outgoing.host],
      path: template.replace('{id}', encodeURIComponent(chargerId ?? '')),
      headers: {
        authorization: outgoing.authorization,
        partner: 'wallbox',
        accept: 'application/json',
        'content-type': 'application/json;charset=UTF-8',
      },
      ...omitUndefined({
        json: outgoing.json,
        tellsIfSent: method === 'GET' ? undefined : (true as const),
      }),
      signal: outgoing.signal,
      timeoutMs,
      maxBytes,
    });
    const status = answer.ok ? answer.value.status : answer.failure.kind;
    if (!repeats.isOne(outgoing, status)) {
      const ms = Math.round(clock.monotonic() - began);
      log.info('Wallbox request', { method, path: template, charger: chargerId, status, ms });
    }
    return answer;
  };
}

/** Readings that go well again and again: a line for each would push everything else out of the log. */
class Repeats {
  readonly #last = new Map<string, number | Failure['kind']>();

  isOne({ method, template, chargerId = '' }: Outgoing, status: number | Failure['kind']): boolean {
    if (method !== 'GET') return false;
    const name = `${template} ${chargerId}`;
    const isRepeat = status === 200 && this.#last.get(name) === status;
    this.#last.set(name, status);
    return isRepeat;
  }
}
