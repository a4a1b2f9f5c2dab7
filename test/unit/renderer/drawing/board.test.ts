import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paintSession } from '../../../../renderer/charts/paint.ts';
import type { PictureData } from '../../../../renderer/charts/picture.ts';
import { recordedSurface } from './recorded-surface.ts';

const { surface, marks } = recordedSurface();
const words = () => marks.filter(({ kind }) => kind === 'text').map(({ what }) => what);
const lines = () => marks.filter(({ kind }) => kind === 'stroke').map(({ colour }) => colour);
const data = (topKw: number): PictureData => ({
  at: [0, 3600],
  powerKw: [1, 1],
  energyKwh: [0, 1],
  topKw,
  topKwh: 1,
});

let watched: (() => void)[] = [];
let queries: EventTarget[] = [];

/** A place of this size; jsdom itself lays nothing out. */
function placeOf(width: number, height: number): HTMLElement {
  const place = document.createElement('div');
  Object.defineProperties(place, {
    clientWidth: { get: () => width },
    clientHeight: { get: () => height },
  });
  place.style.setProperty('--accent', 'green');
  document.body.append(place);
  return place;
}

beforeEach(() => {
  watched = [];
  queries = [];
  marks.splice(0);
  const getContext = () => surface;
  Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: getContext });
  vi.stubGlobal('devicePixelRatio', 2);
  vi.stubGlobal('matchMedia', () => {
    const query = new EventTarget();
    queries.push(query);
    return query;
  });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #changed: () => void;
      constructor(changed: () => void) {
        this.#changed = changed;
      }
      observe() {
        watched.push(this.#changed);
      }
      disconnect() {
        watched = watched.filter((one) => one !== this.#changed);
      }
    },
  );
});
afterEach(() => document.body.replaceChildren());

const painted = (place: HTMLElement) =>
  paintSession(place, data(8), { locale: 'en-GB', timeZone: 'UTC' });

test('is drawn at once, as sharp as the screen', () => {
  const place = placeOf(300, 96);
  painted(place);
  const canvas = place.querySelector('canvas');
  expect([canvas?.width, canvas?.height]).toEqual([600, 192]);
  expect(words()).toContain('8 kW');
  expect(lines()).toContain('green');
});

test('is drawn anew for other numbers, another size and another theme', () => {
  const place = placeOf(300, 96);
  const painting = painted(place);
  painting.update(data(12));
  expect(words()).toContain('12 kW');
  vi.stubGlobal('devicePixelRatio', 1);
  for (const changed of watched) changed();
  expect(place.querySelector('canvas')?.width).toBe(300);
  place.style.setProperty('--accent', 'lime');
  queries[0]?.dispatchEvent(new Event('change'));
  expect(lines()).toContain('lime');
  expect(lines()).not.toContain('green');
});

test('leaves nothing behind', () => {
  const place = placeOf(300, 96);
  painted(place).remove();
  marks.splice(0);
  for (const query of queries) query.dispatchEvent(new Event('change'));
  expect([place.childElementCount, watched, marks]).toEqual([0, [], []]);
});
