import { describe, expect, it } from 'vitest';
import {
  autostartEntry,
  entryFollowing,
} from '../../../electron/platform/electron/autostart-entry.ts';
import { endedWithin, endedWithLog, isHeld } from '../../../electron/platform/electron/leaving.ts';
import { proxyAddress } from '../../../electron/platform/electron/proxy-rule.ts';
import { lazyHttp } from '../../../electron/platform/http/lazy-http.ts';
import { onceEach } from '../../../electron/platform/log/once-each.ts';
import type { Http } from '../../../electron/ports/http.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

describe('proxyAddress', () => {
  it.each([
    ['DIRECT', undefined],
    ['PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128'],
    ['HTTPS proxy.example:443;PROXY other:80', 'https://proxy.example:443'],
    ['SOCKS5 proxy.example:1080; PROXY other:80', 'http://other:80'],
    ['SOCKS5 proxy.example:1080', undefined],
    ['SOCKS proxy.example:1080; DIRECT', undefined],
    ['DIRECT; PROXY proxy.example:3128', undefined],
    ['PROXY [::1]:3128', 'http://[::1]:3128'],
    ['proxy proxy.example:3128', 'http://proxy.example:3128'],
    ['PROXY', undefined],
    ['PROXY :::; PROXY other:80', 'http://other:80'],
    ['', undefined],
  ])('%j: %j', (answer, address) => {
    expect(proxyAddress(answer)).toBe(address);
  });
});

describe('autostartEntry', () => {
  it.each([
    ['/usr/bin/chargetray', '/usr/bin/chargetray'],
    ['/opt/My Apps/ChargeTray.AppImage', '"/opt/My Apps/ChargeTray.AppImage"'],
    ['/opt/50%/chargetray', '/opt/50%%/chargetray'],
    ['/opt/$HOME"x', String.raw`"/opt/\\$HOME\\"x"`],
    [String.raw`/opt/a\b`, String.raw`"/opt/a\\\\b"`],
    ['/opt/`x`', '"/opt/\\\\`x\\\\`"'],
  ])('quotes %s', (program, quoted) => {
    const entry = autostartEntry('ChargeTray', { program, args: ['--hidden'] });
    expect(entry.split('\n')).toContain(`Exec=${quoted} --hidden`);
    expect(entry.startsWith('[Desktop Entry]\nType=Application\nName=ChargeTray\n')).toBe(true);
  });
});

describe('entryFollowing', () => {
  const commandOf = (version: string) => ({
    program: `/apps/My $Own/ChargeTray-${version}-linux-x64.AppImage`,
    args: ['--hidden'],
  });
  const old = autostartEntry('ChargeTray', commandOf('0.1.0'));
  const fresh = autostartEntry('ChargeTray', commandOf('0.2.0'));
  const following = (entry?: string) => entryFollowing(entry, 'ChargeTray', commandOf('0.2.0'));

  it('names the program that runs now', () => {
    expect(following(old)).toBe(fresh);
  });

  it('is not written again when it does', () => {
    expect(following(fresh)).toBeUndefined();
  });

  it('leaves what its owner has set in the desktop’s own settings', () => {
    const delayed = 'X-GNOME-Autostart-Delay=30\nHidden=true\n';
    expect(following(old + delayed)).toBe(fresh + delayed);
  });

  it.each([undefined, '', 'Type=Application'])('is new in place of %j', (entry) => {
    expect(following(entry)).toBe(fresh);
  });
});

describe('onceEach', () => {
  it('passes on the first of each kind', () => {
    const told: string[] = [];
    const tell = onceEach(
      (what: string) => what.charAt(0),
      (what) => told.push(what),
    );
    for (const what of ['a1', 'a2', 'b1', 'a3', 'b2']) tell(what);
    expect(told).toEqual(['a1', 'b1']);
  });
});

