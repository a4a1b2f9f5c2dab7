import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../../electron/integrations/fcsp/address.ts';

describe('an address', () => {
  it.each([
    ['192.0.2.10', '192.0.2.10', 'https://192.0.2.10'],
    ['  192.0.2.10\n', '192.0.2.10', 'https://192.0.2.10'],
    ['192.0.2.10:8443', '192.0.2.10:8443', 'https://192.0.2.10:8443'],
    ['192.0.2.10:443', '192.0.2.10', 'https://192.0.2.10'],
    ['charger.local', 'charger.local', 'https://charger.local'],
    ['Charger.LOCAL.', 'charger.local', 'https://charger.local'],
    ['charger', 'charger', 'https://charger'],
    ['my_charger-2:1', 'my_charger-2:1', 'https://my_charger-2:1'],
    ['https://charger.local/', 'charger.local', 'https://charger.local'],
    ['HTTPS://192.0.2.10:65535/', '192.0.2.10:65535', 'https://192.0.2.10:65535'],
    ['2001:db8::10', '[2001:db8::10]', 'https://[2001:db8::10]'],
    ['[2001:DB8:0:0::10]', '[2001:db8::10]', 'https://[2001:db8::10]'],
    ['[2001:db8::10]:8443', '[2001:db8::10]:8443', 'https://[2001:db8::10]:8443'],
    ['https://[::1]:8443', '[::1]:8443', 'https://[::1]:8443'],
  ])('%j is %s', (typed, label, base) => {
    expect(parseAddress(typed)).toMatchObject({ label, base });
  });

  it.each([
    '',
    '   ',
    'https://',
    'http://192.0.2.10',
    'ftp://192.0.2.10',
    '192.0.2.10/api',
    'https://192.0.2.10//',
    '192.0.2.10?x=1',
    '192.0.2.10#x',
    'user@192.0.2.10',
    'user:word@192.0.2.10',
    '192.0.2.10@evil.example',
    '192.0.2.10\\@evil.example',
    'charger.local\t.evil.example',
    'two words',
    '192.0.2.10:0',
    '192.0.2.10:65536',
    '192.0.2.10:-1',
    '192.0.2.10:8443:1',
    '192.0.2.10:',
    '192.0.2.10:80a',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.010',
    '0x7f.1',
    'charger.0x7f',
    '2130706433',
    '-charger.local',
    'charger-.local',
    'charger..local',
    '.local',
    '%6c%6f.local',
    'ｃharger.local',
    'ladesäule.local',
    '[2001:db8::10',
    '2001:db8::10]',
    '[192.0.2.10]',
    '[]',
    'fe80::1%eth0',
    '[fe80::1%25eth0]',
    '[2001:db8::10]x',
    `${'a'.repeat(64)}.local`,
    `${'a.'.repeat(140)}local`,
  ])('%j is none', (typed) => {
    expect(parseAddress(typed)).toBeUndefined();
  });

  it.each([
    ['localhost:8443', true],
    ['127.0.0.1:8443', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['192.0.2.10', false],
    ['127.0.0.1.example', false],
    ['localhost.example', false],
  ])('%s leads to this very machine: %s', (typed, is) => {
    expect(parseAddress(typed)?.isLoopback).toBe(is);
  });
});
