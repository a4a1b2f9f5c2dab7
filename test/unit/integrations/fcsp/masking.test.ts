import { describe, expect, it } from 'vitest';
import { publicBody } from '../../../../electron/integrations/fcsp/report/masking.ts';
import { FIRST_STATION } from '../../../simulators/fcsp/identity.ts';
import { chargerPayload, networkPayload } from '../../../simulators/fcsp/payload-charger.ts';
import { inverterRows } from '../../../simulators/fcsp/payload-inverter.ts';

const shown = (value: unknown) => JSON.parse(publicBody(JSON.stringify(value)));

describe('what a report shows of an answer', () => {
  it('is what tells nothing about anybody', () => {
    expect(shown(chargerPayload(FIRST_STATION, 'CS02'))).toMatchObject({
      state: 'CS02',
      maxAmps: 80,
      vSystem: '5.0.25',
      catalogNo: '8EM1314-8CW16-0FD0',
      traceNo: '[text, 8]',
      passcode: '[text, 12]',
      ipAddr: '[text, 10]',
      wifiAddr: '[text, 17]',
    });
  });

  it('is never private', () => {
    const rows = inverterRows({ kind: 'three' }, 5, FIRST_STATION.inverterSerial);
    const bodies = [
      publicBody(JSON.stringify(chargerPayload(FIRST_STATION, 'CS02'))),
      publicBody(JSON.stringify(networkPayload(FIRST_STATION))),
      publicBody(JSON.stringify(rows)),
      publicBody('{"access":"eyJhbGciOi.x.y","refresh":"eyJhbGciOi.z"}'),
    ].join();
    const { traceNo, passcode, ipAddr, wifiAddr, bleAddr, ssid, inverterSerial } = FIRST_STATION;
    const secrets = [traceNo, passcode, ipAddr, wifiAddr, bleAddr, ssid, inverterSerial, 'eyJ'];
    expect(secrets.filter((secret) => bodies.includes(secret))).toEqual([]);
    expect(bodies).toContain('Delta Electronics');
  });

  it.each([
    [{ pin: 123456 }, { pin: '[number]' }],
    [{ place: 52.52 }, { place: '[number]' }],
    [
      { rssi: -58, count: 3, on: true, none: null },
      { rssi: -58, count: 3, on: true, none: null },
    ],
    [{ 'Home Wi-Fi': 1 }, { '[key 0]': 1 }],
    [{ state: { deep: 'SWA12ABC' } }, { state: { deep: '[text, 8]' } }],
    [{ state: ['SWA12ABC'] }, { state: ['[text, 8]'] }],
    [
      ['SWA12ABC', ''],
      ['[text, 8]', ''],
    ],
    ['SWA12ABC', '[text, 8]'],
  ])('of %j is %j', (value, visible) => {
    expect(shown(value)).toEqual(visible);
  });

  it('steers nothing that shows it, and is what it was all the same', () => {
    const firmware = '\u0001\u009b2J\u202e\u2028';
    const body = publicBody(JSON.stringify({ firmware }));
    expect(body).toBe('{\n  "firmware": "\\u0001\\u009b2J\\u202e\\u2028"\n}');
    expect(JSON.parse(body)).toEqual({ firmware });
  });

  it('ends somewhere, however deep an answer is', () => {
    const deep = JSON.parse(`${'['.repeat(50)}"SWA12ABC"${']'.repeat(50)}`);
    expect(publicBody(JSON.stringify(deep))).not.toContain('SWA12ABC');
  });

  it.each([
    [`<html>${'SECRET'.repeat(2000)}</html>`, 'Web page, 12 kB, not shown'],
    ['\n <!DOCTYPE html>SECRET', 'Web page, 1 kB, not shown'],
    ['Traceback: SECRET', 'Not JSON, 1 kB, not shown'],
    ['{"state":"SECRET', 'Not JSON, 1 kB, not shown'],
    ['', 'Empty'],
  ])('of what is no JSON is only how long it is', (body, word) => {
    expect(publicBody(body)).toBe(word);
  });
});
