import { expect, it } from 'vitest';
import { otherDisplay, type Surroundings } from '../../../electron/platform/display.ts';

type Environment = Surroundings['environment'];

const over = (chosen: string, environment: Environment, ...there: readonly string[]) =>
  otherDisplay({
    platform: 'linux',
    environment: { XDG_RUNTIME_DIR: '/run/user/7', ...environment },
    chosen,
    isThere: (path) => there.includes(path),
  });

const x11 = { DISPLAY: ':0' };
const named = { WAYLAND_DISPLAY: 'wayland-3' };

it.each<[string, Environment, readonly string[], ReturnType<typeof otherDisplay>]>([
  ['', x11, [], undefined],
  ['x11', { ...x11, ...named }, [], undefined],
  ['wayland', { ...x11, ...named }, ['/run/user/7/wayland-3'], undefined],
  ['wayland', x11, ['/run/user/7/wayland-0'], undefined],
  ['wayland', { ...x11, WAYLAND_DISPLAY: '/elsewhere' }, ['/elsewhere'], undefined],
  ['wayland', { WAYLAND_SOCKET: '5' }, [], undefined],
  // What is left of a session that has ended, or was never begun.
  ['wayland', { ...x11, ...named }, ['/run/user/7/wayland-0'], 'x11'],
  ['wayland', { ...x11, ...named, XDG_RUNTIME_DIR: undefined }, ['/wayland-3'], 'x11'],
  ['wayland', named, [], 'none'],
  ['', {}, [], 'none'],
  ['x11', { DISPLAY: '' }, [], 'none'],
  // Whoever chooses later may find it.
  ['', named, ['/run/user/7/wayland-3'], undefined],
  ['headless', {}, [], undefined],
])('chosen %j in %j with %j: %s', (chosen, environment, there, other) => {
  expect(over(chosen, environment, ...there)).toBe(other);
});

it.each(['darwin', 'win32'] as const)('is as chosen on %s', (platform) => {
  expect(otherDisplay({ platform, environment: {}, chosen: '' })).toBeUndefined();
});
