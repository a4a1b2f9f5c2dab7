import type { Http } from '../chargers/http.ts';

/** An Http that is loaded with its first request: the tray icon need not wait for it. */
export function lazyHttp(load: () => Promise<Http>): Http {
  let loading: Promise<Http> | undefined;
  return {
    async send(request) {
      loading ??= load();
      return (await loading).send(request);
    },
    async close() {
      await (await loading)?.close();
    },
  };
}
