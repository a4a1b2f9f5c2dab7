import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeMessage, encodeCall } from '../../../electron/system/bus-message.ts';
import { busPaths } from '../../../electron/system/session-bus.ts';
import { patiently, watchTrayHost } from '../../../electron/system/tray-host.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';

describe('busPaths', () => {
  it.each([
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus' }, ['/run/bus']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus,guid=0a1b' }, ['/run/bus']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:guid=0a1b,path=/run/a%20bus' }, ['/run/a bus']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x' }, ['\0/tmp/x']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=x;unix:path=/b' }, ['/b']],
    [{ XDG_RUNTIME_DIR: '/run/user/1' }, ['/run/user/1/bus']],
    [{ DBUS_SESSION_BUS_ADDRESS: 'disabled:' }, []],
    [{}, []],
  ])('%j: %j', (environment, paths) => {
    expect(busPaths(environment)).toEqual(paths);
  });
});

describe('messages of the bus', () => {
  const call = {
    destination: 'org.example.A',
    path: '/a',
    interface: 'org.example.B',
    member: 'Do',
    args: ['one', 'zwei ä'],
  };

  it('are read as they were written, also in pieces', () => {
    const bytes = encodeCall(call, 7);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeMessage(bytes.subarray(0, length))).toBeUndefined();
    }
    const message = { type: 'call', serial: 7, member: 'Do', values: ['one', 'zwei ä'] };
    expect(decodeMessage(Buffer.concat([bytes, bytes]))).toEqual({
      message,
      length: bytes.length,
    });
  });

  it.each([
    ['another order of bytes', Buffer.from('B'.padEnd(16, '\0'))],
    ['a length beyond reason', Buffer.concat([Buffer.from('l\x02\0\x01'), Buffer.alloc(12, 0xff)])],
  ])('are refused with %s', (_what, bytes) => {
    expect(() => decodeMessage(bytes)).toThrow();
  });
});

describe('patience', () => {
  it('tells what is there at once and what is gone after a while, each once', async () => {
    const clock = new FakeClock();
    const told: string[] = [];
    const seen = patiently(clock, (presence) => told.push(presence));
    seen(false);
    await clock.advance(4000);
    seen(true);
    seen(true);
    await clock.advance(10_000);
    expect(told).toEqual(['shown']);
    seen(false);
    seen(false);
    await clock.advance(5000);
    seen(false);
    await clock.advance(5000);
    expect(told).toEqual(['shown', 'absent']);
    seen(true);
    expect(told).toEqual(['shown', 'absent', 'shown']);
    expect(clock.waiting).toBe(0);
  });
});

/** A bus with a watcher on it that says what it is told to say. */
class FakeBus {
  readonly #server: Server;
  readonly #sockets: Socket[] = [];
  hosted: boolean | undefined;
  refuses = false;
  readonly rules: string[] = [];

  constructor(path: string) {
    this.#server = createServer((socket) => this.#serve(socket)).listen(path);
  }

  /** Says the name of a watcher changed hands. */
  signal(): void {
    for (const socket of this.#sockets)
      socket.write(message({ type: 4, member: 'NameOwnerChanged' }));
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): Promise<void> {
    this.hangUp();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    this.#sockets.push(socket);
    socket.on('error', () => undefined);
    let signedIn = false;
    socket.on('data', (bytes) => {
      if (!signedIn) {
        signedIn = bytes.toString('latin1').includes('AUTH');
        socket.write(this.refuses ? 'REJECTED EXTERNAL\r\n' : 'OK 0a1b\r\n');
        return;
      }
      const text = 'BEGIN\r\n';
      let rest = bytes.toString('latin1').startsWith(text) ? bytes.subarray(text.length) : bytes;
      for (let next = decodeMessage(rest); next; next = decodeMessage(rest)) {
        rest = rest.subarray(next.length);
        socket.write(this.#reply(next.message));
      }
    });
  }

  #reply({
    member,
    serial,
    values,
  }: {
    member?: string;
    serial: number;
    values: readonly unknown[];
  }) {
    if (member === 'AddMatch') this.rules.push(String(values[0]));
    if (member !== 'Get') return message({ type: 2, replyTo: serial });
    if (this.hosted === undefined) return message({ type: 3, replyTo: serial });
    return message({ type: 2, replyTo: serial, boolean: this.hosted });
  }
}

