import { describe, expect, it } from 'vitest';
import { PromptOnce } from '../../../../electron/ports/vault.ts';
import { PriceToken } from '../../../../electron/tariffs/market/price-token.ts';
import type {
  PriceRequest,
  PriceTools,
} from '../../../../electron/tariffs/sources/price-source.ts';
import type { SlotSeries } from '../../../../shared/domain/price/slot.ts';
import type { PriceFailure } from '../../../../shared/domain/price/source.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import { FakeClock, turns } from '../../../fakes/fake-clock.ts';
import { FakeVault } from '../../../fakes/fake-vault.ts';
import { RecordedLog } from '../../../fakes/recorded-log.ts';

const key = 'prices tibber';
const first = 'a-made-up-token';
const second = 'another-made-up-token';
const day = 24 * 3_600_000;
const request: PriceRequest = { area: { code: 'SE3', zone: 'UTC' }, from: 0, until: 1 };
const told = success({ currency: 'SEK', vatIncluded: true, slots: [] });

function bench(vault = new FakeVault()) {
  const clock = new FakeClock();
  const log = new RecordedLog();
  const hidden: string[] = [];
  let changes = 0;
  const token = new PriceToken({
    source: 'tibber',
    vault,
    clock,
    log,
    hide: (secret) => void hidden.push(secret),
    changed: () => void changes++,
  });
  const heard: (string | undefined)[] = [];
  let answer: Result<SlotSeries, PriceFailure> = told;
  const source = token.guarded({
    fetch: async (asked) => {
      heard.push(asked.token);
      return answer;
    },
  });
  return {
    vault,
    clock,
    log,
    hidden,
    token,
    heard,
    changes: () => changes,
    answers: (next: typeof answer) => {
      answer = next;
    },
    ask: () => source.fetch(request, {} as PriceTools, new AbortController().signal),
  };
}

const locked = () => {
  const vault = new FakeVault();
  vault.kept.set(key, first);
  vault.failure = 'locked';
  return vault;
};

describe('a token', () => {
  it('lies in the keychain, is kept out of the log, and goes to its source', async () => {
    const { token, vault, hidden, log, heard, ask, changes } = bench();
    expect(await token.set(first, false)).toEqual(success(null));
    expect([...vault.kept]).toEqual([[key, first]]);
    expect(await ask()).toBe(told);
    expect(heard).toEqual([first]);
    expect(hidden).toContain(first);
    expect(changes()).toBe(1);
    expect(log.text).not.toContain(first);
  });

  it('of a start before is read when it is wanted, without asking its owner anything', async () => {
    const { vault, ask, heard, hidden } = bench();
    vault.kept.set(key, first);
    await Promise.all([ask(), ask()]);
    expect(heard).toEqual([first, first]);
    expect(hidden).toEqual([first]);
    expect(vault.calls).toEqual([`read ${key}`]);
    expect(vault.prompting).toEqual([]);
  });

  it('that nobody has given is asked for, and its source is left alone', async () => {
    const { ask, heard } = bench();
    expect(await ask()).toEqual(failed({ kind: 'noToken' }));
    expect(heard).toEqual([]);
  });

  it('for this session stays in memory, and what was kept before goes', async () => {
    const { token, vault, ask, heard } = bench();
    await token.set(first, false);
    await token.set(second, true);
    expect([...vault.kept]).toEqual([]);
    await ask();
    expect(heard).toEqual([second]);
  });

  it('that nobody wants any more is deleted, whatever was under way', async () => {
    const { token, vault, ask } = bench();
    void token.set(first, false);
    await token.forget();
    expect([...vault.kept]).toEqual([]);
    expect(await ask()).toEqual(failed({ kind: 'noToken' }));
  });

  it('that was refused is not sent again before a day has gone or another is given', async () => {
    const { token, ask, heard, answers, clock } = bench();
    await token.set(first, false);
    answers(failed({ kind: 'tokenRefused' }));
    await ask();
    expect(await ask()).toEqual(failed({ kind: 'tokenRefused' }));
    expect(heard).toEqual([first]);
    await clock.advance(day);
    await ask();
    expect(heard).toEqual([first, first]);
    await token.set(second, false);
    answers(told);
    expect(await ask()).toBe(told);
  });
});

describe('a keychain', () => {
  it('that is locked is no missing token: it is read once it opens', async () => {
    const { vault, token, ask, heard, changes } = bench(locked());
    expect(await ask()).toEqual(failed({ kind: 'tokenLocked' }));
    expect(await ask()).toEqual(failed({ kind: 'tokenLocked' }));
    expect(vault.calls).toEqual([`read ${key}`]);
    await token.opened();
    expect(changes()).toBe(0);
    vault.answersLate();
    await token.opened();
    expect(changes()).toBe(1);
    await ask();
    expect(heard).toEqual([first]);
    expect(vault.prompting).toEqual([]);
  });

  it('that is locked asks for its password where its owner says so', async () => {
    const { vault, token, ask } = bench(locked());
    await ask();
    vault.failure = undefined;
    await token.opened(new PromptOnce());
    expect(vault.prompting).toEqual([`read ${key}`]);
    expect(await ask()).toBe(told);
  });

  it.each(['locked', 'absent'] as const)('that is %s keeps nothing, which is said', async (why) => {
    const { vault, token, ask, log } = bench();
    vault.failure = why;
    expect(await token.set(first, false)).toEqual(failed({ kind: 'noKeychain' }));
    expect(await ask()).not.toBe(told);
    expect(await token.set(first, true)).toEqual(success(null));
    expect(await ask()).toBe(told);
    expect(log.text).not.toContain(first);
  });

  it('that did not take a new one holds the old one again once it opens', async () => {
    const { vault, token, ask, heard } = bench();
    await token.set(first, false);
    vault.failure = 'locked';
    await token.set(second, false);
    // Whoever unlocked it has let in what had been written.
    vault.kept.set(key, second);
    vault.answersLate();
    await token.opened();
    expect(vault.kept.get(key)).toBe(first);
    await ask();
    expect(heard).toEqual([first]);
  });

  it('that could not delete is asked again once it opens', async () => {
    const { vault, token } = bench();
    await token.set(first, false);
    vault.failure = 'locked';
    await token.forget();
    expect(vault.kept.get(key)).toBe(first);
    vault.answersLate();
    await token.opened();
    await turns();
    expect([...vault.kept]).toEqual([]);
  });
});
