import { expect, test } from 'vitest';
import { SignInAttempts } from '../../../electron/ipc/sign-in-attempts.ts';
import { success } from '../../../shared/result.ts';
import { anAccount } from '../../fixtures/app-states.ts';

function attempts(...known: readonly string[]) {
  const forgotten: string[] = [];
  const made = new SignInAttempts({
    states: () => known.map((id) => anAccount({ id })),
    forget: async (id) => void forgotten.push(id),
  });
  return { made, forgotten };
}
const added = (accountId: string) => success({ accountId });

test('an attempt that nobody calls off adds its account', async () => {
  const { made, forgotten } = attempts();
  made.cancel();
  expect(await made.add(async () => added('a'))).toEqual(added('a'));
  expect(forgotten).toEqual([]);
});

test('one that is called off while it is under way adds nothing', async () => {
  const { made, forgotten } = attempts();
  const outcome = await made.add(async () => {
    made.cancel();
    return added('a');
  });
  expect(outcome).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  expect(forgotten).toEqual(['a']);
});

test('an account that was there before stays', async () => {
  const { made, forgotten } = attempts('a');
  await made.add(async () => {
    made.cancel();
    return added('a');
  });
  expect(forgotten).toEqual([]);
});

test('a failure stays what it is', async () => {
  const { made } = attempts();
  const failure = { ok: false, failure: { kind: 'timedOut' } } as const;
  const outcome = await made.add(async () => {
    made.cancel();
    return failure;
  });
  expect(outcome).toEqual(failure);
});
