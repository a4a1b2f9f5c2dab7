import type { z } from 'zod';
import type { AnyPriceSourceId, PriceFailure } from '../../../../shared/domain/price/source.ts';
import { omitUndefined } from '../../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import { jsonOf } from '../../../integrations/kit/json-of.ts';
import { retryAfterMs } from '../../../integrations/kit/retry-after.ts';
import type { HttpAnswer, HttpFailure } from '../../../ports/http.ts';
import type { PriceTools } from '../price-source.ts';

/** One question to a source. */
export interface PriceQuestion {
  readonly source: AnyPriceSourceId;
  /** Of the source itself, without a slash at its end: `https://api.example.com`. */
  readonly origin: string;
  /** From the first slash, query included, as `pathWith` gives it. */
  readonly path: string;
  /** Sent as POST; absent: GET. */
  readonly json?: unknown;
  /** Secret, sent as `Authorization: Bearer`. With it a refusal is about the token. */
  readonly token?: string;
  /** What 404 means; absent: the market has not said its prices yet. */
  readonly missing?: PriceFailure;
  /** What an answer other than 200 means by its body; undefined: what its status says. */
  readonly refusal?: (answer: HttpAnswer) => PriceFailure | undefined;
}

export type PriceAnswer<T> = Result<T, PriceFailure>;

/** Some sources take long in the early afternoon, when everybody asks (EVCC#23006). */
const timeoutMs = 30_000;
/** A list of products is the largest answer known, some hundred kB; three days of quarters have 30. */
const maxBytes = 2_000_000;
const hourMs = 3_600_000;

/**
 * Asks once. The answer has status 200; any other is a failure, as is none. Where a source says no
 * time after which it may be asked again, an hour is kept.
 */
export async function ask(
  { source, origin, path, json, token, missing, refusal }: PriceQuestion,
  { baseUrl = origin, clock, http, log }: PriceTools,
  signal: AbortSignal,
): Promise<PriceAnswer<HttpAnswer>> {
  if (signal.aborted) return failed({ kind: 'unreachable' });
  const answer = await http.send({
    method: json === undefined ? 'GET' : 'POST',
    base: baseUrl,
    path,
    headers: {
      accept: '*/*',
      ...omitUndefined({ authorization: token === undefined ? undefined : `Bearer ${token}` }),
    },
    ...omitUndefined({ json }),
    signal,
    timeoutMs,
    maxBytes,
  });
  log.info('Prices asked', {
    source,
    status: answer.ok ? answer.value.status : answer.failure.kind,
  });
  if (!answer.ok) return failed(failureOf(answer.failure));
  if (answer.value.status === 200) return answer;
  return failed(
    refusal?.(answer.value) ??
      refusalOf(answer.value, { now: clock.now(), hasToken: token !== undefined, missing }),
  );
}

/** The same, where the body is JSON of a known shape; any other is not understood. */
export async function askJson<T>(
  question: PriceQuestion & { readonly shape: z.ZodType<T> },
  tools: PriceTools,
  signal: AbortSignal,
): Promise<PriceAnswer<T>> {
  const answer = await ask(question, tools, signal);
  if (!answer.ok) return answer;
  const read = question.shape.safeParse(jsonOf(answer.value.body));
  return read.success ? success(read.data) : failed({ kind: 'notUnderstood' });
}

/** A path with its query, spelt as the HTTP port wants it. */
export function pathWith(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query)}`;
}

/** Public sources have no certificate of ours, and what is too old for us is out of reach. */
function failureOf({ kind }: HttpFailure): PriceFailure {
  return kind === 'timedOut' || kind === 'notUnderstood' ? { kind } : { kind: 'unreachable' };
}

interface Refused {
  readonly now: number;
  readonly hasToken: boolean;
  readonly missing: PriceFailure | undefined;
}

function refusalOf(answer: HttpAnswer, { now, hasToken, missing }: Refused): PriceFailure {
  const { status } = answer;
  if (status === 429) return { kind: 'rateLimited', until: now + waitMs(answer, now) };
  if (status === 401 || status === 403) return { kind: hasToken ? 'tokenRefused' : 'serverError' };
  if (status === 404) return missing ?? { kind: 'notPublished' };
  if (status === 204) return { kind: 'notPublished' };
  return { kind: status >= 500 ? 'serverError' : 'notUnderstood' };
}

/** No source has reason to send us away for longer than a day. */
function waitMs(answer: HttpAnswer, now: number): number {
  return Math.min(retryAfterMs(answer, now) || hourMs, 24 * hourMs);
}