interface Said {
  readonly type: number;
  readonly replyTo?: number;
  readonly member?: string;
  readonly boolean?: boolean;
}

/** The bytes of what a bus says, written down by hand. */
function message({ type, replyTo, member, boolean }: Said): Buffer {
  const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
  const padded = (bytes: Buffer, step = 8) =>
    Buffer.concat([bytes, Buffer.alloc((step - (bytes.length % step)) % step)]);
  const field = (code: number, sign: string, value: Buffer) =>
    Buffer.concat([Buffer.from([code, 1, sign.charCodeAt(0), 0]), value]);
  const fields: Buffer[] = [];
  if (replyTo !== undefined) fields.push(field(5, 'u', number(replyTo)));
  if (member)
    fields.push(field(3, 's', Buffer.concat([number(member.length), Buffer.from(`${member}\0`)])));
  const body =
    boolean === undefined
      ? Buffer.alloc(0)
      : Buffer.concat([Buffer.from([1, 'b'.charCodeAt(0), 0, 0]), number(boolean ? 1 : 0)]);
  if (boolean !== undefined) fields.push(field(8, 'g', Buffer.from([1, 'v'.charCodeAt(0), 0])));
  const list = Buffer.concat(
    fields.map((one, index) => (index < fields.length - 1 ? padded(one) : one)),
  );
  const head = [Buffer.from(['l'.charCodeAt(0), type, 0, 1]), number(body.length), number(1)];
  return Buffer.concat([padded(Buffer.concat([...head, number(list.length), list])), body]);
}

describe.skipIf(process.platform === 'win32')('the tray host', () => {
  let folder = '';
  let bus: FakeBus;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chargetray-bus-'));
    bus = new FakeBus(join(folder, 'bus'));
  });
  afterEach(async () => {
    await bus.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function watch(environment = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}` }) {
    const clock = new FakeClock();
    const places: boolean[] = [];
    const presences: string[] = [];
    const host = watchTrayHost({ platform: 'linux', environment, clock });
    host.onPlace((there) => places.push(there));
    host.onPresence((presence) => presences.push(presence));
    return { clock, places, presences };
  }

  it('is shown when somebody draws the icons', async () => {
    bus.hosted = true;
    const { places, presences } = watch();
    await vi.waitFor(() => expect(places).toEqual([true]));
    expect(presences).toEqual(['shown']);
    expect(bus.rules).toHaveLength(3);
  });

  it.each([false, undefined])('is absent after a while when nobody does (%s)', async (hosted) => {
    bus.hosted = hosted;
    const { clock, places, presences } = watch();
    await vi.waitFor(() => expect(places).toEqual([false]));
    expect(presences).toEqual([]);
    await clock.advance(5000);
    expect(presences).toEqual(['absent']);
  });

  it('comes and goes with its panel', async () => {
    const { places, presences } = watch();
    await vi.waitFor(() => expect(places).toEqual([false]));
    bus.hosted = true;
    bus.signal();
    await vi.waitFor(() => expect(places).toEqual([false, true]));
    bus.hosted = undefined;
    bus.signal();
    await vi.waitFor(() => expect(places).toEqual([false, true, false]));
    expect(presences).toEqual(['shown']);
  });

  it('is absent where there is no bus', async () => {
    const { clock, places, presences } = watch({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' });
    await vi.waitFor(() => expect(places).toEqual([false]));
    await clock.advance(5000);
    expect(presences).toEqual(['absent']);
  });

  it('is absent where the bus refuses us', async () => {
    bus.refuses = true;
    const { places } = watch();
    await vi.waitFor(() => expect(places).toEqual([false]));
  });

  it('survives the end of the bus', async () => {
    bus.hosted = true;
    const { places } = watch();
    await vi.waitFor(() => expect(places).toEqual([true]));
    bus.hangUp();
    await vi.waitFor(() => expect(places).toEqual([true]));
  });

  it.each(['darwin', 'win32'] as const)('is always there on %s', async (platform) => {
    const presences: string[] = [];
    const host = watchTrayHost({ platform, environment: {}, clock: new FakeClock() });
    host.onPresence((presence) => presences.push(presence));
    await vi.waitFor(() => expect(presences).toEqual(['shown']));
  });
});
