import { expect, it } from 'vitest';
import { observationSchema } from '../../shared/schema/charger/observation.ts';
import { turns, until } from '../fakes/fake-clock.ts';
import type { Failure as Breakage } from '../simulators/shared/failures.ts';
import { patient } from './adapter-tools.ts';
import { type ContractCase, failureOf } from './contract-case.ts';
import type { Harness } from './far-end.ts';

const minute = 60_000;

/** Everything that can be wrong with an answer. */
export function mishapsContract(at: ContractCase, { asksForList, obeys }: Harness): void {
  it.each<[string, Breakage, string]>([
    ['a web page', { kind: 'html' }, 'notUnderstood'],
    ['half an answer', { kind: 'half-json' }, 'notUnderstood'],
    ['no answer in the answer', { kind: 'empty' }, 'notUnderstood'],
    ['50 MB', { kind: 'huge' }, 'notUnderstood'],
    ['a list', { kind: 'rewrite', body: () => [] }, 'notUnderstood'],
    ['nothing known', { kind: 'rewrite', body: () => ({ ok: true }) }, 'notUnderstood'],
    ['a way elsewhere', { kind: 'redirect', to: 'other-host' }, 'notUnderstood'],
    [
      'a way elsewhere for good',
      { kind: 'redirect', to: 'other-host', status: 308 },
      'notUnderstood',
    ],
    ['a way round', { kind: 'redirect', to: 'same-host' }, 'notUnderstood'],
    ['a broken connection', { kind: 'reset' }, 'unreachable'],
    ['trouble', { kind: 'status', status: 503 }, 'serverError'],
    ['trouble in words', { kind: 'status', status: 500, body: '<html>' }, 'serverError'],
    ['to go slower', { kind: 'status', status: 429 }, 'rateLimited'],
  ])('hears %s, says so, and recovers', async (_, breakage, kind) => {
    at.bench.farEnd.fail('read', breakage);
    expect(failureOf(await at.read())).toBe(kind);
    await at.bench.clock.advance(20 * minute);
    expect((await at.read()).ok).toBe(true);
  });

  it.each<[string, Breakage]>([
    ['another label on the answer', { kind: 'content-type', type: 'text/html' }],
    ['no labels at all', { kind: 'content-type', type: '' }],
  ])('takes no offence at %s', async (_, breakage) => {
    at.bench.farEnd.fail('read', breakage);
    expect((await at.read()).ok).toBe(true);
  });

  it('survives values of the wrong type, one and all', async () => {
    at.bench.farEnd.fail('read', { kind: 'wrong-types' });
    const observation = await at.read();
    if (observation.ok)
      expect(observationSchema.parse(observation.value).status.state).toBe('unknown');
    else expect(failureOf(observation)).toBe('notUnderstood');
  });

  it.each<[string, Breakage, 'asked' | 'answered']>([
    ['an answer that never comes', { kind: 'hang' }, 'asked'],
    ['an answer in drops', { kind: 'drip', everyMs: 20 }, 'answered'],
  ])('waits for %s only so long, and holds nothing up after', async (_, breakage, sign) => {
    const before = at.bench.farEnd[sign]();
    at.bench.farEnd.fail('read', breakage);
    const answer = at.charger.read(patient());
    await until(() => at.bench.farEnd[sign]() > before);
    await at.bench.clock.advance(minute);
    expect(failureOf(await at.bench.answered(answer))).toBe('timedOut');
    expect((await at.read()).ok).toBe(true);
  });

  if (asksForList) listing(at);
  if (obeys) obedience(at);
}

/** Where the list of chargers is an answer as well. */
function listing(at: ContractCase): void {
  it('survives a list of the wrong types', async () => {
    at.bench.farEnd.fail('list', { kind: 'wrong-types' });
    expect((await at.bench.answered(at.account.listChargers(patient()))).ok).toBe(false);
  });
}

/** Where commands are sent, and may go wrong. */
function obedience(at: ContractCase): void {
  it.each<[string, Breakage]>([
    ['no', { kind: 'status', status: 400, body: { message: 'no' } }],
    ['that it cannot', { kind: 'status', status: 404 }],
    ['a way elsewhere', { kind: 'redirect', to: 'other-host', status: 307 }],
    ['to go slower', { kind: 'status', status: 429 }],
    ['trouble', { kind: 'status', status: 500 }],
  ])('a wish that hears %s is sent once', async (_, breakage) => {
    await at.read();
    const asked = at.bench.farEnd.asked();
    at.bench.farEnd.fail('command', breakage, Number.POSITIVE_INFINITY);
    expect((await at.bench.ask(at.charger, at.granted.command)).ok).toBe(false);
    await turns();
    expect(at.bench.farEnd.asked()).toBe(asked + 1);
  });
}
