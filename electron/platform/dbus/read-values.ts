import { aligned, alignmentOf, splitSignature, type Value } from './values.ts';

/** Reads the values a signature announces. `offset` counts from the start of the message. */
export function readValues(bytes: Buffer, signature: string, offset: number): Value[] {
  return valuesAt({ bytes, offset }, signature);
}

/** Where the reading stands. Only little-endian messages come here; every bus of ours is local. */
type Cursor = { readonly bytes: Buffer; offset: number };

function valuesAt(cursor: Cursor, signature: string): Value[] {
  return splitSignature(signature).map((type) => readValue(cursor, type));
}

function readValue(cursor: Cursor, type: string): Value {
  cursor.offset = aligned(cursor.offset, alignmentOf(type));
  switch (type[0]) {
    case 's':
    case 'o':
      return readText(cursor, readNumber(cursor, 'u'));
    case 'g':
      return readText(cursor, readNumber(cursor, 'y'));
    case 'b':
      return readNumber(cursor, 'u') !== 0;
    case 'x':
      return cursor.bytes.readBigInt64LE(advance(cursor, 8));
    case 't':
      return cursor.bytes.readBigUInt64LE(advance(cursor, 8));
    case 'v':
      return readVariant(cursor);
    case 'a':
      return readArray(cursor, type.slice(1));
    case '(':
    case '{':
      return valuesAt(cursor, type.slice(1, -1));
    default:
      return readNumber(cursor, type);
  }
}

function readNumber(cursor: Cursor, type: string): number {
  const { bytes } = cursor;
  switch (type) {
    case 'y':
      return bytes.readUInt8(advance(cursor, 1));
    case 'n':
      return bytes.readInt16LE(advance(cursor, 2));
    case 'q':
      return bytes.readUInt16LE(advance(cursor, 2));
    case 'i':
      return bytes.readInt32LE(advance(cursor, 4));
    case 'u':
    case 'h':
      return bytes.readUInt32LE(advance(cursor, 4));
    case 'd':
      return bytes.readDoubleLE(advance(cursor, 8));
    default:
      throw new Error(`Unknown D-Bus type: ${type}`);
  }
}

function readText(cursor: Cursor, length: number): string {
  const start = advance(cursor, length + 1);
  return cursor.bytes.toString('utf8', start, start + length);
}

function readVariant(cursor: Cursor): Value {
  const signature = String(readValue(cursor, 'g'));
  return readValue(cursor, signature);
}

function readArray(cursor: Cursor, element: string): Value {
  const length = readNumber(cursor, 'u');
  cursor.offset = aligned(cursor.offset, alignmentOf(element));
  const end = cursor.offset + length;
  if (element === 'y') return cursor.bytes.subarray(advance(cursor, length), end);
  const items: Value[] = [];
  while (cursor.offset < end) {
    const before = cursor.offset;
    items.push(readValue(cursor, element));
    // Elements of no size would have no end.
    if (cursor.offset === before) throw new Error('A D-Bus array of nothing');
  }
  if (!element.startsWith('{')) return items;
  return new Map(items.map((item) => (Array.isArray(item) ? [item[0], item[1]] : [item, item])));
}

function advance(cursor: Cursor, bytes: number): number {
  const before = cursor.offset;
  cursor.offset += bytes;
  return before;
}
