/**
 * What may travel in a D-Bus message. Reading unwraps variants, because nobody here cares how a
 * value was boxed; writing needs the box, so it is only here for that.
 */
export type Value =
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | Variant
  | readonly Value[]
  | ReadonlyMap<Value, Value>;

/** A value with its own signature, for writing. */
export class Variant {
  readonly signature: string;
  readonly value: Value;

  constructor(signature: string, value: Value) {
    this.signature = signature;
    this.value = value;
  }
}

/** Cuts a signature into its complete types: `sa{sv}(ii)` becomes `s`, `a{sv}`, `(ii)`. */
export function splitSignature(signature: string): string[] {
  const types: string[] = [];
  let start = 0;
  while (start < signature.length) {
    const end = endOfType(signature, start);
    types.push(signature.slice(start, end));
    start = end;
  }
  return types;
}

function endOfType(signature: string, start: number): number {
  const first = signature[start];
  if (first === 'a') return endOfType(signature, start + 1);
  if (first !== '(' && first !== '{') {
    if (first === undefined) throw new Error(`Signature ends too early: ${signature}`);
    return start + 1;
  }
  let depth = 0;
  for (let at = start; at < signature.length; at += 1) {
    if (signature[at] === '(' || signature[at] === '{') depth += 1;
    if (signature[at] === ')' || signature[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Error(`Signature does not close: ${signature}`);
}

/** On which multiple of bytes a type begins. */
export function alignmentOf(type: string): number {
  if ('ygv'.includes(type.charAt(0))) return 1;
  if ('nq'.includes(type.charAt(0))) return 2;
  if ('xtd({'.includes(type.charAt(0))) return 8;
  return 4;
}

/** The next offset at or after `offset` that is a multiple of `alignment`. */
export function aligned(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

/** A value that should be a list; anything else is an empty one. */
export function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}
