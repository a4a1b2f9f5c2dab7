import { describe, expect, it } from 'vitest';
import { holdsAll, wantedHash } from '../../../build/prepare/npm-packages.mjs';

const dependencies = { zod: '^4.0.0' };
const manifest = JSON.stringify({ scripts: { start: 'x' }, dependencies });
const lock = (packages: object) => JSON.stringify({ packages });

describe('wantedHash', () => {
  it('does not care about scripts', () => {
    const other = JSON.stringify({ scripts: { start: 'y' }, dependencies });
    expect(wantedHash(other, 'lock')).toBe(wantedHash(manifest, 'lock'));
  });

  it('changes with a dependency and with the lock file', () => {
    const other = JSON.stringify({ devDependencies: dependencies });
    expect(wantedHash(other, 'lock')).not.toBe(wantedHash(manifest, 'lock'));
    expect(wantedHash(manifest, 'other')).not.toBe(wantedHash(manifest, 'lock'));
  });
});

describe('holdsAll', () => {
  const root = { '': { dependencies } };
  const zod = { 'node_modules/zod': { version: '4.1.0' } };
  const asked = lock({ ...root, ...zod });

  it.each([
    ['the very packages', asked, lock(zod), true],
    ['more packages', asked, lock({ ...zod, 'node_modules/more': { version: '1.0.0' } }), true],
    ['another version', asked, lock({ 'node_modules/zod': { version: '4.0.0' } }), false],
    ['nothing', asked, lock({}), false],
    ['no record', asked, '', false],
    ['no lock file', '', lock(zod), false],
    ['a lock file that does not fit the manifest', lock(zod), lock(zod), false],
    [
      'everything but an optional package',
      lock({ ...root, ...zod, 'node_modules/mac': { version: '1.0.0', optional: true } }),
      lock(zod),
      true,
    ],
  ])('with %s', (_what, lockText, installed, expected) => {
    expect(holdsAll(manifest, lockText, installed)).toBe(expected);
  });
});
