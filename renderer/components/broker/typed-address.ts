import { failed, type Result, success } from '../../../shared/result.ts';

/** Why what stands in the field for the address is none. */
export type AddressFault = 'noHost' | 'webAddress' | 'withUser' | 'host';

/** What was written in one go: a host, and with it perhaps the port and whether it is encrypted. */
interface TypedAddress {
  readonly host: string;
  /** Digits as they were written; it may be too high. */
  readonly port?: string | undefined;
  readonly tls?: boolean | undefined;
}

/** How it begins, and whether it is encrypted then. */
const schemes = [
  { form: /^(mqtt|tcp)$/i, tls: false },
  { form: /^(mqtts|ssl|tls)$/i, tls: true },
] as const;

/** Takes `mqtts://broker.example:8883`, `[2001:db8::7]:1884` or a plain name or address apart. */
export function addressIn(typed: string): Result<TypedAddress, AddressFault> {
  const text = typed.trim();
  if (text === '') return failed('noHost');
  const [, scheme, rest = ''] = /^(?:([a-z][a-z\d+.-]*):\/\/)?(.*?)\/?$/i.exec(text) ?? [];
  const tls = schemes.find(({ form }) => form.test(scheme ?? ''))?.tls;
  if (scheme !== undefined && tls === undefined) return failed('webAddress');
  if (rest.includes('@')) return failed('withUser');
  const bracketed = /^\[([\da-f:.]+)\](?::(\d+))?$/i.exec(rest);
  const [, host = rest, port] = bracketed ?? /^([^:]+)(?::(\d+))?$/.exec(rest) ?? [];
  return isHost(host) ? success({ host, port, tls }) : failed('host');
}

function isHost(host: string): boolean {
  if (!host.includes(':')) return /^[\w.-]+$/.test(host);
  return /^[\da-f:.]+$/i.test(host) && host.indexOf(':') !== host.lastIndexOf(':');
}
