import type { WireCharger } from '../wire.ts';

/** The fields that tell one station from another, the best first. */
export const idFields = ['traceNo', 'wifiAddr', 'bleAddr'] as const;

/** By what a station is known: a field of its own, or only its certificate. */
export interface FcspIdentity {
  readonly id: string;
  readonly from: (typeof idFields)[number] | 'certificate';
}

/**
 * Who answered: the station id; where an old firmware does not tell it, an address that was built
 * in; and where it tells none of these, the certificate that its owner has confirmed.
 */
export function identityOf(wire: WireCharger, fingerprint: string): FcspIdentity {
  for (const from of idFields) {
    const id = wire[from];
    if (id !== undefined) return { id, from };
  }
  return { id: fingerprint, from: 'certificate' };
}

/**
 * The id of another station than the known one; undefined when it is the known one, or when this
 * answer does not tell.
 */
export function otherThan(known: FcspIdentity, wire: WireCharger): string | undefined {
  const found = known.from === 'certificate' ? undefined : wire[known.from];
  return found === undefined || found === known.id ? undefined : found;
}
