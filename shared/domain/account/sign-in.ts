import type { Failure } from '../failure.ts';
import type { CertificateFacts } from './certificate.ts';

/** Why an account could not be opened: an expected failure, or something its owner must answer first. */
export type SignInFailure =
  | Failure
  /** First contact, or another certificate than the known one: nothing was sent so far. */
  | {
      readonly kind: 'confirmCertificate';
      readonly offered: CertificateFacts;
      readonly known?: CertificateFacts;
    }
  /** What was typed into this field cannot be what it asks for. */
  | { readonly kind: 'badField'; readonly field: string };

/** What its owner has said yes to. Anything else than exactly this is asked about again. */
export interface Confirmed {
  readonly fingerprint?: string | undefined;
  readonly chargerId?: string | undefined;
}

/** Settings of another program for the same make, offered in the form. Holds nothing secret. */
export interface FoundSettings {
  /** Path of the file, or names of the environment variables. */
  readonly from: string;
  /** Values for the fields of the form that may be shown. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields whose values were found as well and stay where they are until they are used. */
  readonly secretFields: readonly string[];
  /** Files that were there and could not be read as settings. */
  readonly skipped: readonly string[];
}