describe('leaving', () => {
  const never = () => new Promise<void>(() => undefined);

  it.each([
    ['ended', () => Promise.resolve()],
    ['failed', () => Promise.reject(new Error('stop'))],
  ] as const)('knows what %s', async (how, stop) => {
    const clock = new FakeClock();
    expect(await endedWithin(1500, clock, stop)).toBe(how);
    expect(clock.waiting).toBe(0);
  });

  it('does not wait for what hangs', async () => {
    const clock = new FakeClock();
    const ending = endedWithin(1500, clock, never);
    await clock.advance(1500);
    expect(await ending).toBe('left');
  });

  function wayOut(stop: () => Promise<unknown>, settled: () => Promise<void>) {
    const clock = new FakeClock();
    const log = Object.assign(new RecordedLog(), { settled });
    const ending = endedWithLog({ clock, log, limitMs: 1500, logMs: 200, stop });
    return { clock, log, ending };
  }

  it('waits for the log after everything else, however long that took within the limit', async () => {
    let write = () => {};
    const written = new Promise<void>((resolve) => {
      write = resolve;
    });
    const asked: string[] = [];
    const { clock, ending } = wayOut(
      async () => void asked.push('stop'),
      () => {
        asked.push('log');
        return written;
      },
    );
    let hasEnded = false;
    void ending.then(() => {
      hasEnded = true;
    });
    await clock.advance(1499);
    expect([asked, hasEnded]).toEqual([['stop', 'log'], false]);
    write();
    expect(await ending).toBe('ended');
    expect(clock.waiting).toBe(0);
  });

  it('does not wait for a disk that takes no line', async () => {
    const { clock, ending } = wayOut(async () => undefined, never);
    await clock.advance(1500);
    expect(await ending).toBe('left');
  });

  it('has what hung written down in time', async () => {
    let written: unknown;
    const { clock, log, ending } = wayOut(never, async () => {
      written = log.lines.map(({ line, facts }) => [line, facts]);
    });
    await clock.advance(1300);
    expect(written).toEqual([['not everything came to its end', { how: 'left' }]]);
    expect(await ending).toBe('left');
  });

  it.each([
    ['ended', false, [], false],
    ['ended', false, ['Timeout', 'TCPSocketWrap', 'FSReqPromise'], false],
    ['ended', true, [], true],
    ['ended', false, ['Timeout', 'GetAddrInfoReqWrap'], true],
    ['left', false, ['Timeout'], false],
    ['left', false, ['FSReqPromise'], true],
  ] as const)('knows what would hold the process: %s %j %j', (how, keychain, resources, held) => {
    expect(isHeld({ how, keychain, resources })).toBe(held);
  });
});

describe('the lazy http', () => {
  it('is loaded once, with the first request', async () => {
    const done: string[] = [];
    const http: Http = {
      send: async () => ({ ok: false, failure: { kind: 'unreachable' } }),
      certificateAt: async () => ({ ok: false, failure: { kind: 'oldTls' } }),
      close: async () => void done.push('closed'),
    };
    const lazy = lazyHttp(async () => {
      done.push('loaded');
      return http;
    });
    await lazy.close();
    expect(done).toEqual([]);
    const { signal } = new AbortController();
    const request = {
      method: 'GET',
      base: 'http://127.0.0.1',
      path: '/',
      headers: {},
      signal,
    } as const;
    await Promise.all([1, 2].map(() => lazy.send({ ...request, timeoutMs: 1, maxBytes: 1 })));
    await lazy.close();
    expect(done).toEqual(['loaded', 'closed']);
  });

  it('is loaded for a certificate too', async () => {
    const lazy = lazyHttp(async () => ({
      send: async () => ({ ok: false, failure: { kind: 'unreachable' } }),
      certificateAt: async () => ({ ok: false, failure: { kind: 'oldTls' } }),
      close: async () => undefined,
    }));
    const { signal } = new AbortController();
    const answer = await lazy.certificateAt({ base: 'https://127.0.0.1', signal, timeoutMs: 1 });
    expect(answer).toEqual({ ok: false, failure: { kind: 'oldTls' } });
  });
});
