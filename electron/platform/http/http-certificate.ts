import type { PeerCertificate } from 'node:tls';
import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import { harmless } from '../../../shared/domain/harmless.ts';

/** What Node tells of a certificate; of an odd one it leaves things out. */
export type ShownCertificate = Partial<Omit<PeerCertificate, 'subject'>> & {
  readonly subject?: Readonly<Record<string, string | readonly string[] | undefined>>;
};

/** What a person can compare of a certificate, or undefined when none was shown. */
export function certificateFacts(shown: ShownCertificate): CertificateFacts | undefined {
  if (!shown.fingerprint256) return undefined;
  const key = keyOf(shown);
  return {
    fingerprint: shown.fingerprint256,
    subject: readable(shown.subject ?? {}),
    validFrom: epochMs(shown.valid_from),
    validTo: epochMs(shown.valid_to),
    ...(key === undefined ? {} : { key }),
  };
}

function readable(subject: NonNullable<ShownCertificate['subject']>): string {
  const parts = Object.entries(subject).flatMap(([name, value = []]) =>
    [value].flat().map((one) => `${name}=${one}`),
  );
  // Whoever made the certificate chose these words: none may break or turn round the line.
  return harmless(parts.join(', '));
}

/** A date that cannot be read is no reason to refuse: the fingerprint is what counts. */
function epochMs(date: string | undefined): number {
  return Date.parse(date ?? '') || 0;
}

function keyOf({ modulus, bits, nistCurve, asn1Curve }: ShownCertificate): string | undefined {
  if (modulus !== undefined && bits !== undefined) return `RSA ${bits}`;
  const curve = nistCurve ?? asn1Curve;
  return curve === undefined ? undefined : `EC ${curve}`;
}
