import { z } from 'zod';

/** What a person can compare of a certificate. Nothing of it is secret. Times are epoch ms. */
export const certificateSchema = z.object({
  /** SHA-256 over the whole certificate: upper-case pairs with colons between. */
  fingerprint: z.string(),
  subject: z.string(),
  validFrom: z.number(),
  validTo: z.number(),
  /** Such as `RSA 2048` or `EC P-256`. Absent where it could not be told. */
  key: z.string().optional(),
});

export type CertificateFacts = z.infer<typeof certificateSchema>;
