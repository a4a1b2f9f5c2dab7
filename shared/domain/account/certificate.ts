/** What a person can compare of a certificate. Nothing of it is secret. */
export interface CertificateFacts {
  /** SHA-256 over the whole certificate: upper-case pairs with colons between. */
  readonly fingerprint: string;
  readonly subject: string;
  /** Epoch ms. */
  readonly validFrom: number;
  readonly validTo: number;
  /** Such as `RSA 2048` or `EC P-256`. Absent where it could not be told. */
  readonly key?: string | undefined;
}
