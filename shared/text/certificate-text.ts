import type { CertificateFacts } from '../domain/account/certificate.ts';
import type { FormatOptions } from './format.ts';
import { messages } from './messages.ts';

/** `16 May 2026`, in the owner's way of writing. `at` is epoch ms. */
export function dayWords(at: number, { locale, timeZone }: FormatOptions): string {
  // A certificate can hold a date beyond what a calendar can write.
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return '?';
  const how: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...how, timeZone }).format(at);
}

/** What a person compares of a certificate, in the order in which it is shown. */
export const factNames = ['fingerprint', 'subject', 'valid', 'key'] as const;
export type FactName = (typeof factNames)[number];

/** The facts as they are shown. Two that read alike count as the same: the fingerprint tells more. */
export function certificateValues(
  { fingerprint, subject, validFrom, validTo, key }: CertificateFacts,
  formatOptions: FormatOptions,
): Readonly<Record<FactName, string>> {
  return {
    fingerprint,
    subject: subject || messages.certificate.noSubject,
    valid: messages.certificate.span({
      from: dayWords(validFrom, formatOptions),
      to: dayWords(validTo, formatOptions),
    }),
    key: key ?? messages.certificate.noKey,
  };
}
