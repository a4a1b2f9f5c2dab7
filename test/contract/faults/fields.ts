/** A place in an answer: keys, and positions in lists. */
export type FieldPath = readonly (string | number)[];

/** What becomes of a field. */
export type FieldFault = 'wrongType' | 'null' | 'missing';

/** Every field of an answer, those inside others too; of a list the first element. */
export function fieldsOf(value: unknown, at: FieldPath = []): readonly FieldPath[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? value.slice(0, 1).entries() : Object.entries(value);
  return [...entries].flatMap(([key, inner]) => [
    ...(typeof key === 'number' ? [] : [[...at, key]]),
    ...fieldsOf(inner, [...at, key]),
  ]);
}

/** The same answer with one field gone wrong. */
export function withField(value: unknown, path: FieldPath, fault: FieldFault): unknown {
  const copy: unknown = structuredClone(value);
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => at(inner, key), copy);
  const last = path.at(-1);
  if (typeof parent !== 'object' || parent === null || last === undefined) return copy;
  if (fault === 'missing') Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, fault === 'null' ? null : ofAnotherType(at(parent, last)));
  return copy;
}

function at(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Nothing that a lenient reader could still take for the value. */
function ofAnotherType(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return { not: 'a number' };
    case 'string':
      return ['not', 'a text'];
    case 'boolean':
      return 'neither';
    default:
      return 'not an object';
  }
}
