import { describe, expect, it } from 'vitest';
import { callNames } from '../../../shared/ipc/names.ts';
import { requestSchemas } from '../../../shared/schema/calls.ts';
import { fc } from '../../fixtures/properties.ts';
import { callTable } from '../shared/call-table.ts';
import { servedCalls, strangers } from './strangers.ts';

/** What no request holds, and what a page could send all the same. */
const anything = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, maxDepth: 3 }),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":{"ok":true},"constructor":{"prototype":{"ok":true}}}'),
    new Uint8Array(10),
    'x'.repeat(600_000),
    Number.NaN,
    1e308,
    -0,
    '../../../etc/passwd',
    'chargetray://app/\u202e\u0000',
  ),
);

/** A request as it should be, with one thing in it put in another's place, or one more. */
function spoiltBy(valid: unknown, at: number, by: unknown): unknown {
  if (typeof valid !== 'object' || valid === null) return by;
  const names = Object.keys(valid);
  const name = names[at % (names.length + 1)];
  if (name === undefined) return { ...valid, [`more${at}`]: by };
  const inside: unknown = Reflect.get(valid, name);
  return { ...valid, [name]: spoiltBy(inside, Math.floor(at / (names.length + 1)), by) };
}

describe.each(callNames.map((name) => [name] as const))('the call %s', (name) => {
  const requests = fc.oneof(
    anything,
    fc
      .tuple(fc.constantFrom(...callTable[name].takes), fc.nat(1000), anything)
      .map(([valid, at, by]) => spoiltBy(valid, at, by)),
  );

  it('from anybody but our page is refused, whatever it asks', async () => {
    const { call, heard, log, open } = servedCalls();
    const asked = [...callTable[name].takes, ...fc.sample(requests, 20)];
    const events = strangers.map(([, event]) => event);
    for (const request of asked) {
      for (const event of events) {
        expect(await call(name, request, event)).toEqual({ ok: false, failure: 'notOurs' });
      }
    }
    open.pageId = undefined;
    expect(await call(name, asked[0])).toEqual({ ok: false, failure: 'notOurs' });
    expect(heard).toEqual([]);
    expect(new Set(log.lines.map((line) => JSON.stringify(line)))).toEqual(
      new Set([
        `{"level":"warn","line":"call refused: not our window","facts":{"name":"${name}"}}`,
      ]),
    );
  });

  it('from our page brings its handler only what fits, and is answered', async () => {
    const { call, heard, log } = servedCalls();
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        heard.length = 0;
        const parsed = requestSchemas[name].safeParse(request);
        const answer = await call(name, request);
        if (parsed.success) expect(answer).toEqual({ ok: true, value: null });
        else expect(answer).toEqual({ ok: false, failure: 'badRequest' });
        expect(heard).toEqual(parsed.success ? [parsed.data] : []);
        expect(({} as { ok?: boolean }).ok).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    expect(new Set(log.lines.map(({ facts }) => JSON.stringify(facts)))).toEqual(
      new Set([JSON.stringify({ name })]),
    );
  });
});
