import { expect, test } from 'vitest';
import { idleAfter } from '../../../renderer/first-paint.ts';
import { heldBack } from './render-app.tsx';

const settled = () => new Promise((resolve) => setImmediate(resolve));

function idleMoments() {
  const due = new Set<() => void>();
  return {
    due,
    whenIdle: (then: () => void) => {
      due.add(then);
      return () => void due.delete(then);
    },
  };
}

test('nothing is done in idle moments before they begin', async () => {
  const painted = heldBack<void>();
  const moments = idleMoments();
  const then = () => undefined;
  idleAfter(painted.promise, moments.whenIdle)(then);
  await settled();
  expect(moments.due.size).toBe(0);
  painted.give();
  await settled();
  expect([...moments.due]).toEqual([then]);
});

test('what is called off is not done, before or after', async () => {
  const painted = heldBack<void>();
  const moments = idleMoments();
  const whenIdle = idleAfter(painted.promise, moments.whenIdle);
  const early = whenIdle(() => undefined);
  const late = whenIdle(() => undefined);
  early();
  painted.give();
  await settled();
  expect(moments.due.size).toBe(1);
  late();
  expect(moments.due.size).toBe(0);
});
