import { z } from 'zod';
import type { CertificateFacts } from '../../domain/account/certificate.ts';
import { schemaFor } from '../schema-for.ts';
import { line, required } from '../sound.ts';

export const certificateSchema = schemaFor<CertificateFacts>()(
  z.object({
    fingerprint: line,
    subject: line,
    validFrom: required.date,
    validTo: required.date,
    key: line.optional(),
  }),
);
