import { z } from 'zod';
import { line, required } from '../../schema/sound.ts';
import { bounds } from '../bounds.ts';

/** What a person can compare of a certificate. Nothing of it is secret. Times are epoch ms. */
export const certificateSchema = z.object({
  /** SHA-256 over the whole certificate: upper-case pairs with colons between. */
  fingerprint: line,
  subject: line,
  validFrom: required(bounds.date),
  validTo: required(bounds.date),
  /** Such as `RSA 2048` or `EC P-256`. Absent where it could not be told. */
  key: line.optional(),
});

export type CertificateFacts = z.infer<typeof certificateSchema>;
