import { errors } from 'undici';
import type { HttpFailure } from '../../ports/http.ts';
import { TooLarge } from './http-body.ts';
import { CertificateChanged } from './http-lines.ts';
import { NoCertificate } from './http-tls.ts';

/** Why an exchange failed, judged by the kind and code of the error; its words are never read. */
export function failureOf(error: unknown): HttpFailure {
  if (error instanceof CertificateChanged) {
    return { kind: 'certificateChanged', offered: error.offered };
  }
  if (isGarbled(error)) return { kind: 'notUnderstood' };
  const codes = codesOf(error);
  for (const [says, failure] of byCode) if (codes.some(says)) return failure;
  return { kind: 'unreachable' };
}

function isGarbled(error: unknown): boolean {
  return (
    error instanceof TooLarge ||
    error instanceof NoCertificate ||
    error instanceof errors.HTTPParserError ||
    error instanceof errors.HeadersOverflowError ||
    error instanceof errors.ResponseContentLengthMismatchError
  );
}

/** A name with several addresses fails with one error for each. */
function codesOf(error: unknown): readonly string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(codesOf);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? [code] : [];
}

/**
 * The codes of OpenSSL and of BoringSSL, in a Node and in Electron. A far end that is too old turns
 * our hello down or answers in its own version. One that has only ciphers we no longer trust says
 * `HANDSHAKE_FAILURE`; that is as old.
 */
const oldTls = /^ERR_SSL_.*(ALERT_PROTOCOL_VERSION|HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY)$/;
const oldHello = /^ERR_SSL_(UNSUPPORTED_PROTOCOL|WRONG_SSL_VERSION)$/;

const byCode: readonly (readonly [(code: string) => boolean, HttpFailure])[] = [
  [(code) => code === 'ECONNREFUSED', { kind: 'unreachable', why: 'connectionRefused' }],
  // EAI_AGAIN is not among them: nobody could be asked for the name, so it may well be right.
  [(code) => code === 'ENOTFOUND', { kind: 'unreachable', why: 'unknownName' }],
  [(code) => code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT', { kind: 'timedOut' }],
  [(code) => oldTls.test(code) || oldHello.test(code), { kind: 'oldTls' }],
  // Something else than TLS answered, or TLS that makes no sense.
  [(code) => code === 'EPROTO' || code.startsWith('ERR_SSL_'), { kind: 'notUnderstood' }],
];
