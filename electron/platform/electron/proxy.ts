import { session } from 'electron';
import { proxyAddress } from './proxy-rule.ts';

/**
 * Address of the proxy that the system wants for a URL. The default session is asked, which
 * follows the system's settings and proxy scripts; the window's own session may reach nothing.
 */
export async function systemProxyFor(url: string): Promise<string | undefined> {
  return proxyAddress(await session.defaultSession.resolveProxy(url));
}
