import { z } from 'zod';
import type { CertificateFacts } from '../../domain/account/certificate.ts';
import { bounds } from '../../domain/bounds.ts';
import { schemaFor } from '../schema-for.ts';
import { line, required } from '../sound.ts';

export const certificateSchema = schemaFor<CertificateFacts>()(
  z.object({
    fingerprint: line,
    subject: line,
    validFrom: required(bounds.date),
    validTo: required(bounds.date),
    key: line.optional(),
  }),
);
