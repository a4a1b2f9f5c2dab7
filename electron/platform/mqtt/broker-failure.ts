import type { BrokerFailure } from '../../../shared/domain/app/broker.ts';

/** The time for it is up. */
export class TimeUp extends Error {}

/** Why there is no connection, judged by the kind and code of the error; its words are never read. */
export function failureOfCode(error: unknown): BrokerFailure {
  if (error instanceof TimeUp) return { kind: 'timedOut' };
  const codes = codesOf(error);
  for (const [says, failure] of byCode) if (codes.some(says)) return failure;
  return { kind: 'unreachable' };
}

/** A name with several addresses fails with one error for each. */
function codesOf(error: unknown): readonly string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(codesOf);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? [code] : [];
}

const oldTls =
  /^ERR_SSL_(.*(ALERT_PROTOCOL_VERSION|HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY)|UNSUPPORTED_PROTOCOL|WRONG_SSL_VERSION)$/;

const byCode: readonly (readonly [(code: string) => boolean, BrokerFailure])[] = [
  [(code) => code === 'ECONNREFUSED', { kind: 'unreachable', why: 'connectionRefused' }],
  // EAI_AGAIN is not among them: nobody could be asked for the name, so it may well be right.
  [(code) => code === 'ENOTFOUND', { kind: 'unreachable', why: 'unknownName' }],
  [(code) => code === 'ETIMEDOUT', { kind: 'timedOut' }],
  [(code) => oldTls.test(code), { kind: 'oldTls' }],
  [(code) => code === 'EPROTO' || code.startsWith('ERR_SSL_'), { kind: 'notUnderstood' }],
];

/** Reason codes of MQTT 5, and return codes of 3.1.1, which are below 128. */
const signInCodes: ReadonlySet<number> = new Set([4, 5, 134, 135]);
const unavailableCodes: ReadonlySet<number> = new Set([3, 136, 137, 139, 151, 159]);
const versionCodes: ReadonlySet<number> = new Set([1, 132]);
export const takenOverCode = 142;

/** What a broker means that does not let us in, or says farewell. */
export function refusal(code: number, said: string | undefined): BrokerFailure {
  const words = said === undefined ? {} : { said };
  if (signInCodes.has(code)) return { kind: 'signInRefused', ...words };
  if (unavailableCodes.has(code)) return { kind: 'unavailable', ...words };
  if (code === takenOverCode) return { kind: 'nameInUse' };
  return { kind: 'refused', code, ...words };
}

/** It speaks an older version of MQTT only. */
export function isOfVersion(failure: BrokerFailure): boolean {
  return failure.kind === 'refused' && versionCodes.has(failure.code);
}
