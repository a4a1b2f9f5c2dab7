import { describe, expect, test } from 'vitest';
import { ENDPOINTS, endpointAt, endpointMeantBy } from './endpoints.ts';

describe('the station’s calls', () => {
  test('are sixteen, of which six are ours', () => {
    expect(new Set(ENDPOINTS.map(({ name }) => name)).size).toBe(16);
    const ours = ENDPOINTS.filter(({ kind }) => ['login', 'token', 'read'].includes(kind));
    expect(ours.map(({ name }) => name)).toEqual([
      'access',
      'refresh',
      'chargerinfo',
      'inverterinfo',
      'configstatus',
      'networkinfo',
    ]);
  });

  test.each([
    ['/api/v1/managePairing', 'managePairing', 'managePairing'],
    ['/api/v1/managepairing', undefined, 'managePairing'],
    ['/api/v1/initistate//', undefined, 'initistate'],
    ['/initistate', undefined, 'initistate'],
    ['/api/v1/', undefined, undefined],
    ['/', undefined, undefined],
    ['/api/v1/initistate2', undefined, undefined],
  ])('%s is %s and means %s', (path, exact, meant) => {
    expect(endpointAt(path)?.name).toBe(exact);
    expect(endpointMeantBy(path)?.name).toBe(meant);
  });
});
