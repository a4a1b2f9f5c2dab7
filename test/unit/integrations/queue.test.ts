import { describe, expect, it } from 'vitest';
import { type Job, RequestQueue } from '../../../electron/integrations/kit/queue.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { type Result, success } from '../../../shared/result.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';

type Kind = 'write' | 'read';

/** A queue whose budgets and jobs a test holds in its hands. */
function bench() {
  const clock = new FakeClock();
  const freeAt: Record<Kind, number> = { read: 0, write: 0 };
  const queue = new RequestQueue<Kind>({
    clock,
    kinds: ['write', 'read'],
    waitMs: (kind) => Math.max(0, freeAt[kind] - clock.monotonic()),
  });
  const began: string[] = [];
  const finish = new Map<string, () => void>();
  const ask = (name: string, more: Partial<Job<string, Kind>> = {}) => {
    const job: Job<string, Kind> = {
      kind: 'read',
      signal: new AbortController().signal,
      blockedReason: () => undefined,
      run: (signal) => {
        began.push(name);
        return new Promise((resolve) => {
          finish.set(name, () => resolve(success(name)));
          signal.addEventListener('abort', () => began.push(`${name} aborted`));
        });
      },
      ...more,
    };
    return queue.ask(job);
  };
  const end = async (name: string) => {
    finish.get(name)?.();
    await turns();
  };
  return { clock, freeAt, queue, began, ask, end };
}

const unreachable: Result<never, Failure> = { ok: false, failure: { kind: 'unreachable' } };

describe('the queue', () => {
  it('runs one at a time, in order', async () => {
    const { ask, began, end } = bench();
    const answers = [ask('a'), ask('b')];
    await turns();
    expect(began).toEqual(['a']);
    await end('a');
    expect(began).toEqual(['a', 'b']);
    await end('b');
    expect(await Promise.all(answers)).toEqual([success('a'), success('b')]);
  });

  it('lets a write overtake the reads that wait', async () => {
    const { ask, began, end } = bench();
    void ask('a');
    void ask('b');
    void ask('w', { kind: 'write' });
    await end('a');
    expect(began).toEqual(['a', 'w']);
  });

  it('takes as many kinds as there are, in their order', async () => {
    const began: string[] = [];
    const kinds = ['first', 'second', 'third'] as const;
    const queue = new RequestQueue({ clock: new FakeClock(), kinds, waitMs: () => 0 });
    const ask = (kind: (typeof kinds)[number]) =>
      queue.ask({
        kind,
        signal: new AbortController().signal,
        blockedReason: () => undefined,
        run: async () => {
          began.push(kind);
          await turns();
          return success(kind);
        },
      });
    await Promise.all([ask('third'), ask('third'), ask('second'), ask('first')]);
    expect(began).toEqual(['third', 'first', 'second', 'third']);
  });

  it('asks again at each turn how pressing a waiting job is', async () => {
    const { ask, began, end } = bench();
    let kind: Kind = 'read';
    void ask('busy');
    void ask('a');
    void ask('b', { kind: () => kind });
    kind = 'write';
    await end('busy');
    expect(began).toEqual(['busy', 'b']);
  });

  it('waits for the budget, and lets the other kind go meanwhile', async () => {
    const { ask, began, clock, end, freeAt } = bench();
    freeAt.read = 60_000;
    void ask('r');
    void ask('w', { kind: 'write' });
    await end('w');
    expect(began).toEqual(['w']);
    await clock.advance(59_999);
    expect(began).toEqual(['w']);
    await clock.advance(1);
    expect(began).toEqual(['w', 'r']);
  });

  it('replaces a waiting job by a later one of its name; both get the outcome', async () => {
    const { ask, began, end } = bench();
    void ask('busy');
    const slider = ['6', '7', '8'].map((name) => ask(name, { kind: 'write', replaces: 'limit' }));
    await end('busy');
    expect(began).toEqual(['busy', '8']);
    await end('8');
    expect(await Promise.all(slider)).toEqual([success('8'), success('8'), success('8')]);
  });

  it('does not replace what is already under way', async () => {
    const { ask, began, end } = bench();
    const first = ask('6', { kind: 'write', replaces: 'limit' });
    const second = ask('7', { kind: 'write', replaces: 'limit' });
    await end('6');
    await end('7');
    expect(began).toEqual(['6', '7']);
    expect(await first).toEqual(success('6'));
    expect(await second).toEqual(success('7'));
  });
});

