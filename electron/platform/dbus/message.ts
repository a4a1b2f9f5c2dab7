import { readValues } from './read-values.ts';
import { aligned, type Value, Variant } from './values.ts';
import { writeValues } from './write-values.ts';

/** The kinds of message, with the numbers they carry on the wire. */
export const messageKind = { call: 1, reply: 2, error: 3, signal: 4 } as const;

/** What is said about a message, and what it holds. Absent parts are empty. */
export type Message = {
  readonly kind: number;
  readonly serial: number;
  readonly replyTo?: number;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly errorName: string;
  readonly destination: string;
  readonly sender: string;
  readonly signature: string;
  readonly body: readonly Value[];
};

/** A call on its way out. */
export type Call = {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly Value[];
  /** Nobody is started to answer it. */
  readonly noAutoStart?: true;
};

const noAutoStart = 2;
const littleEndian = 'l'.charCodeAt(0);
const protocolVersion = 1;
const fixedHeaderBytes = 16;
/** Nothing that is asked or told here is anywhere near as long. */
const mostBytes = 1 << 22;

/** Writes a method call with the serial its reply will name. */
export function writeCall(call: Call, serial: number): Buffer {
  const signature = call.signature ?? '';
  const body = writeValues(signature, call.body ?? []);
  const fields: Value[] = [
    [1, new Variant('o', call.path)],
    [2, new Variant('s', call.interface)],
    [3, new Variant('s', call.member)],
    [6, new Variant('s', call.destination)],
  ];
  if (signature !== '') fields.push([8, new Variant('g', signature)]);
  const flags = call.noAutoStart ? noAutoStart : 0;
  const start = [littleEndian, messageKind.call, flags, protocolVersion, body.length, serial];
  const header = writeValues('yyyyuua(yv)', [...start, fields]);
  const padding = Buffer.alloc(aligned(header.length, 8) - header.length);
  return Buffer.concat([header, padding, body]);
}

/**
 * How many bytes the message at the start of `bytes` has, or nothing while that is not known. Throws
 * when it is none: whoever hears that has lost the thread for good.
 */
export function messageLength(bytes: Buffer): number | undefined {
  if (bytes.length < fixedHeaderBytes) return undefined;
  if (bytes[0] !== littleEndian) throw new Error('Only little-endian D-Bus messages are read');
  const length = aligned(fixedHeaderBytes + bytes.readUInt32LE(12), 8) + bytes.readUInt32LE(4);
  if (length > mostBytes) throw new Error('A D-Bus message is too long');
  return length;
}

/** Reads one complete message. */
export function readMessage(bytes: Buffer): Message {
  const [, kind, , , , serial, list] = readValues(bytes, 'yyyyuua(yv)', 0);
  const fields = new Map<number, Value>();
  for (const field of Array.isArray(list) ? list : []) fields.set(Number(field[0]), field[1]);
  const text = (code: number): string => String(fields.get(code) ?? '');
  const signature = text(8);
  const bodyAt = aligned(fixedHeaderBytes + bytes.readUInt32LE(12), 8);
  return {
    kind: Number(kind),
    serial: Number(serial),
    ...(fields.has(5) ? { replyTo: Number(fields.get(5)) } : {}),
    path: text(1),
    interface: text(2),
    member: text(3),
    errorName: text(4),
    destination: text(6),
    sender: text(7),
    signature,
    body: readValues(bytes, signature, bodyAt),
  };
}
