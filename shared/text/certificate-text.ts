import type { CertificateFacts } from '../domain/account/certificate.ts';
import type { FormatOptions } from './format.ts';

/** Words about a certificate that its owner is asked to confirm. Dates come written out. */
export const certificateText = {
  first: {
    title: 'Is this your station?',
    body: 'Nothing has been sent yet. Compare the fingerprint if you can. If you trust it, only this certificate will be accepted.',
    accept: 'Trust and connect',
  },
  changed: {
    title: 'The station’s certificate has changed',
    body: 'Nothing has been sent. Normal after a reset or update, but it could also be another device posing as your station.',
    accept: 'Trust new certificate',
  },
  facts: {
    fingerprint: 'Fingerprint (SHA-256)',
    subject: 'Issued to',
    valid: 'Valid',
    key: 'Key',
  },
  copy: 'Copy fingerprint',
  copyKnown: 'Copy trusted fingerprint',
  copyNew: 'Copy new fingerprint',
  known: 'Trusted',
  offered: 'New',
  differs: 'Changed',
  same: 'Same',
  noSubject: 'Not specified',
  noKey: 'Unknown',
  span: (from: string, to: string) => `${from} to ${to}`,
  expired: 'Expired. Common on these stations; what matters is that it doesn’t change.',
  notYet: 'Not valid yet. Common on these stations; what matters is that it doesn’t change.',
  weak: 'Weak key by today’s standards; the station offers no other.',
} as const;

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
    subject: subject || certificateText.noSubject,
    valid: certificateText.span(
      dayWords(validFrom, formatOptions),
      dayWords(validTo, formatOptions),
    ),
    key: key ?? certificateText.noKey,
  };
}
