/**
 * Every call that may be made of a station, each with its method (FCA). Others exist, some of which
 * reset it, pair it or change its network: there is deliberately no way to name one of them.
 */
export const calls = {
  access: 'POST',
  refresh: 'POST',
  chargerinfo: 'GET',
  inverterinfo: 'GET',
  configstatus: 'GET',
  networkinfo: 'POST',
} as const;

/** A call that may be made. */
export type CallName = keyof typeof calls;

/** The calls that need a token and only tell something. */
export type ReadName = Exclude<CallName, 'access' | 'refresh'>;

/**
 * The path of a call, without a slash at its end (FCA). Throws for any other name, however it got
 * past the compiler.
 */
export function pathOf(name: CallName): string {
  if (!Object.hasOwn(calls, name)) throw new Error('No such call');
  return `/api/v1/${name}`;
}
