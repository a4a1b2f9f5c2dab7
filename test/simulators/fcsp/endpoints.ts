/**
 * What a call does. `handshake` is the phone app's set-up, `spare` a read that nobody of ours needs;
 * of the last four kinds no client of ours may call any.
 */
export type EndpointKind =
  | 'login'
  | 'token'
  | 'read'
  | 'spare'
  | 'handshake'
  | 'side-effect'
  | 'dangerous';

/** One call of the station. */
export interface Endpoint {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly kind: EndpointKind;
}

/** Every path starts with it; there is no slash at the end (FCA). */
export const BASE_PATH = '/api/v1/';

/** The station's own table of calls (FCA); kinds partly inferred from the names. */
export const ENDPOINTS: readonly Endpoint[] = [
  { name: 'access', method: 'POST', kind: 'login' },
  { name: 'refresh', method: 'POST', kind: 'token' },
  { name: 'chargerinfo', method: 'GET', kind: 'read' },
  { name: 'inverterinfo', method: 'GET', kind: 'read' },
  { name: 'configstatus', method: 'GET', kind: 'read' },
  { name: 'networkinfo', method: 'POST', kind: 'read' },
  { name: 'pairstatus', method: 'POST', kind: 'spare' },
  { name: 'pairlist', method: 'POST', kind: 'spare' },
  { name: 'datakey', method: 'GET', kind: 'spare' },
  { name: 'connect', method: 'POST', kind: 'handshake' },
  { name: 'wifinetworklist', method: 'POST', kind: 'side-effect' },
  { name: 'blepairing', method: 'POST', kind: 'side-effect' },
  { name: 'wlanconfig', method: 'POST', kind: 'dangerous' },
  { name: 'managePairing', method: 'POST', kind: 'dangerous' },
  { name: 'pairconfirm', method: 'POST', kind: 'dangerous' },
  { name: 'initistate', method: 'POST', kind: 'dangerous' },
];

/** The call at exactly this path. */
export function endpointAt(path: string): Endpoint | undefined {
  return ENDPOINTS.find(({ name }) => path === BASE_PATH + name);
}

/**
 * The call that somebody meant by a path, whatever its case, its slashes and its base: a slip in
 * spelling makes a dangerous request no better.
 */
export function endpointMeantBy(path: string): Endpoint | undefined {
  const word = path.replace(/\/+$/, '').split('/').at(-1)?.toLowerCase();
  return ENDPOINTS.find(({ name }) => name.toLowerCase() === word);
}
