import { describe, expect, it } from 'vitest';
import { messageLength, readMessage, writeCall } from '../../../electron/platform/dbus/message.ts';
import { readValues } from '../../../electron/platform/dbus/read-values.ts';
import { splitSignature, type Value, Variant } from '../../../electron/platform/dbus/values.ts';
import { writeValues } from '../../../electron/platform/dbus/write-values.ts';

describe('splitSignature', () => {
  it.each([
    ['', []],
    ['susv', ['s', 'u', 's', 'v']],
    ['sa{sv}(ii)ay', ['s', 'a{sv}', '(ii)', 'ay']],
    ['a(ia{sv}av)u', ['a(ia{sv}av)', 'u']],
  ])('cuts %s', (signature, types) => {
    expect(splitSignature(signature)).toEqual(types);
  });

  it.each(['a', '(ii', 'a{sv'])('refuses %s', (signature) => {
    expect(() => splitSignature(signature)).toThrow('Signature');
  });
});

describe('values', () => {
  it.each<[string, string, Value[]]>([
    ['text beyond ASCII', 's', ['Garage: 7.2 kW · €3.41 "ä"']],
    ['empty text', 's', ['']],
    ['numbers and a truth', 'yuib', [7, 4_000_000_000, -12, true]],
    ['a list of paths', 'ao', [['/one', '/two']]],
    ['an empty list of structs', 'a(ss)u', [[], 5]],
    ['structs after an odd byte', 'y(si)', [1, ['a', 2]]],
    ['a dictionary', 'a{ss}', [new Map([['service', 'ChargeTray']])]],
  ])('come back as they went: %s', (_what, signature, values) => {
    expect(readValues(writeValues(signature, values), signature, 0)).toEqual(values);
  });

  it('reads a byte array as bytes', () => {
    const [bytes] = readValues(writeValues('ay', [Buffer.from([1, 2, 255])]), 'ay', 0);
    expect([...(bytes as Uint8Array)]).toEqual([1, 2, 255]);
  });

  it('takes boxed values out of their boxes', () => {
    const boxed = new Map([['toggle-state', new Variant('i', 1)]]);
    expect(readValues(writeValues('a{sv}', [boxed]), 'a{sv}', 0)).toEqual([
      new Map([['toggle-state', 1]]),
    ]);
  });

  it('reads the wide numbers it never writes', () => {
    const bytes = Buffer.alloc(24);
    bytes.writeBigInt64LE(-5n, 0);
    bytes.writeBigUInt64LE(9n, 8);
    bytes.writeDoubleLE(1.5, 16);
    expect(readValues(bytes, 'xtd', 0)).toEqual([-5n, 9n, 1.5]);
  });

  it.each(['a()', 'a{}', 'aa()'])('ends with %s, which has elements of no size', (signature) => {
    const bytes = Buffer.alloc(64);
    bytes.writeUInt32LE(8);
    bytes.writeUInt32LE(8, 4);
    expect(() => readValues(bytes, signature, 0)).toThrow();
  });

  it('writes no zero, for which a bus would hang up', () => {
    expect(readValues(writeValues('s', ['Gar\0age']), 's', 0)).toEqual(['Garage']);
  });

  it('refuses values that do not fit their signature', () => {
    expect(() => writeValues('ss', ['one'])).toThrow('does not fit');
    expect(() => writeValues('v', ['unboxed'])).toThrow('signature');
  });
});

describe('messages', () => {
  const call = {
    destination: 'org.example.Name',
    path: '/org/example',
    interface: 'org.example.Interface',
    member: 'Say',
  };

  it('are read as they were written', () => {
    const bytes = writeCall({ ...call, signature: 'su', body: ['hello', 3] }, 42);
    expect(messageLength(bytes)).toBe(bytes.length);
    expect(readMessage(bytes)).toMatchObject({ ...call, kind: 1, serial: 42, body: ['hello', 3] });
  });

  it('may be empty', () => {
    expect(readMessage(writeCall(call, 1)).body).toEqual([]);
  });

  it('say their length only once enough has come', () => {
    const bytes = writeCall(call, 1);
    expect(messageLength(bytes.subarray(0, 15))).toBeUndefined();
    expect(messageLength(bytes.subarray(0, 16))).toBe(bytes.length);
  });

  it('of the other byte order are refused', () => {
    const bytes = writeCall(call, 1);
    bytes[0] = 'B'.charCodeAt(0);
    expect(() => messageLength(bytes)).toThrow('little-endian');
  });
});
