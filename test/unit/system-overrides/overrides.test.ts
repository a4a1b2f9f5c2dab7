import { describe, expect, it } from 'vitest';
import { isLoopback, readOverrides } from '../../../electron/platform/electron/overrides.ts';

function read(environment: Record<string, string | undefined>) {
  const warnings: string[] = [];
  const overrides = readOverrides(environment, (line) => void warnings.push(line));
  return { overrides, warnings };
}

const here = 'http://127.0.0.1:4711';
const notHere = 'CHARGETRAY_WALLBOX_URL is ignored: not a loopback address';
const noPace = 'CHARGETRAY_POLL_SECONDS is ignored for Wallbox: no loopback address is set';
const badPace = 'CHARGETRAY_POLL_SECONDS is ignored: not a number above 0';

describe('this machine', () => {
  it.each([
    here,
    'https://127.0.0.1',
    'http://127.255.0.9:80/path',
    'http://localhost:4711',
    'http://LOCALHOST',
    'http://[::1]:4711',
    'HTTPS://127.0.0.1?a#b',
  ])('%s', (url) => expect(isLoopback(url)).toBe(true));

  it.each([
    'http://example.com',
    'http://127.0.0.1.example',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://notlocalhost',
    'http://127.0.0.1@example.com',
    'http://example.com#127.0.0.1',
    'http://user@127.0.0.1',
    'http://user:word@localhost:4711',
    'http://example.com\\@127.0.0.1',
    'http://127.0.0.1\\@example.com',
    'http://127.0.0.1:80@example.com',
    'http://127.0.0.1.',
    'http://127.0.0.256',
    'http://127.0.0.1%2eexample.com',
    'http://127.0.0.1\t.example.com',
    ' http://127.0.0.1',
    'http:127.0.0.1',
    'http:///127.0.0.1',
    'http:\\\\127.0.0.1',
    'http://localhost.',
    'http://localhost%00.example.com',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[0:0:0:0:0:0:0:1]',
    'http://[::1%lo]',
    'http://[::1%25lo]',
    'http://[::1].example',
    'http://::1',
    'http://[::]',
    'http://0',
    // The same address, but whoever reads it does not see that.
    'http://127.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0x7f.0.0.1',
    'http://0177.0.0.1',
    'http://127.000.0.1',
    'http://127.0.0.01',
    'http://⑫７.0.0.1',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://[::2]',
    'http://128.0.0.1',
    'ftp://127.0.0.1',
    'file:///127.0.0.1',
    '127.0.0.1:4711',
    'localhost:4711',
    '',
    'nonsense',
  ])('not %s', (url) => expect(isLoopback(url)).toBe(false));
});

describe('the environment', () => {
  const table: Record<string, ReturnType<typeof read> & { given: Record<string, string> }> = {
    'says nothing': { given: {}, overrides: {}, warnings: [] },
    'names this machine': {
      given: { CHARGETRAY_WALLBOX_URL: here },
      overrides: { wallbox: { baseUrl: here } },
      warnings: [],
    },
    'names a pace too': {
      given: { CHARGETRAY_WALLBOX_URL: here, CHARGETRAY_POLL_SECONDS: '0.25' },
      overrides: { wallbox: { baseUrl: here, paceSeconds: 0.25 }, fcsp: { paceSeconds: 0.25 } },
      warnings: [],
    },
    'names another machine': {
      given: { CHARGETRAY_WALLBOX_URL: 'http://example.com' },
      overrides: {},
      warnings: [notHere],
    },
    'names another machine and a pace': {
      given: { CHARGETRAY_WALLBOX_URL: 'http://example.com', CHARGETRAY_POLL_SECONDS: '1' },
      overrides: { fcsp: { paceSeconds: 1 } },
      warnings: [notHere, noPace],
    },
    'names a pace for the real cloud': {
      given: { CHARGETRAY_POLL_SECONDS: '1' },
      overrides: { fcsp: { paceSeconds: 1 } },
      warnings: [noPace],
    },
    'names something else': {
      given: { CHARGETRAY_URL: here, PATH: '/bin' },
      overrides: {},
      warnings: [],
    },
  };

  it.each(Object.entries(table))('%s', (_name, { given, overrides, warnings }) => {
    expect(read(given)).toEqual({ overrides, warnings });
  });

  it.each(['0', '-1', '', 'fast', 'Infinity', 'NaN', '1s'])('a pace of “%s” is none', (pace) => {
    expect(read({ CHARGETRAY_WALLBOX_URL: here, CHARGETRAY_POLL_SECONDS: pace })).toEqual({
      overrides: { wallbox: { baseUrl: here } },
      warnings: [badPace],
    });
  });
});
