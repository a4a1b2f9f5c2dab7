import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { HttpFailure, HttpRequest } from '../../../electron/ports/http.ts';
import { askJson, pathWith } from '../../../electron/tariffs/sources/kit/ask.ts';
import { daysOf } from '../../../electron/tariffs/sources/kit/days.ts';
import { failed, success } from '../../../shared/result.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

const question = {
  source: 'tibber',
  origin: 'https://prices.example.com',
  path: '/v1/prices',
  shape: z.object({ price: z.number() }),
} as const;

function toolsFor(answer: { status: number; headers?: Record<string, string> } | HttpFailure) {
  const sent: HttpRequest[] = [];
  const log = new RecordedLog();
  const http = {
    send: async (request: HttpRequest) => {
      sent.push(request);
      if ('kind' in answer) return failed(answer);
      return success({ headers: {}, body: '{"price":1}', ...answer });
    },
  };
  const unused = async () => {
    throw new Error('Not asked for here');
  };
  const port = { ...http, certificateAt: unused, close: unused };
  const tools = { http: port, clock: new FakeClock(0), log, readText: unused };
  return { tools, sent, log };
}

const signal = new AbortController().signal;

describe('a question to a source', () => {
  it('goes to its origin, with its token, and leaves none of both in the log', async () => {
    const { tools, sent, log } = toolsFor({ status: 200 });
    const asked = { ...question, token: 'secret-token', json: { query: 'q' } };
    expect(await askJson(asked, tools, signal)).toEqual(success({ price: 1 }));
    expect(sent).toMatchObject([
      {
        method: 'POST',
        base: 'https://prices.example.com',
        path: '/v1/prices',
        headers: { authorization: 'Bearer secret-token' },
        json: { query: 'q' },
      },
    ]);
    expect(log.text).not.toMatch(/secret-token|example\.com/);
  });

  it('goes elsewhere with the same path where tests and the demo say so', async () => {
    const { tools, sent } = toolsFor({ status: 200 });
    await askJson(question, { ...tools, baseUrl: 'http://127.0.0.1:4000' }, signal);
    expect(sent).toMatchObject([
      { method: 'GET', base: 'http://127.0.0.1:4000', path: '/v1/prices' },
    ]);
  });

  it.each<[HttpFailure['kind'], string]>([
    ['unreachable', 'unreachable'],
    ['timedOut', 'timedOut'],
    ['notUnderstood', 'notUnderstood'],
    ['oldTls', 'unreachable'],
  ])('that ends as %s is %s', async (kind, failure) => {
    const { tools } = toolsFor({ kind } as HttpFailure);
    expect(await askJson(question, tools, signal)).toEqual(failed({ kind: failure }));
  });

  it('that nobody waits for is neither sent nor logged', async () => {
    const { tools, sent, log } = toolsFor({ status: 200 });
    const outcome = await askJson(question, tools, AbortSignal.abort());
    expect(outcome).toEqual(failed({ kind: 'unreachable' }));
    expect([sent, log.lines]).toEqual([[], []]);
  });

  it('is held off for a day at most', async () => {
    const { tools } = toolsFor({ status: 429, headers: { 'retry-after': '9999999' } });
    const until = 24 * 3_600_000;
    expect(await askJson(question, tools, signal)).toEqual(failed({ kind: 'rateLimited', until }));
  });

  it('says what is missing in words of its own', async () => {
    const { tools } = toolsFor({ status: 404 });
    const asked = { ...question, missing: { kind: 'notFound' } } as const;
    expect(await askJson(asked, tools, signal)).toEqual(failed({ kind: 'notFound' }));
  });

  it('has a query that no parser rewrites', () => {
    const path = pathWith('/a', {
      filter: '{"PriceArea":["DK1"]}',
      start: '2026-06-10T00:00+02:00',
    });
    const url = new URL(`https://prices.example.com${path}`);
    expect(`${url.pathname}${url.search}`).toBe(path);
    expect(url.searchParams.get('filter')).toBe('{"PriceArea":["DK1"]}');
  });
});

describe('days of a market', () => {
  const hours = (from: number, until: number) =>
    daysOf({ from, until }, 'Europe/Berlin').map((day) => [
      day.date,
      (day.until - day.from) / 3_600_000,
    ]);

  it('are those that a time touches, with 23 and 25 hours when clocks change', () => {
    const spring = Date.UTC(2027, 2, 27, 22, 59);
    expect(hours(spring, spring + 61_000)).toEqual([
      ['2027-03-27', 24],
      ['2027-03-28', 23],
    ]);
    expect(hours(Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 23))).toEqual([
      ['2026-10-25', 25],
    ]);
  });
});
