import { describe, expect, it } from 'vitest';
import { developerKey } from '../../../../electron/integrations/fcsp/auth/developer-key.ts';
import { findSettings } from '../../../../electron/integrations/fcsp/found-settings.ts';

type Files = Readonly<Record<string, unknown>>;

/** `files` by path; text as it is, anything else as JSON. */
function found(files: Files, environment: Readonly<Record<string, string>> = {}) {
  return findSettings({
    async readText(path) {
      const file = files[path.replaceAll('\\', '/')];
      return file === undefined || typeof file === 'string' ? file : JSON.stringify(file);
    },
    environment,
    home: '/owner',
    folder: '/here',
  });
}

const here = '/here/fcsp_config.json';
const dotted = '/owner/.fcsp/config.json';
const config = '/owner/.config/fcsp/config.json';
const wide = '/etc/fcsp/config.json';
const file = {
  host: '192.0.2.10',
  devkey: 'my-own-key',
  port: 443,
  timeout: 10,
  verify_ssl: false,
};

describe('weakness 13: a broken file hides the next ones (settings of the public library)', () => {
  it('are nothing where there are none', async () => {
    expect(await found({})).toBeUndefined();
    expect(await found({ [here]: { port: 443, timeout: 10, log_level: 'INFO' } })).toBeUndefined();
    expect(await found({ [here]: { devkey: developerKey } })).toBeUndefined();
    expect((await found({ [here]: 'broken' }))?.shown).toEqual({
      from: '',
      fields: {},
      secretFields: [],
      skipped: [here],
    });
  });

  it.each([here, dotted, config, wide])('are found in %s', async (path) => {
    expect(await found({ [path]: file })).toEqual({
      shown: { from: path, fields: { address: '192.0.2.10' }, secretFields: ['key'], skipped: [] },
      secrets: { key: 'my-own-key' },
    });
  });

  it('come from the first file', async () => {
    const files = { [dotted]: file, [config]: { host: '192.0.2.11' } };
    expect((await found(files))?.shown).toMatchObject({
      from: dotted,
      fields: { address: '192.0.2.10' },
    });
  });

  it('come from the named file alone', async () => {
    const files = { [here]: { host: '192.0.2.11' }, '/mine.json': file };
    expect((await found(files, { FCSP_CONFIG_FILE: '/mine.json' }))?.shown.from).toBe('/mine.json');
    expect(await found(files, { FCSP_CONFIG_FILE: '/other.json' })).toBeUndefined();
  });

  it.each(['', '{"host":', '[]', 'null', '"192.0.2.10"', 'host = 192.0.2.10'])(
    'are looked for behind a broken file %j, which is named',
    async (broken) => {
      const shown = (await found({ [here]: broken, [wide]: file }))?.shown;
      expect(shown).toMatchObject({ from: wide, skipped: [here] });
    },
  );

  it('come from the environment before the file', async () => {
    const environment = { FCSP_HOST: ' 192.0.2.20 ', FCSP_PORT: '8443', FCSP_TIMEOUT: '5' };
    expect(await found({ [here]: file }, environment)).toEqual({
      shown: {
        from: `FCSP_HOST, FCSP_PORT, ${here}`,
        fields: { address: '192.0.2.20:8443' },
        secretFields: ['key'],
        skipped: [],
      },
      secrets: { key: 'my-own-key' },
    });
  });

  it('may come from the environment alone', async () => {
    const environment = { FCSP_HOST: 'charger.local', FCSP_DEVKEY: 'my-own-key', FCSP_PORT: '443' };
    expect((await found({ [here]: file }, environment))?.shown).toMatchObject({
      from: 'FCSP_HOST, FCSP_DEVKEY, FCSP_PORT',
      fields: { address: 'charger.local' },
    });
  });

  it('with the key that all stations take hold no secret', async () => {
    expect(await found({ [here]: { ...file, devkey: developerKey } })).toMatchObject({
      shown: { secretFields: [] },
      secrets: {},
    });
  });

  it('may be a key alone', async () => {
    expect((await found({ [here]: { devkey: 'my-own-key' } }))?.shown).toMatchObject({
      fields: {},
      secretFields: ['key'],
    });
  });

  it.each([
    [{ host: 'charger.local', port: '8443' }, 'charger.local:8443'],
    [{ host: '2001:db8::10', port: 8443 }, '[2001:db8::10]:8443'],
    [{ host: '192.0.2.10:8443' }, '192.0.2.10:8443'],
    [{ host: '192.0.2.10', port: 'many' }, '192.0.2.10'],
    [{ host: '192.0.2.10', port: 70_000 }, '192.0.2.10'],
    [{ host: '192.0.2.10', port: null }, '192.0.2.10'],
    [{ host: 'not an address' }, 'not an address'],
  ])('%j are offered as %s', async (settings, address) => {
    expect((await found({ [here]: settings }))?.shown.fields).toEqual({ address });
  });

  it('never show the key', async () => {
    expect(JSON.stringify((await found({ [here]: file }))?.shown)).not.toContain('my-own-key');
  });
});
