import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { schemaFor, schemasFor } from '../../../shared/schema/schema-for.ts';

type Animal =
  | { readonly kind: 'cat'; readonly lives: number; readonly name?: string | undefined }
  | { readonly kind: 'herd'; readonly of: readonly { readonly legs: number }[] };

interface Calls {
  readonly feed: { readonly grams: number; readonly at?: number | undefined };
  readonly stroke: undefined;
}

const cat = z.object({ kind: z.literal('cat'), lives: z.number(), name: z.string().optional() });
const herd = z.object({ kind: z.literal('herd'), of: z.array(z.object({ legs: z.number() })) });
const animals = <One extends z.ZodObject, Other extends z.ZodObject>(one: One, other: Other) =>
  z.union([one, other]);
const furry = z.object({ legs: z.number(), fur: z.string().optional() });
const feed = z.strictObject({ grams: z.number(), at: z.number().optional() });
const stroke = z.undefined();

describe('a schema that is held to a type', () => {
  it('is the schema itself', () => {
    const schema = animals(cat, herd);
    expect(schemaFor<Animal>()(schema)).toBe(schema);
    const table = { feed, stroke };
    expect(schemasFor<Calls>()(table)).toBe(table);
  });

  // The compiler is what is tested: an expected error that does not come breaks the build.
  it('does not compile where one of both has less or more', () => {
    const held = schemaFor<Animal>();
    const schemas = [
      // @ts-expect-error: lacks an optional field
      held(animals(cat.omit({ name: true }), herd)),
      // @ts-expect-error: lacks a field
      held(animals(cat.omit({ lives: true }), herd)),
      // @ts-expect-error: adds an optional field
      held(animals(cat.extend({ age: z.number().optional() }), herd)),
      // @ts-expect-error: adds a field
      held(animals(cat.extend({ age: z.number() }), herd)),
      // @ts-expect-error: adds one deep inside
      held(animals(cat, herd.extend({ of: z.array(furry) }))),
      // @ts-expect-error: makes a field optional
      held(animals(cat.extend({ lives: z.number().optional() }), herd)),
      // @ts-expect-error: makes a field required
      held(animals(cat.extend({ name: z.string() }), herd)),
      // @ts-expect-error: takes less of a field
      held(animals(cat.extend({ name: z.literal('Tom').optional() }), herd)),
      // @ts-expect-error: takes anything for a field
      held(animals(cat.extend({ lives: z.any() }), herd)),
      // @ts-expect-error: lacks a case
      held(cat),
      // @ts-expect-error: lacks a word
      schemaFor<'cat' | 'dog'>()(z.enum(['cat'])),
      // @ts-expect-error: adds a word
      schemaFor<'cat' | 'dog'>()(z.enum(['cat', 'dog', 'cow'])),
    ];
    expect(schemas).toHaveLength(12);
  });

  it('does not compile in a table with less or more', () => {
    const held = schemasFor<Calls>();
    const tables = [
      // @ts-expect-error: lacks a call
      held({ feed }),
      // @ts-expect-error: adds a call
      held({ feed, stroke, groom: stroke }),
      // @ts-expect-error: lacks an optional field
      held({ feed: feed.omit({ at: true }), stroke }),
      // @ts-expect-error: adds an optional field
      held({ feed: feed.extend({ more: z.boolean().optional() }), stroke }),
      // @ts-expect-error: takes what it then turns into something else
      held({ feed: feed.extend({ grams: z.coerce.number() }), stroke }),
    ];
    expect(tables).toHaveLength(5);
  });
});
