import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnAddress, pageFiles } from '../../../electron/platform/electron/window/page-files.ts';
import {
  customary,
  leastWidth,
  placeFrom,
} from '../../../electron/platform/electron/window/window-place.ts';

describe('placeFrom', () => {
  const main = { x: 0, y: 30, width: 1280, height: 770 };
  const left = { x: -1920, y: 0, width: 1920, height: 1080 };
  const kept = { x: 100, y: 100, width: 400, height: 640 };

  it.each([
    ['as it was', kept, [main], kept],
    ['on another screen', { ...kept, x: -500 }, [main, left], { ...kept, x: -500 }],
    ['without a position when its screen is gone', { ...kept, x: -500 }, [main], customary],
    ['pushed up when it hangs out below', { ...kept, y: 700 }, [main], { ...kept, y: 160 }],
    ['below the panel', { ...kept, y: 10 }, [main], { ...kept, y: 30 }],
    [
      'no taller than the screen',
      { ...kept, height: 5000 },
      [main],
      { ...main, x: 100, width: 400 },
    ],
    ['no smaller than the least', { ...kept, width: 9 }, [main], { ...kept, width: 340 }],
    ['back in sight when only a corner shows', { ...kept, x: 1270 }, [main], { ...kept, x: 880 }],
    ['where most of it was', { ...kept, x: -300 }, [main, left], { ...kept, x: -400 }],
  ])('opens %s', (_how, value, screens, place) => {
    expect(placeFrom(value, screens)).toEqual(place);
  });

  it.each([
    undefined,
    null,
    {},
    { ...kept, x: 'left' },
    { ...kept, width: 0 },
    { ...kept, y: 0.5 },
  ])('opens as usual for %j', (value) => {
    expect(placeFrom(value, [main])).toEqual(customary);
  });

  it('opens also when no screen is known', () => {
    expect(placeFrom(kept, [])).toEqual({ width: 400, height: 640 });
  });
});

it.each([
  [1, 1280, 340],
  [2, 1280, 400],
  [3, 1280, 600],
  // No wider than the screen, and never narrower than at its usual size.
  [3, 427, 427],
  [3, 320, 340],
])('at %d times its size, on a screen of %d, a window has %d at least', (zoom, screen, least) => {
  expect(leastWidth(zoom, screen)).toBe(least);
});

describe('the files of the page', () => {
  let folder = '';
  const page = () => join(folder, 'renderer');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chargetray-page-'));
    mkdirSync(join(page(), 'assets'), { recursive: true });
    mkdirSync(join(folder, 'renderer-other'));
    for (const name of ['index.html', 'assets/a.js', 'assets/a b.css', 'assets/x.exe']) {
      writeFileSync(join(page(), name), `the ${name}`);
    }
    writeFileSync(join(folder, 'secret.js'), 'secret');
    writeFileSync(join(folder, 'renderer-other/secret.js'), 'secret');
    symlinkSync(join(folder, 'secret.js'), join(page(), 'link.js'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ask = (address: string, method = 'GET') =>
    pageFiles(page(), { keep: false, language: () => 'en' })(new Request(address, { method }));

  it.each([
    ['chargetray://app/index.html', 'text/html; charset=utf-8', 'the index.html'],
    ['chargetray://app/assets/a.js', 'text/javascript; charset=utf-8', 'the assets/a.js'],
    ['chargetray://app/assets/a%20b.css', 'text/css; charset=utf-8', 'the assets/a b.css'],
    ['chargetray://app/assets/a.js?x#y', 'text/javascript; charset=utf-8', 'the assets/a.js'],
  ])('are served: %s', async (address, type, text) => {
    const answer = await ask(address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(await answer.text()).toBe(text);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'chargetray://app/',
    'chargetray://app/missing.js',
    'chargetray://app/assets/x.exe',
    'chargetray://app/assets',
    'chargetray://app/link.js',
    'chargetray://app/../secret.js',
    'chargetray://app/%2e%2e/secret.js',
    'chargetray://app/..%2fsecret.js',
    'chargetray://app/..%5csecret.js',
    'chargetray://app/%2e%2e/renderer-other/secret.js',
    'chargetray://app/..%2frenderer-other%2fsecret.js',
    'chargetray://app/index.html%00.js',
    'chargetray://app/%zz.js',
    'chargetray://other/index.html',
  ])('are not served: %s', async (address) => {
    const answer = await ask(address);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it('are read once when they are kept, and as they are now when not', async () => {
    const address = 'chargetray://app/index.html';
    const texts = async (keep: boolean) => {
      const answer = pageFiles(page(), { keep, language: () => 'en' });
      const text = async () => (await answer(new Request(address))).text();
      writeFileSync(join(page(), 'index.html'), 'before');
      const before = await text();
      writeFileSync(join(page(), 'index.html'), 'after');
      return [before, await text(), await text()];
    };
    expect(await texts(true)).toEqual(['before', 'before', 'before']);
    expect(await texts(false)).toEqual(['before', 'after', 'after']);
    writeFileSync(join(page(), 'index.html'), 'the index.html');
  });

  it('are not kept when they are missing', async () => {
    const answer = pageFiles(page(), { keep: true, language: () => 'en' });
    const late = () => answer(new Request('chargetray://app/assets/late.js'));
    expect((await late()).status).toBe(404);
    writeFileSync(join(page(), 'assets/late.js'), 'here');
    expect(await (await late()).text()).toBe('here');
  });

  it('are only read', async () => {
    expect((await ask('chargetray://app/index.html', 'POST')).status).toBe(404);
  });
});

describe('isOwnAddress', () => {
  it.each([
    ['chargetray://app/index.html', true],
    ['chargetray://app', true],
    ['chargetray://app:1/index.html', false],
    ['chargetray://app@evil/index.html', false],
    ['chargetray://someone@app/index.html', false],
    ['chargetray://app.evil/index.html', false],
    ['https://app/index.html', false],
    ['file:///app/index.html', false],
    ['about:blank', false],
    ['chargetray:app', false],
    ['', false],
  ])('%s: %s', (address, own) => {
    expect(isOwnAddress(address)).toBe(own);
  });
});
