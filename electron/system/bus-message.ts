/** The few forms of D-Bus messages that are needed to ask a question and to hear a signal. */
export type BusMessage = {
  readonly type: 'call' | 'reply' | 'error' | 'signal' | 'other';
  readonly serial: number;
  readonly replyTo?: number;
  readonly member?: string;
  /** What it says, as far as it is text or a truth value. */
  readonly values: readonly (string | boolean)[];
};

/** A question to a name on the bus. All its arguments are text. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly args: readonly string[];
}

const types = ['other', 'call', 'reply', 'error', 'signal'] as const;
const fieldCodes = { path: 1, interface: 2, member: 3, replyTo: 5, destination: 6, signature: 8 };
/** A question must not start the program it asks about. */
const noAutoStart = 2;
const fixedHeaderBytes = 16;
const mostBytes = 1 << 20;

/** The bytes of a call. */
export function encodeCall(call: BusCall, serial: number): Buffer {
  const body = new Writer();
  for (const arg of call.args) body.text(arg);
  const head = new Writer();
  head.byte('l'.charCodeAt(0)).byte(1).byte(noAutoStart).byte(1);
  head.number(body.length).number(serial);
  const fields = new Writer();
  fields.field(fieldCodes.path, 'o', call.path);
  fields.field(fieldCodes.interface, 's', call.interface);
  fields.field(fieldCodes.member, 's', call.member);
  fields.field(fieldCodes.destination, 's', call.destination);
  if (call.args.length > 0) fields.signatureField('s'.repeat(call.args.length));
  head.number(fields.length).append(fields).align(8).append(body);
  return head.bytes();
}

/**
 * Takes the first whole message from what has arrived. Throws when it is none: whoever hears that
 * has lost the thread for good.
 */
export function decodeMessage(
  arrived: Buffer,
): { message: BusMessage; length: number } | undefined {
  if (arrived.length < fixedHeaderBytes) return undefined;
  if (arrived[0] !== 'l'.charCodeAt(0))
    throw new Error('Not a message in the order of this machine');
  const bodyLength = arrived.readUInt32LE(4);
  const fieldsEnd = fixedHeaderBytes + arrived.readUInt32LE(12);
  const bodyStart = Math.ceil(fieldsEnd / 8) * 8;
  const length = bodyStart + bodyLength;
  if (length > mostBytes) throw new Error('A message of the bus is too long');
  if (arrived.length < length) return undefined;
  const fields = readFields(new Reader(arrived, fixedHeaderBytes), fieldsEnd);
  const replyTo = fields.get(fieldCodes.replyTo);
  const member = fields.get(fieldCodes.member);
  const signature = String(fields.get(fieldCodes.signature) ?? '');
  const message: BusMessage = {
    type: types[arrived[1] ?? 0] ?? 'other',
    serial: arrived.readUInt32LE(8),
    ...(typeof replyTo === 'number' ? { replyTo } : {}),
    ...(typeof member === 'string' ? { member } : {}),
    values: readValues(new Reader(arrived, bodyStart), signature),
  };
  return { message, length };
}

function readFields(reader: Reader, end: number): ReadonlyMap<number, string | number | boolean> {
  const fields = new Map<number, string | number | boolean>();
  while (reader.at < end) {
    reader.align(8);
    const code = reader.byte();
    const value = reader.value(reader.signature());
    if (value === undefined) break;
    fields.set(code, value);
  }
  return fields;
}

/** Stops at the first value of a type that nobody here asks for. */
function readValues(reader: Reader, signature: string): readonly (string | boolean)[] {
  const values: (string | boolean)[] = [];
  for (const type of signature) {
    const value = reader.value(type === 'v' ? reader.signature() : type);
    if (typeof value !== 'string' && typeof value !== 'boolean') break;
    values.push(value);
  }
  return values;
}

class Reader {
  at: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  align(step: number): void {
    this.at = Math.ceil(this.at / step) * step;
  }

  byte(): number {
    this.at += 1;
    return this.#bytes.readUInt8(this.at - 1);
  }

  signature(): string {
    return this.#letters(this.byte());
  }

  /** Undefined for a type that is not read here. */
  value(type: string): string | number | boolean | undefined {
    if (type === 'g') return this.signature();
    if (!['s', 'o', 'u', 'b'].includes(type)) return undefined;
    this.align(4);
    const number = this.#bytes.readUInt32LE(this.at);
    this.at += 4;
    if (type === 'u') return number;
    return type === 'b' ? number === 1 : this.#letters(number);
  }

  /** Texts end with a zero that is not counted. */
  #letters(count: number): string {
    const from = this.at;
    this.at += count + 1;
    return this.#bytes.toString('utf8', from, from + count);
  }
}

class Writer {
  #parts: Buffer[] = [];
  length = 0;

  byte(value: number): this {
    return this.#push(Buffer.from([value]));
  }

  number(value: number): this {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return this.align(4).#push(bytes);
  }

  text(value: string): this {
    return this.number(Buffer.byteLength(value)).#push(Buffer.from(`${value}\0`));
  }

  field(code: number, type: 'o' | 's', value: string): this {
    return this.align(8).byte(code).#signature(type).text(value);
  }

  signatureField(value: string): this {
    return this.align(8).byte(fieldCodes.signature).#signature('g').#signature(value);
  }

  align(step: number): this {
    return this.#push(Buffer.alloc(Math.ceil(this.length / step) * step - this.length));
  }

  append(other: Writer): this {
    return this.#push(other.bytes());
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  #signature(value: string): this {
    return this.byte(value.length).#push(Buffer.from(`${value}\0`));
  }

  #push(bytes: Buffer): this {
    this.#parts.push(bytes);
    this.length += bytes.length;
    return this;
  }
}
