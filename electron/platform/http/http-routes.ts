import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { isLoopback } from './http-target.ts';

/** Address of the HTTP proxy that the system wants for a URL, or undefined for the direct way. */
export type ProxyFor = (url: string) => Promise<string | undefined>;

/** A way, and whether no proxy stands in it. */
export interface Route {
  readonly dispatcher: Dispatcher;
  readonly isDirect: boolean;
}

/** Kept-alive connections, one set for the direct way and one for each proxy. */
export class Routes {
  readonly #proxyFor: ProxyFor;
  readonly #ways = new Map<string, Dispatcher>();
  #closed = false;

  constructor(proxyFor: ProxyFor) {
    this.#proxyFor = proxyFor;
  }

  /** The way to this computer itself, or in this network: nobody's word is needed. Undefined for others. */
  direct(url: URL, isLocal = false): Route | undefined {
    return isLocal || isLoopback(url) ? this.#route(undefined) : undefined;
  }

  /** The way to a URL. Rejects when its proxy has no usable address. */
  async routeFor(url: URL): Promise<Route> {
    return this.#route(isLoopback(url) ? undefined : await this.#proxyFor(url.href));
  }

  #route(proxy: string | undefined): Route {
    if (this.#closed) throw new Error('Closed');
    const key = proxy ?? 'direct';
    const way = this.#ways.get(key) ?? (proxy ? proxied(proxy) : new Agent({ connect: checked }));
    this.#ways.set(key, way);
    return { dispatcher: way, isDirect: proxy === undefined };
  }

  /** Breaks off everything under way; later requests fail. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#ways.values()].map((way) => way.destroy()));
  }
}

/** Said aloud: otherwise a variable of the environment (`NODE_TLS_REJECT_UNAUTHORIZED`) could say no. */
const checked = { rejectUnauthorized: true } as const;

function proxied(uri: string): Dispatcher {
  return new ProxyAgent({ uri, requestTls: checked, proxyTls: checked });
}
