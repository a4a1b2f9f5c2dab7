import type { CertificateFacts } from '../domain/account/certificate.ts';
import type { FormatOptions } from './format.ts';

/** Words about a certificate that its owner is asked to confirm. Dates come written out. */
export const certificateText = {
  first: {
    title: 'Is this your station?',
    body: 'Nothing was sent so far. Compare the fingerprint if you can. From now on ChargeTray accepts only this certificate.',
    accept: 'Trust and connect',
  },
  changed: {
    title: 'Its certificate has changed',
    body: 'Nothing was sent. A station that was reset or updated shows a new one; so would somebody who poses as it.',
    accept: 'Trust the new one',
  },
  facts: {
    fingerprint: 'Fingerprint (SHA-256)',
    subject: 'Issued to',
    valid: 'Valid',
    key: 'Key',
  },
  copy: 'Copy fingerprint',
  copyKnown: 'Copy known fingerprint',
  copyNew: 'Copy new fingerprint',
  known: 'Known',
  offered: 'New',
  differs: 'Changed',
  same: 'The same',
  noSubject: 'nobody in particular',
  noKey: 'not known',
  span: (from: string, to: string) => `${from} to ${to}`,
  expired:
    'It has expired. Stations often have such certificates; what counts is that it stays the same.',
  notYet:
    'It is not valid yet. Stations often have such certificates; what counts is that it stays the same.',
  weak: 'This is a weak key by the measure of today. The station has no other.',
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
