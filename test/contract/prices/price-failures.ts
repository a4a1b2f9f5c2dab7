import { describe, expect, it } from 'vitest';
import type { Failure } from '../../simulators/shared/failures.ts';
import type { PriceHarness } from './price-bench.ts';
import { afternoon, failureIn, priceCase } from './price-case.ts';

const statuses = (status: number, headers: Readonly<Record<string, string>> = {}): Failure => ({
  kind: 'status',
  status,
  headers,
});

/** What a source makes of answers that are none. */
export function failureCases(harness: PriceHarness): void {
  const bench = priceCase(harness, afternoon);
  const askWhile = (failure: Failure, signal?: AbortSignal) => {
    bench().simulator.fail({ path: '/', times: Number.POSITIVE_INFINITY, failure });
    return bench().ask(0, 1, signal ? { signal } : {});
  };
  const refused = harness.token === undefined ? 'serverError' : 'tokenRefused';

  describe('an answer', () => {
    it.each<[string, Failure, string]>([
      ['with a web page', { kind: 'html' }, 'notUnderstood'],
      ['without a body', { kind: 'empty' }, 'notUnderstood'],
      ['that stops in the middle', { kind: 'half-json' }, 'notUnderstood'],
      ['that is cut off', { kind: 'reset' }, 'unreachable'],
      ['that never begins', { kind: 'reset', before: 'reply' }, 'unreachable'],
      ['that is far too large', { kind: 'huge', bytes: 8_000_000 }, 'notUnderstood'],
      ['that points elsewhere', { kind: 'redirect', to: 'other-host' }, 'notUnderstood'],
      ['of other types', { kind: 'wrong-types' }, 'notUnderstood'],
      ['204', statuses(204), 'notPublished'],
      ['400', statuses(400), 'notUnderstood'],
      ['401', statuses(401), refused],
      ['403', statuses(403), refused],
      ['404', statuses(404), harness.missing ?? 'notPublished'],
      ['500', statuses(500), 'serverError'],
      ['503', statuses(503), 'serverError'],
    ])('%s is a failure of its kind', async (_, failure, kind) => {
      expect(failureIn(await askWhile(failure)).kind).toBe(kind);
    });

    it('429 says until when nothing may be asked', async () => {
      const failure = failureIn(await askWhile(statuses(429, { 'retry-after': '120' })));
      expect(failure).toEqual({ kind: 'rateLimited', until: afternoon + 120_000 });
    });

    it('429 alone holds for an hour', async () => {
      const failure = failureIn(await askWhile(statuses(429)));
      expect(failure).toEqual({ kind: 'rateLimited', until: afternoon + 3_600_000 });
    });

    if (harness.hasLists) {
      it('whose lists differ in length is not understood', async () => {
        bench().simulator.spoil('unevenArrays');
        expect(failureIn(await bench().ask(0, 1))).toEqual({ kind: 'notUnderstood' });
      });
    }

    it('that does not come is waited for half a minute', async () => {
      const outcome = askWhile({ kind: 'hang' });
      await bench().arrived(1);
      await bench().clock.advance(30_000);
      expect(failureIn(await outcome)).toEqual({ kind: 'timedOut' });
    });
  });

  describe('a question', () => {
    it('that nobody waits for any more is not asked', async () => {
      const outcome = await bench().ask(0, 1, { signal: AbortSignal.abort() });
      expect(failureIn(outcome)).toEqual({ kind: 'unreachable' });
      expect(bench().simulator.requests).toEqual([]);
    });

    it('ends when nobody waits for it any more', async () => {
      const abort = new AbortController();
      const outcome = askWhile({ kind: 'hang' }, abort.signal);
      await bench().arrived(1);
      abort.abort();
      expect(failureIn(await outcome)).toEqual({ kind: 'unreachable' });
      expect(bench().clock.waiting).toBe(0);
    });
  });
}
