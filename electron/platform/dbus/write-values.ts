import { aligned, alignmentOf, listOf, splitSignature, type Value, Variant } from './values.ts';

/** Writes values as a signature asks, as if they began at an offset divisible by eight. */
export function writeValues(signature: string, values: readonly Value[]): Buffer {
  const out: number[] = [];
  writeAll(out, signature, values);
  return Buffer.from(out);
}

function writeAll(out: number[], signature: string, values: readonly Value[]): void {
  const types = splitSignature(signature);
  if (types.length !== values.length) throw new Error(`${signature} does not fit its values`);
  types.forEach((type, index) => {
    writeValue(out, type, values[index]);
  });
}

function writeValue(out: number[], type: string, value: Value | undefined): void {
  pad(out, alignmentOf(type));
  switch (type[0]) {
    case 's':
    case 'o':
      writeText(out, String(value), 4);
      break;
    case 'g':
      writeText(out, String(value), 1);
      break;
    case 'b':
      writeNumber(out, value === true ? 1 : 0, 4);
      break;
    case 'y':
      writeNumber(out, Number(value), 1);
      break;
    case 'i':
    case 'u':
      writeNumber(out, Number(value), 4);
      break;
    case 'v':
      writeVariant(out, value);
      break;
    case 'a':
      writeArray(out, type.slice(1), value);
      break;
    case '(':
    case '{':
      writeAll(out, type.slice(1, -1), listOf(value));
      break;
    default:
      throw new Error(`Cannot write the D-Bus type ${type}`);
  }
}

function writeVariant(out: number[], value: Value | undefined): void {
  if (!(value instanceof Variant)) throw new Error('A value without its signature was to be boxed');
  writeText(out, value.signature, 1);
  writeValue(out, value.signature, value.value);
}

function writeArray(out: number[], element: string, value: Value | undefined): void {
  const lengthAt = out.length;
  writeNumber(out, 0, 4);
  pad(out, alignmentOf(element));
  const start = out.length;
  // A picture has tens of thousands of bytes.
  if (value instanceof Uint8Array) for (const byte of value) out.push(byte);
  else for (const item of itemsOf(value)) writeValue(out, element, item);
  const length: number[] = [];
  writeNumber(length, out.length - start, 4);
  out.splice(lengthAt, 4, ...length);
}

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value instanceof Map) return [...value.entries()];
  return listOf(value);
}

function writeText(out: number[], text: string, lengthBytes: number): void {
  // A zero would end it there, and the bus hangs up on whoever sends one.
  const bytes = Buffer.from(text.replaceAll('\0', ''), 'utf8');
  writeNumber(out, bytes.length, lengthBytes);
  out.push(...bytes, 0);
}

function writeNumber(out: number[], value: number, bytes: number): void {
  for (let index = 0; index < bytes; index += 1) out.push((value >>> (8 * index)) & 0xff);
}

function pad(out: number[], alignment: number): void {
  while (out.length < aligned(out.length, alignment)) out.push(0);
}
