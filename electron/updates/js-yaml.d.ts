/** Of what the package brings, which has no types of its own. */
declare module 'js-yaml' {
  export const JSON_SCHEMA: unique symbol;
  export function load(text: string, options: { readonly schema: typeof JSON_SCHEMA }): unknown;
}
