import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/** Where tests tried to go; whoever swallowed the refusal is found out by this. */
export const attempts: string[] = [];

let isSealed = false;

/**
 * Refuses whatever leaves this machine; loopback stays open for the simulators. Once a process:
 * the files of a process share this module, and a guard around a guard would only cost time.
 */
export function sealNetwork(): void {
  if (isSealed) return;
  isSealed = true;
  guard(net.Socket.prototype, 'connect', hostOfConnect);
  guard(dns, 'lookup', ([host]) => host);
  guard(dns.promises, 'lookup', ([host]) => host);
  knowNoName();
  guard(dgram.Socket.prototype, 'send', hostOfSend);
}

function guard(owner: object, name: string, hostOf: (args: readonly unknown[]) => unknown): void {
  const original = Reflect.get(owner, name);
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
    const host = hostOf(args);
    if (typeof host === 'string' && !(isNobody(host) && name === 'connect'))
      allowOnlyLoopback(host);
    return Reflect.apply(original, this, args);
  });
}

/** A name that is nobody's (RFC 6761) is said to be so, as a resolver would, without asking one. */
function knowNoName(): void {
  const { lookup } = dns;
  Reflect.set(dns, 'lookup', (host: unknown, ...rest: unknown[]) => {
    const done = rest.at(-1);
    if (!isNobody(host) || typeof done !== 'function')
      return Reflect.apply(lookup, dns, [host, ...rest]);
    const error = Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' });
    setImmediate(() => done(error));
  });
}

function isNobody(host: unknown): boolean {
  return typeof host === 'string' && host.endsWith('.invalid');
}

/** Node calls `connect` with options, with a port and a host, or with those wrapped in a list. */
function hostOfConnect(args: readonly unknown[]): unknown {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first !== 'object' || first === null) return second;
  // A path is a socket of this machine.
  return Reflect.get(first, 'path') ? undefined : (Reflect.get(first, 'host') ?? 'localhost');
}

function hostOfSend(args: readonly unknown[]): unknown {
  return args.slice(1).find((argument) => typeof argument === 'string');
}

function allowOnlyLoopback(host: string): void {
  if (/^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127\..*)$/i.test(host)) return;
  attempts.push(host);
  throw new Error(`Sealed: a test tried to reach ${host}`);
}
