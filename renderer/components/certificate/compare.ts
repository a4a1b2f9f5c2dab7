import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';

/** Where `now` (epoch ms) lies with respect to the days of a certificate. */
export function validity(
  { validFrom, validTo }: CertificateFacts,
  now: number,
): 'valid' | 'expired' | 'notYet' {
  if (now > validTo) return 'expired';
  return now < validFrom ? 'notYet' : 'valid';
}

const least: ReadonlyMap<string, number> = new Map([
  ['RSA', 2048],
  ['EC', 224],
]);

/** Whether a key such as `RSA 1024` or `EC P-192` is too short by the measure of today. */
export function isWeakKey(key: string | undefined): boolean {
  const [, kind = '', bits] = /^(RSA|EC)\D*(\d+)$/.exec(key ?? '') ?? [];
  const needed = least.get(kind);
  return needed !== undefined && Number(bits) < needed;
}

/** `AB:CD:EF:01` pieces of a fingerprint: few enough to keep in mind while the eyes move over. */
export function fingerprintGroups(fingerprint: string): readonly string[] {
  const pairs = fingerprint.split(':');
  const starts = pairs.flatMap((_, index) => (index % 4 === 0 ? [index] : []));
  return starts.map((start) => pairs.slice(start, start + 4).join(':'));
}
