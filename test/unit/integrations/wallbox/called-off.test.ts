import { expect, test } from 'vitest';
import { cloudBench, signInPath } from './cloud-bench.ts';

test('a sign-in that is called off breaks off its request, and keeps no token of it', async () => {
  const owner = new AbortController();
  const { cloud, saved, signIn, tokens } = cloudBench();
  cloud.on(`GET ${signInPath}`, () => {
    owner.abort();
    return tokens();
  });
  const account = await signIn(owner);
  expect(cloud.requests.map(({ signal }) => signal.aborted)).toEqual([true]);
  expect(JSON.parse(account.secrets() ?? '')).not.toHaveProperty('token');
  expect(saved).toEqual([]);
});

test('one that nobody wants any more sends nothing', async () => {
  const { cloud, signIn } = cloudBench();
  await expect(signIn({ signal: AbortSignal.abort() })).rejects.toThrow();
  expect(cloud.requests).toEqual([]);
});

test('one that is done is no concern of its signal any more', async () => {
  const owner = new AbortController();
  const { cloud, signIn } = cloudBench();
  const account = await signIn(owner);
  owner.abort();
  const listed = await account.listChargers({ signal: new AbortController().signal });
  expect(listed.ok).toBe(true);
  expect(cloud.count(signInPath)).toBe(1);
});
