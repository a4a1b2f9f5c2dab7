import type { z } from 'zod';

/**
 * Holds a schema to a type that is written by hand: a field, a case or a word that stands on one
 * side only does not compile. That each can be assigned to the other would not be enough: an
 * optional field that is missing changes nothing there.
 */
export function schemaFor<Written>() {
  return <Schema extends z.ZodType<Written>>(schema: Schema & Holds<Schema, Written>): Schema =>
    schema;
}

/** The same for a table of schemas that change nothing of what they parse, such as those of calls. */
export function schemasFor<Written>() {
  return <Schemas extends { [Key in keyof Written]: z.ZodType<Written[Key], Written[Key]> }>(
    schemas: Schemas & {
      [Key in keyof Schemas]: Key extends keyof Written
        ? Holds<Schemas[Key], Written[Key]>
        : Differs;
    },
  ): Schemas => schemas;
}

type Holds<Schema, Written> = IsSame<z.output<Schema>, Written> extends true ? unknown : Differs;

/** Stands in the message of the compiler. */
type Differs = 'The schema and the type that is written by hand differ.';

/** The compiler takes two such functions for one another only where both types are identical. */
type IsSame<One, Other> =
  (<T>() => T extends Plain<One> ? 1 : 2) extends <T>() => T extends Plain<Other> ? 1 : 2
    ? true
    : false;

/** Without what is no difference: whether it may be changed, and from which parts it was put together. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Key in keyof T]: Plain<T[Key]> };
