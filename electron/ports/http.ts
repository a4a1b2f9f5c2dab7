import type { CertificateFacts } from '../../shared/domain/account/certificate.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Result } from '../../shared/result.ts';

/** One request. `path` is joined to the base and may not leave its origin. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly base: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly signal: AbortSignal;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /**
   * SHA-256 fingerprint of the only certificate that will do, whoever has signed it and however old
   * it is. Another one is refused before a byte of the request is sent. No proxy stands in between.
   */
  readonly pin?: string;
  /** It is asked in this network: no proxy stands in between, whatever the system says. */
  readonly isLocal?: true;
  /** It must not be repeated lightly: a failure says whether it had left, see `Failure`. */
  readonly tellsIfSent?: true;
}

/** Whose certificate to fetch. */
export interface CertificateRequest {
  readonly base: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Any answer that came whole and within its limits, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type HttpFailure = Extract<
  Failure,
  { kind: 'unreachable' | 'timedOut' | 'notUnderstood' | 'certificateChanged' | 'oldTls' }
>;

/** The only way to a charger or its cloud. Never follows a redirect, never throws. */
export interface Http {
  send(request: HttpRequest): Promise<Result<HttpAnswer, HttpFailure>>;
  /** Shakes hands and hangs up: what a far end shows before anything is asked of it. No proxy. */
  certificateAt(request: CertificateRequest): Promise<Result<CertificateFacts, HttpFailure>>;
  close(): Promise<void>;
}
