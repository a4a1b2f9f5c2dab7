/** Ends an exhaustive switch: does not compile while a case is missing; throws if one slips through at run time. */
export function exhaustive(missed: never): never {
  throw new Error(`A case is not handled: ${JSON.stringify(missed)}`);
}
