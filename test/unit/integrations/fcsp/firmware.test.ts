import { expect, it } from 'vitest';
import { firmwareVersion } from '../../../../electron/integrations/fcsp/firmware.ts';

it.each([
  ['1.1.36', '1.1.36'],
  ['1.1.36 \0\0', '1.1.36'],
  ['SYS-3.0.0', 'SYS-3.0.0'],
  ['\x01\x01$\0\x07\xc8', '1.1.36'],
  ['\x01\0$\0', '1.0.36'],
  ['\0\x02\x03', '0.2.3'],
  ['\\x01\\x01\\x24\\x00\\x07\\xc8', '1.1.36'],
  ['\\x01\\x01$\\x00\\x07\\xc8', '1.1.36'],
  ["b'\\x01\\x01$\\x00'", '1.1.36'],
  ['\\u0001\\u0001\\u0024', '1.1.36'],
  ['\\001\\001\\044', '1.1.36'],
  ['\\x01\\n\\t', '1.10.9'],
  ['\\x01\\\\\\x02', '1.92.2'],
  ["b'1.1.36'", '1.1.36'],
  ['', undefined],
  ['\0\0', undefined],
  ['\x01\x01', undefined],
  ['\x01\u2030\x01', undefined],
  ['\\x01', undefined],
])('%j is version %s', (raw, version) => {
  expect(firmwareVersion(raw)).toBe(version);
});
