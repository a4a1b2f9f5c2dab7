import { expect, test } from 'vitest';
import { SignInAttempts } from '../../../electron/ipc/sign-in-attempts.ts';
import { failed, success } from '../../../shared/result.ts';
import { Later } from '../../fakes/recorded-account.ts';

test('an attempt that nobody calls off is none of the cancel before it', async () => {
  const attempts = new SignInAttempts();
  attempts.cancel();
  expect(await attempts.run(async ({ aborted }) => success(aborted))).toEqual(success(false));
});

test('all that are under way are called off, and none that begins later', async () => {
  const attempts = new SignInAttempts();
  const wait = new Later<void>();
  const attempt = (signal: AbortSignal) => wait.promise.then(() => success(signal.aborted));
  const early = [attempts.run(attempt), attempts.run(attempt)];
  attempts.cancel();
  const late = attempts.run(attempt);
  wait.resolve();
  expect(await Promise.all([...early, late])).toEqual([true, true, false].map(success));
});

test('one that has ended is let go, however it ended', async () => {
  const attempts = new SignInAttempts();
  const signals: AbortSignal[] = [];
  const no = failed({ kind: 'timedOut' } as const);
  const refused = attempts.run(async (signal) => {
    signals.push(signal);
    return no;
  });
  const broken = attempts.run(async (signal) => {
    signals.push(signal);
    throw new Error('a fault');
  });
  expect(await refused).toEqual(no);
  await expect(broken).rejects.toThrow('a fault');
  attempts.cancel();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
});
