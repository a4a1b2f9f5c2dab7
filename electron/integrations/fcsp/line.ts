import type { Failure } from '../../../shared/domain/failure.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { Result } from '../../../shared/result.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import type { AdapterTools } from '../adapter.ts';
import { type CallName, calls, pathOf } from './calls.ts';

/** One call in the station's terms. */
export interface Outgoing {
  readonly call: CallName;
  /** Absent for the calls that give one. Never logged. */
  readonly token?: string;
  readonly json?: unknown;
  readonly signal: AbortSignal;
}

/** How a call went the last time. */
export interface Outcome {
  /** HTTP status, or the kind of failure. */
  readonly outcome: string;
  readonly tookMs: number;
  /** Epoch ms. */
  readonly at: number;
}

export interface LineEnd {
  readonly base: string;
  /** SHA-256 fingerprint: nothing is sent to whoever shows another certificate. */
  readonly pin: string;
}

/** The known answers are below 2 kB; only a page in HTML is larger. */
const maxBytes = 256 * 1024;
const defaultSeconds = 30;

/** How long an answer may take, ms, from what its owner has chosen. Stations can be slow (LF). */
export function timeLimitMs(seconds: number = defaultSeconds): number {
  return Math.min(120, Math.max(5, seconds)) * 1000;
}

/** The way to one station. Every request is a line in the log, and nothing of what it carried. */
export class Line {
  readonly #tools: AdapterTools;
  readonly #end: LineEnd;
  readonly #last = new Map<CallName, Outcome>();
  #timeoutMs: number;

  constructor(tools: AdapterTools, end: LineEnd) {
    this.#tools = tools;
    this.#end = end;
    this.#timeoutMs = timeLimitMs(tools.timeoutSeconds);
  }

  setTimeoutSeconds(seconds: number): void {
    this.#timeoutMs = timeLimitMs(seconds);
  }

  /** How a call went the last time it was made. */
  last(call: CallName): Outcome | undefined {
    return this.#last.get(call);
  }

  async send({ call, token, json, signal }: Outgoing): Promise<Result<HttpAnswer, Failure>> {
    const { clock, http, log } = this.#tools;
    const method = calls[call];
    const path = pathOf(call);
    const began = clock.monotonic();
    const at = clock.now();
    const answer = await http.send({
      method,
      ...this.#end,
      path,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...omitUndefined({ authorization: token && `Bearer ${token}` }),
      },
      ...omitUndefined({ json: json ?? (method === 'POST' ? {} : undefined) }),
      signal,
      timeoutMs: this.#timeoutMs,
      maxBytes,
    });
    const status = answer.ok ? answer.value.status : answer.failure.kind;
    const tookMs = Math.round(clock.monotonic() - began);
    this.#last.set(call, { outcome: String(status), tookMs, at });
    log.info('Station request', { method, path, status, ms: tookMs });
    return answer;
  }
}
