import type { Reply } from '../shared/reply.ts';

/**
 * The places whose error bodies differ. None was ever published whole; these are the keys that
 * clients read, as a rule at the place where they read them (IOB, HB).
 */
export type ErrorPlace =
  | 'sign-in'
  | 'status'
  | 'remote-action'
  | 'charger'
  | 'config'
  | 'sessions'
  | 'gateway';

/** An error answer in the shape of its place. */
export function errorReply(
  place: ErrorPlace,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers, body: errorBody(place, status, text) };
}

function errorBody(place: ErrorPlace, status: number, text: string): unknown {
  switch (place) {
    case 'sign-in':
      return { error: true, msg: text };
    case 'status':
      return { msg: text };
    case 'remote-action':
      return status === 409 ? { code: 409, msg: text } : { msg: text };
    case 'charger':
      return status === 403 ? { title: text } : { message: text };
    case 'config':
      return { code: String(status), msg: text };
    case 'sessions':
      return { title: text, status: String(status) };
    case 'gateway':
      return { message: text };
  }
}
