import { gzipSync } from 'node:zlib';
import type { Failure } from '../../simulators/shared/failures.ts';
import type { FieldFault } from './fields.ts';

/** What goes wrong on the way, in an answer as a whole, or around it. */
export const wholeFaults = [
  'unknownName',
  'refused',
  'resetBefore',
  'resetInBody',
  'hang',
  'trickle',
  'trickledHeaders',
  '401',
  '403',
  '404',
  '409',
  '429',
  '429 in seconds',
  '429 by date',
  '500',
  '502',
  '503',
  'html',
  'empty',
  'cutJson',
  'deep',
  'proto',
  'twice',
  '1e308',
  'bom',
  'latin1',
  'huge',
  'gzipBomb',
  'badGzip',
  'cutChunks',
  'hugeHeaders',
  'redirectAway',
  'redirectHere',
  'redirectLoop',
  'contentType',
  'clockFast',
  'clockSlow',
  'tokenDead',
  'sessionDead',
  'refreshTwice',
] as const;

export const fieldFaults = ['wrongType', 'null', 'missing'] as const satisfies FieldFault[];

export type WholeFault = (typeof wholeFaults)[number];
export type Fault = WholeFault | FieldFault;

/** For how long a busy far end asks to be left alone. */
export const askedSeconds = 1800;

/** How a fault is brought about. */
export type Injection =
  /** The request goes elsewhere: to a name that is nobody's, or to a closed port. */
  | { readonly how: 'detour'; readonly to: 'nobody' | 'closed' }
  /** `applied`: a command is carried out all the same. */
  | {
      readonly how: 'answer';
      readonly failure: (cell: Around) => Failure;
      readonly applied?: boolean;
      /** It takes longer than anybody waits. */
      readonly isSlow?: true;
    }
  /** Something around the answer, which is right. */
  | { readonly how: 'around'; readonly does: (cell: Around) => void };

/** What a fault may touch. */
export interface Around {
  /** Called when an answer that does not end has begun. */
  readonly reached: () => void;
  /** The path that is asked. */
  readonly path: string;
  now(): number;
  setClockOff(ms: number): void;
  loseToken(): void;
  loseSession(): void;
  /** The next refresh is carried out, and its answer lost. */
  spendRefresh(): void;
}

const hourMs = 3_600_000;
const status = (code: number, headers?: Readonly<Record<string, string>>): Injection => ({
  how: 'answer',
  failure: () => ({
    kind: 'status',
    status: code,
    body: { msg: 'no' },
    ...(headers && { headers }),
  }),
});
const answer = (failure: Failure): Injection => ({ how: 'answer', failure: () => failure });
const text = (of: (right: string) => string | Buffer, headers = {}): Injection =>
  answer({ kind: 'bytes', of: (right) => ({ bytes: of(right), headers }) });
/** In an object of its own or in a list: what names a set of things has room for none. */
const withKey = (right: string, key: string, value: string) =>
  right.replaceAll(/(?<=^|[[,])\{(?=")/g, `{${key}:${value},`);

export const injections: Readonly<Record<WholeFault, Injection>> = {
  unknownName: { how: 'detour', to: 'nobody' },
  refused: { how: 'detour', to: 'closed' },
  resetBefore: answer({ kind: 'reset', before: 'reply' }),
  resetInBody: answer({ kind: 'reset' }),
  hang: {
    how: 'answer',
    failure: ({ reached }) => ({ kind: 'hang', reached }),
    applied: true,
    isSlow: true,
  },
  trickle: {
    how: 'answer',
    failure: ({ reached }) => ({ kind: 'drip', everyMs: 1000, reached }),
    isSlow: true,
  },
  trickledHeaders: {
    how: 'answer',
    failure: ({ reached }) => ({ kind: 'drip-headers', reached }),
    isSlow: true,
  },
  '401': status(401),
  '403': status(403),
  '404': status(404),
  '409': status(409),
  '429': status(429),
  '429 in seconds': status(429, { 'retry-after': String(askedSeconds) }),
  '429 by date': {
    how: 'answer',
    failure: ({ now }) => ({
      kind: 'status',
      status: 429,
      headers: {
        date: new Date(now()).toUTCString(),
        'retry-after': new Date(now() + askedSeconds * 1000).toUTCString(),
      },
    }),
  },
  '500': status(500),
  '502': status(502),
  '503': status(503),
  html: answer({ kind: 'html' }),
  empty: answer({ kind: 'empty' }),
  cutJson: answer({ kind: 'half-json' }),
  deep: text((right) => withKey(right, '"deep"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`)),
  proto: text((right) => withKey(right, '"__proto__"', '{"status_id":14,"locked":1,"access":"x"}')),
  twice: text((right) => right.replaceAll(/\{("[^"]+":)/g, '{$1"twice",$1')),
  '1e308': text((right) => right.replaceAll(/(?<=[:[,])-?\d+(\.\d+)?(?=[,}\]])/g, '1e308')),
  bom: text((right) => `\uFEFF${right}`),
  latin1: text((right) => Buffer.from(withKey(right, '"note"', '"Auffahrt süd"'), 'latin1'), {
    'content-type': 'application/json; charset=iso-8859-1',
  }),
  huge: answer({ kind: 'huge' }),
  gzipBomb: text(() => bomb(), { 'content-encoding': 'gzip' }),
  badGzip: text((right) => right, { 'content-encoding': 'gzip' }),
  cutChunks: answer({ kind: 'cut-chunks' }),
  hugeHeaders: text((right) => right, hugeHeaders()),
  redirectAway: answer({ kind: 'redirect', to: 'other-host', status: 307 }),
  redirectHere: answer({ kind: 'redirect', to: 'same-host', status: 307 }),
  redirectLoop: {
    how: 'answer',
    failure: ({ path }) => ({ kind: 'redirect', to: 'same-host', status: 307, path }),
  },
  contentType: answer({ kind: 'content-type', type: 'text/html' }),
  clockFast: { how: 'around', does: (cell) => cell.setClockOff(hourMs) },
  clockSlow: { how: 'around', does: (cell) => cell.setClockOff(-hourMs) },
  tokenDead: { how: 'around', does: (cell) => cell.loseToken() },
  sessionDead: { how: 'around', does: (cell) => cell.loseSession() },
  refreshTwice: { how: 'around', does: (cell) => cell.spendRefresh() },
};

const packed = gzipSync(Buffer.alloc(1_000_000, ' '));

/** 200 kB that would be 200 MB: packed parts one after the other are one. */
function bomb(): Buffer {
  return Buffer.concat(Array.from({ length: 200 }, () => packed));
}

/** 1 MB. */
function hugeHeaders(): Readonly<Record<string, string>> {
  const names = Array.from({ length: 1024 }, (_, at) => [`x-filler-${at}`, 'x'.repeat(1000)]);
  return Object.fromEntries(names);
}
