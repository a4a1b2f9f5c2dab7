import { expect, test } from 'vitest';
import type { Curve } from '../../../renderer/charts/curve.ts';
import { paintersLater } from '../../../renderer/charts/paint-later.ts';
import type { PictureData } from '../../../renderer/charts/picture.ts';
import { heldBack } from './render-app.tsx';

type Painters = ReturnType<typeof paintersLater>;

// Stands for a place on a page: nobody looks into it here.
const place = {} as HTMLElement;
const data = (topKw: number): PictureData => ({
  at: [0, 1],
  powerKw: [1, 1],
  energyKwh: [0, 1],
  topKw,
  topKwh: 1,
});
const curve = (topKw: number): Curve => ({
  ...data(topKw),
  limitA: [],
  topA: 1,
  interruptions: [],
});
const range = { from: 0, to: 1 };

function later() {
  const said: string[] = [];
  const fetched = heldBack<Painters>();
  const painters: Painters = {
    paintSession: (_, first) => {
      said.push(`begin ${first.topKw}`);
      return {
        update: (next) => said.push(`update ${next.topKw}`),
        remove: () => said.push('remove'),
      };
    },
    paintCurve: (_, first) => {
      said.push(`begin ${first.curve.topKw}`);
      return {
        update: (next) => said.push(`update ${next.topKw}`),
        plot: () => ({ left: 3, width: 5 }),
        png: (title) => title,
        remove: () => said.push('remove'),
      };
    },
  };
  const come = async () => {
    fetched.give(painters);
    await fetched.promise;
  };
  return { said, come, ...paintersLater(() => fetched.promise) };
}

test('what was to be drawn last is drawn once the painters are there', async () => {
  const { said, come, paintSession } = later();
  const painting = paintSession(place, data(1), {});
  painting.update(data(2));
  expect(said).toEqual([]);
  await come();
  painting.update(data(3));
  painting.remove();
  expect(said).toEqual(['begin 2', 'update 3', 'remove']);
});

test('so it is with the curve of a charge, which has no place before', async () => {
  const { said, come, paintCurve } = later();
  const painting = paintCurve(place, { curve: curve(1), range }, {});
  expect([painting.plot(), painting.png('x')]).toEqual([{ left: 0, width: 0 }, undefined]);
  painting.update(curve(2), range);
  await come();
  expect([painting.plot(), painting.png('x')]).toEqual([{ left: 3, width: 5 }, 'x']);
  expect(said).toEqual(['begin 2']);
});

test('a picture that is gone before is never drawn', async () => {
  const { said, come, paintSession } = later();
  paintSession(place, data(1), {}).remove();
  await come();
  expect(said).toEqual([]);
});
