import { expect, it } from 'vitest';
import type { Failure as Breakage } from '../simulators/shared/failures.ts';
import { type ContractCase, failureOf } from './contract-case.ts';
import type { Harness } from './far-end.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Who may come in, and what happens when a token, a session or the owner's words stop holding. */
export function tokensContract(at: ContractCase, { obeys, triesADay }: Harness): void {
  it('lets nobody in with the wrong words, and keeps nothing of them', async () => {
    const asked = at.bench.farEnd.asked();
    const answer = await at.bench.signIn(at.bench.farEnd.stranger);
    expect(answer).toEqual({ ok: false, failure: { kind: 'signInNeeded', cause: 'refused' } });
    expect(at.bench.farEnd.asked()).toBe(asked + 1);
  });

  it('opens again with what it wanted kept', async () => {
    const kept = { secrets: at.account.secrets(), plain: at.account.plain?.() };
    const again = at.bench.open(kept);
    const listed = await at.bench.charger(again);
    expect((await at.bench.read(listed)).ok).toBe(true);
    again.close();
  });

  it('finds its way after its token died', async () => {
    at.bench.farEnd.loseToken();
    expect((await at.read()).ok).toBe(true);
  });

  it('signs in by itself after its session died', async () => {
    at.bench.farEnd.loseSession();
    expect((await at.read()).ok).toBe(true);
  });

  it('asks for the owner when nothing holds any more, and then hardly tries', async () => {
    at.bench.farEnd.loseOwner();
    expect(failureOf(await at.read())).toBe('signInNeeded');
    const asked = at.bench.farEnd.asked();
    for (let hours = 0; hours < 24; hours++) {
      await at.bench.clock.advance(hour);
      expect(failureOf(await at.read())).toBe('signInNeeded');
    }
    expect(at.bench.farEnd.asked() - asked).toBeLessThanOrEqual(triesADay);
  });

  it.each<[string, Breakage, string]>([
    ['trouble', { kind: 'status', status: 502 }, 'serverError'],
    ['to go slower', { kind: 'status', status: 429 }, 'rateLimited'],
    ['a web page', { kind: 'html' }, 'notUnderstood'],
    ['a broken connection', { kind: 'reset' }, 'unreachable'],
  ])('hears %s instead of a token: no sign-in for that', async (_, breakage, kind) => {
    at.bench.farEnd.loseToken();
    at.bench.farEnd.fail('newToken', { ...breakage }, 1);
    const answer = await at.read();
    expect(failureOf(answer)).toBe(kind);
  });

  if (obeys) obedience(at);
}

function obedience(at: ContractCase): void {
  it('finds its way to have a wish granted after its token died', async () => {
    await at.read();
    const { command, done } = at.granted;
    at.bench.farEnd.loseToken();
    expect((await at.bench.ask(at.charger, command)).ok).toBe(true);
    expect(done()).toBe(true);
  });
}
