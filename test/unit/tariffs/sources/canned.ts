import type { HttpFailure, HttpRequest } from '../../../../electron/ports/http.ts';
import type {
  PriceRequest,
  PriceSource,
  PriceTools,
} from '../../../../electron/tariffs/sources/price-source.ts';
import { failed, success } from '../../../../shared/result.ts';
import { FakeClock } from '../../../fakes/fake-clock.ts';
import { RecordedLog } from '../../../fakes/recorded-log.ts';

/** An answer to one request: a body with status 200 unless said otherwise, or none. */
export type Canned =
  | string
  | { readonly status: number; readonly body: string }
  | HttpFailure['kind'];

const failures: readonly unknown[] = ['unreachable', 'timedOut'] satisfies HttpFailure['kind'][];

/** A body as a source sends it. */
export const wire = (body: unknown): string => JSON.stringify(body);

/** 2026-11-29 in central Europe, a day of 24 hours. */
export const day = { from: Date.UTC(2026, 10, 28, 23), until: Date.UTC(2026, 10, 29, 23) };

export interface AskOptions extends Partial<PriceRequest> {
  readonly answers: readonly Canned[];
  readonly readText?: PriceTools['readText'];
}

const none = async () => undefined;

/** Asks a source that is answered in this order; whatever is asked beyond is not found. */
export async function askWith(
  source: PriceSource,
  { answers, readText = none, ...more }: AskOptions,
) {
  const sent: HttpRequest[] = [];
  const log = new RecordedLog();
  const unused = async () => {
    throw new Error('Not asked for here');
  };
  const send = async (request: HttpRequest) => {
    const answer = answers[sent.push(request) - 1] ?? { status: 404, body: '' };
    if (failures.includes(answer)) return failed({ kind: answer } as HttpFailure);
    const reply = typeof answer === 'string' ? { status: 200, body: answer } : answer;
    return success({ headers: {}, ...reply });
  };
  const http = { send, certificateAt: unused, close: unused };
  const tools = { http, clock: new FakeClock(day.from), log, readText };
  const area = source.areas[0] ?? { code: '', zone: 'Europe/Berlin' };
  const request = { area, ...day, ...more };
  const outcome = await source.fetch(request, tools, new AbortController().signal);
  const paths = sent.map(({ base, path }) => base + path);
  return { outcome, sent, paths, log, slots: outcome.ok ? shown(outcome.value) : undefined };
}

interface Shown {
  readonly slots: readonly {
    readonly from: number;
    readonly until: number;
    readonly perKwh: string;
  }[];
}

/** Slots as `11-29T00:00 60 0.25`: start in UTC, minutes, price. */
function shown({ slots }: Shown): readonly string[] {
  return slots.map(({ from, until, perKwh }) => {
    const start = new Date(from).toISOString().slice(5, 16);
    return `${start} ${(until - from) / 60_000} ${perKwh}`;
  });
}