describe('where the pressing never end', () => {
  const kinds = ['first', 'second', 'third', 'fourth'] as const;
  type Kind = (typeof kinds)[number];

  async function order(others: readonly Kind[], rounds: number): Promise<string> {
    const began: Kind[] = [];
    const queue = new RequestQueue<Kind>({
      clock: new FakeClock(),
      kinds,
      waitMs: () => 0,
      tiring: { each: 2, countsAs: 'second' },
    });
    const ask = (kind: Kind, then: () => void = () => undefined) =>
      queue.ask({
        kind,
        signal: new AbortController().signal,
        blockedReason: () => undefined,
        run: async () => {
          began.push(kind);
          then();
          await turns(1);
          return success(kind);
        },
      });
    // Each asks for its successor while it has its turn, as a loop of readings would.
    const next = () => void (began.length < rounds && ask('second', next));
    const asked = [ask('second', next), ...others.map((kind) => ask(kind))];
    await Promise.all(asked);
    return began.join(' ');
  }

  it('one that was overtaken often enough has its turn', async () => {
    expect(await order(['third'], 9)).toMatch(/^second second second second third/);
  });

  it('the less pressing is overtaken more often, and of two the more pressing is first', async () => {
    const said = await order(['fourth', 'third'], 12);
    expect(said.indexOf('third')).toBeLessThan(said.indexOf('fourth'));
    expect(said).toContain('fourth');
  });
});

describe('giving up', () => {
  it('takes a waiting job out', async () => {
    const { ask, began, end } = bench();
    const giveUp = new AbortController();
    void ask('a');
    const b = ask('b', { signal: giveUp.signal });
    giveUp.abort();
    expect(await b).toEqual(unreachable);
    await end('a');
    expect(began).toEqual(['a']);
  });

  it('aborts a running job, and only when its end is there the next begins', async () => {
    const { ask, began, end } = bench();
    const giveUp = new AbortController();
    const a = ask('a', { signal: giveUp.signal });
    void ask('b');
    giveUp.abort();
    expect(await a).toEqual(unreachable);
    expect(began).toEqual(['a', 'a aborted']);
    await end('a');
    expect(began).toEqual(['a', 'a aborted', 'b']);
  });

  it('leaves a shared job to the others who wait for it', async () => {
    const { ask, began, end } = bench();
    const giveUp = new AbortController();
    void ask('busy');
    void ask('6', { kind: 'write', replaces: 'limit', signal: giveUp.signal });
    const other = ask('7', { kind: 'write', replaces: 'limit' });
    giveUp.abort();
    await end('busy');
    await end('7');
    expect(began).toEqual(['busy', '7']);
    expect(await other).toEqual(success('7'));
  });
});

describe('a hindrance', () => {
  const serverError: Failure = { kind: 'serverError' };

  it('turns a job away at once', async () => {
    const { ask, began } = bench();
    const answer = await ask('a', { blockedReason: () => serverError });
    expect(answer).toEqual({ ok: false, failure: serverError });
    expect(began).toEqual([]);
  });

  it('that arises while a job waits turns it away without its turn', async () => {
    const { ask, began, end, freeAt } = bench();
    let failure: Failure | undefined;
    void ask('a');
    freeAt.read = 60_000;
    const b = ask('b', { blockedReason: () => failure });
    failure = serverError;
    await end('a');
    expect(await b).toEqual({ ok: false, failure: serverError });
    expect(began).toEqual(['a']);
  });
});

describe('closing', () => {
  it('aborts what runs and turns away what waits and what comes', async () => {
    const { ask, began, clock, freeAt, queue } = bench();
    const a = ask('a');
    freeAt.read = 60_000;
    const b = ask('b');
    queue.close();
    expect(await Promise.all([a, b, ask('c')])).toEqual([unreachable, unreachable, unreachable]);
    expect(began).toEqual(['a', 'a aborted']);
    expect(clock.waiting).toBe(0);
  });

  it('forgets when it was to go on', async () => {
    const { ask, clock, freeAt, queue } = bench();
    freeAt.read = 60_000;
    const a = ask('a');
    expect(clock.waiting).toBe(1);
    queue.close();
    expect(await a).toEqual(unreachable);
    expect(clock.waiting).toBe(0);
  });

  it('a job that throws is a bug for its asker and no end of the queue', async () => {
    const { ask, end } = bench();
    const bug = ask('a', { run: () => Promise.reject(new Error('bug')) });
    const b = ask('b');
    await expect(bug).rejects.toThrow('bug');
    await end('b');
    expect(await b).toEqual(success('b'));
  });
});
