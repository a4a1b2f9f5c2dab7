import { expect, it } from 'vitest';
import { refusedSwitch } from '../../../electron/platform/refused-switches.ts';

const started = (isPackaged: boolean, ...switches: readonly string[]) =>
  refusedSwitch({ isPackaged, commandLine: { hasSwitch: (name) => switches.includes(name) } });

it.each([
  [true, ['no-sandbox', 'inspect'], 'inspect'],
  [true, ['js-flags', 'remote-debugging-pipe'], 'remote-debugging-pipe'],
  [true, ['no-sandbox', 'disable-gpu', 'user-data-dir', 'proxy-server', 'lang'], undefined],
  [true, [], undefined],
  [false, ['remote-debugging-port', 'inspect'], undefined],
] as const)('packed %s, %s: %s is refused', (isPackaged, switches, refused) => {
  expect(started(isPackaged, ...switches)).toBe(refused);
});
