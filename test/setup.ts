import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { afterEach } from 'vitest';

// Tests are sealed from the world: what leaves this machine is refused, and whoever swallowed
// that refusal still fails. Loopback stays open for the simulators.
const attempts: string[] = [];

afterEach(() => {
  const seen = attempts.splice(0);
  if (seen.length > 0) throw new Error(`A test tried to reach the network: ${seen.join(', ')}`);
});

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const host = hostOf(args);
  if (host !== undefined) allowOnlyLoopback(host);
  return Reflect.apply(connect, this, args);
} as typeof connect;

seal(dns, 'lookup');
seal(dns.promises, 'lookup');

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (this: dgram.Socket, ...args: unknown[]) {
  const host = args.slice(1).find((arg) => typeof arg === 'string');
  if (host !== undefined) allowOnlyLoopback(host);
  return Reflect.apply(send, this, args);
} as typeof send;

function seal(owner: object, name: string): void {
  const original = Reflect.get(owner, name);
  Reflect.set(owner, name, (host: string, ...rest: unknown[]) => {
    allowOnlyLoopback(host);
    return Reflect.apply(original, owner, [host, ...rest]);
  });
}

/** Node calls `connect` with options, with a port and a host, or with those wrapped in a list. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return undefined;
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  }
  return typeof second === 'string' ? second : undefined;
}

function allowOnlyLoopback(host: string): void {
  if (/^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127\..*)$/i.test(host)) return;
  attempts.push(host);
  throw new Error(`Sealed: a test tried to reach ${host}`);
}
