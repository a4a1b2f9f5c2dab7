import { describe, expect, it } from 'vitest';
import {
  readCharger,
  readInverters,
  readNetwork,
  readSetUpCode,
  readTokens,
} from '../../../../electron/integrations/fcsp/wire.ts';

const json = JSON.stringify;
const page = '<!DOCTYPE html><html><body>SECRET_KEY</body></html>';
const nonsense = ['', ' ', page, '{"state":"CS', 'null', '[]', '7', '"CS00"', 'true'];

describe('chargerinfo', () => {
  it('is read field by field, without NULs and blanks', () => {
    const body = json({
      state: ' CS02 \0\0',
      maxAmps: 80,
      vSystem: '5.0.25\0',
      traceNo: 'SWA12ABC  ',
      passcode: 'q7RmX2vK9pLd',
      news: { more: 1 },
    });
    expect(readCharger(body)).toMatchObject({
      state: 'CS02',
      maxAmps: 80,
      vSystem: '5.0.25',
      traceNo: 'SWA12ABC',
      passcode: 'q7RmX2vK9pLd',
    });
  });

  it.each([[''], ['  '], ['\0\0'], [null], [0], [17], [{}], [['CS00']], [false]])(
    'takes %j for no text at all',
    (value) => {
      const read = readCharger(json({ vHw: value, traceNo: 'SWA12ABC' }));
      expect(read?.vHw).toBeUndefined();
      expect(read?.traceNo).toBe('SWA12ABC');
    },
  );

  it.each([
    [80, 80],
    ['80', 80],
    ['80 \0', 80],
    [0, 0],
    ['many', undefined],
    [null, undefined],
    [[80], undefined],
    ['', undefined],
  ])('reads %j amperes as %s', (value, maxAmps) => {
    expect(readCharger(json({ state: 'CS00', maxAmps: value }))?.maxAmps).toBe(maxAmps);
  });

  it.each([...nonsense, '{}', '{"ok":true}'])('is not %j', (body) => {
    expect(readCharger(body)).toBeUndefined();
  });
});

describe('inverterinfo', () => {
  it('may have none, one or several rows', () => {
    expect(readInverters('[]')).toEqual([]);
    expect(readInverters(json([{ state: '0' }]))).toHaveLength(1);
    expect(readInverters(json([{ state: 5 }, { vendor: 'x' }, { slno: 12 }]))).toMatchObject([
      { state: '5' },
      { vendor: 'x' },
      { slno: '12' },
    ]);
  });

  it('drops rows that tell nothing', () => {
    expect(readInverters(json([null, 7, {}, { other: 1 }, []]))).toEqual([]);
  });

  it('leaves the bytes of the firmware alone', () => {
    expect(readInverters(json([{ firmware: '\x01\0$ ' }]))?.[0]?.firmware).toBe('\x01\0$ ');
  });

  it.each(['', page, '{"state":"0"}', '{}', 'null', '[{"state":'])('is not %j', (body) => {
    expect(readInverters(body)).toBeUndefined();
  });
});

describe('the other answers', () => {
  it('configstatus is a code', () => {
    expect(readSetUpCode('{"status":"CE012\\u0000"}')).toBe('CE012');
    expect(readSetUpCode('{"status":12}')).toBeUndefined();
    expect(readSetUpCode(page)).toBeUndefined();
  });

  it('networkinfo is taken as far as it is known', () => {
    const known = { name: 'Home', rssi: -58 };
    expect(readNetwork('{"ssid":"Home ","rssi":"-58","password":"no"}')).toEqual(known);
    expect(readNetwork('{"SSID":"Home","rssi":-58}')).toEqual(known);
    expect(readNetwork('[]')).toBeUndefined();
  });
});

describe('tokens', () => {
  it('are an access token and perhaps one to refresh it', () => {
    expect(readTokens('{"access":"a.b.c","refresh":"d.e.f"}')).toEqual({
      access: 'a.b.c',
      refresh: 'd.e.f',
    });
    expect(readTokens('{"access":"a.b.c","refresh":5}')).toEqual({ access: 'a.b.c' });
  });

  it.each([...nonsense, '{}', '{"refresh":"d"}', '{"access":""}', '{"access":"a\\nb"}'])(
    'are not in %j',
    (body) => {
      expect(readTokens(body)).toBeUndefined();
    },
  );
});
