import type { Http } from '../../ports/http.ts';

/** An Http that is loaded with its first request: the tray icon need not wait for it. */
export function lazyHttp(load: () => Promise<Http>): Http {
  let loading: Promise<Http> | undefined;
  const loaded = () => {
    loading ??= load();
    return loading;
  };
  return {
    send: async (request) => (await loaded()).send(request),
    certificateAt: async (request) => (await loaded()).certificateAt(request),
    async close() {
      await (await loading)?.close();
    },
  };
}
