import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Page } from '@playwright/test';

/** A far end on this machine that would tell of any attempt that reached it. */
export interface FarEnd {
  readonly http: string;
  readonly udpPort: number;
}

/** What came of the attempts of a page to run or reach what it must not. */
export interface Attempts {
  /** What ran, was reached, or was allowed all the same. */
  readonly succeeded: readonly string[];
  /** What the content policy has stopped, by its directives. */
  readonly stopped: readonly string[];
  readonly tried: number;
}

/** Counts what reaches this machine in any way that a page could find. */
export async function farEnd() {
  const reached: string[] = [];
  const server = createServer((socket) => {
    reached.push('a connection');
    socket.on('error', () => undefined).end('HTTP/1.1 204 Nothing\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const udp = createSocket('udp4', () => void reached.push('a datagram'));
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    reached,
    http: `http://127.0.0.1:${address.port}`,
    udpPort: udp.address().port,
    close() {
      server.close();
      udp.close();
    },
  };
}

/** Has the page itself try everything; what its driver evaluates is under no policy. */
export function attempt(page: Page, end: FarEnd): Promise<Attempts> {
  return page.evaluate(tryEverything, { http: end.http, udpPort: end.udpPort });
}

/** Runs in the page, and so can use nothing from outside. */
async function tryEverything({ http, udpPort }: FarEnd): Promise<Attempts> {
  const succeeded: string[] = [];
  const stopped = new Set<string>();
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
    stopped.add(effectiveDirective),
  );
  const put = (tag: string, with_: Record<string, string>, text = '') => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(with_)) made.setAttribute(name, value);
    made.append(text);
    document.body.append(made);
    return made;
  };
  const ran = (name: string, where = 'globalThis') =>
    `${where}.ran = [...(${where}.ran ?? []), '${name}']`;
  const blob = (text: string, type: string) => URL.createObjectURL(new Blob([text], { type }));
  const page = `data:text/html,<script>${ran('frame', 'parent')}</script>`;
  const script = (name: string) => `data:text/javascript,${encodeURIComponent(ran(name))}`;
  const hidden = { style: 'display:none' };
  const ways: Record<string, () => unknown> = {
    'inline script': () => put('script', {}, ran('inline script')),
    'handler of a tag': () => put('p', { onclick: ran('handler of a tag') }).click(),
    'handler of a picture': () =>
      put('img', { src: 'data:,', onerror: ran('handler of a picture') }),
    'remote script': () => put('script', { src: `${http}/script.js` }),
    'remote module': () => put('script', { src: `${http}/module.js`, type: 'module' }),
    'data script': () => put('script', { src: script('data script') }),
    'blob script': () => put('script', { src: blob(ran('blob script'), 'text/javascript') }),
    'remote picture': () => put('img', { src: `${http}/picture.png` }),
    'blob picture': () => put('img', { src: blob('<svg/>', 'image/svg+xml') }),
    'remote style': () => put('link', { rel: 'stylesheet', href: `${http}/style.css` }),
    'inline style': () => put('style', {}, `body { background: url(${http}/ground.png) }`),
    prefetch: () => put('link', { rel: 'prefetch', href: `${http}/prefetch` }),
    preconnect: () => put('link', { rel: 'preconnect', href: http }),
    manifest: () => put('link', { rel: 'manifest', href: `${http}/manifest` }),
    video: () => put('video', { ...hidden, src: `${http}/video`, preload: 'auto' }),
    sound: () => new Audio(`${http}/sound`).load(),
    frame: () => put('iframe', { ...hidden, src: `${http}/frame` }),
    'frame of ours': () => put('iframe', { ...hidden, src: location.href }),
    'data frame': () => put('iframe', { ...hidden, src: page }),
    'written frame': () =>
      put('iframe', { ...hidden, srcdoc: `<script>${ran('written frame', 'parent')}</script>` }),
    object: () => put('object', { data: `${http}/object` }),
    'data object': () => put('object', { data: page, type: 'text/html' }),
    embed: () => put('embed', { src: `${http}/embed` }),
    base: () => put('base', { href: `${http}/` }),
    form: () => {
      const form = put('form', { action: `${http}/form`, method: 'post' });
      if (form instanceof HTMLFormElement) form.requestSubmit();
    },
    ping: () => put('a', { href: '#', ping: `${http}/ping` }).click(),
    beacon: () => navigator.sendBeacon(`${http}/beacon`, 'x'),
    'worker from a blob': () => new Worker(blob(ran('worker'), 'text/javascript')),
    'worker from data': () => new Worker(script('worker')),
    'remote worker': () => new Worker(`${http}/worker.js`),
    font: () => new FontFace('x', `url(${http}/font.woff2)`).load(),
    'event source': () => new EventSource(`${http}/events`),
  };
  // They say themselves whether they were let.
  const asked: Record<string, () => unknown> = {
    eval: () => Reflect.get(globalThis, 'eval')('1'),
    'new Function': () => Reflect.construct(Function, ['return 1'])(),
    'timer of words': () => {
      const words: unknown = ran('timer of words');
      setTimeout(words as TimerHandler);
      throw new Error('It runs, or not.');
    },
    fetch: () => fetch(`${http}/fetch`),
    'fetch without its answer': () => fetch(`${http}/fetch`, { mode: 'no-cors' }),
    'fetch of ours': () => fetch(location.href),
    'fetch of a file': () => fetch('file:///etc/hostname'),
    'import of data': () => import(/* @vite-ignore */ script('import')),
    'remote import': () => import(/* @vite-ignore */ `${http}/import.js`),
    'service worker': () => navigator.serviceWorker.register('sw.js'),
    request: () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = reject;
        request.open('GET', `${http}/request`);
        request.send();
      }),
    socket: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${http.replace('http', 'ws')}/socket`);
        socket.onopen = resolve;
        socket.onerror = reject;
      }),
    'a new window': () => window.open(`${http}/window`) ?? Promise.reject(),
    'a new window of ours': () => window.open(location.href) ?? Promise.reject(),
    'an empty window': () => window.open('about:blank', 'x') ?? Promise.reject(),
    peer: async () => {
      const peer = new RTCPeerConnection({
        iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }],
      });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (!peer.localDescription?.sdp.includes('typ srflx')) throw new Error('Nobody found it.');
    },
  };
  // Under the policy of the page: the driver's own call has leave to evaluate.
  await new Promise<void>((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = async () => {
      for (const way of Object.values(ways)) {
        try {
          way();
        } catch {
          // Refused at once.
        }
      }
      for (const [name, way] of Object.entries(asked)) {
        try {
          await way();
          succeeded.push(name);
        } catch {
          // Refused.
        }
      }
      done();
    };
    channel.port2.postMessage(0);
  });
  const run: unknown = Reflect.get(globalThis, 'ran');
  if (Array.isArray(run)) succeeded.push(...run);
  const tried = Object.keys(ways).length + Object.keys(asked).length;
  return { succeeded, stopped: [...stopped].sort(), tried };
}
