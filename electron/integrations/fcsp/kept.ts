import { z } from 'zod';
import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { certificateSchema } from '../../../shared/schema/account/certificate.ts';
import { line } from '../../../shared/schema/sound.ts';
import type { Plain } from '../connection.ts';
import { jsonOf } from '../kit/json-of.ts';
import { type FcspAddress, parseAddress } from './address.ts';
import { isKey } from './auth/developer-key.ts';
import { type FcspIdentity, idFields } from './auth/identity.ts';

/** What is kept of a station. Nothing of it is secret. */
export interface Known {
  readonly address: FcspAddress;
  /** How its owner calls it. */
  readonly name?: string;
  readonly identity: FcspIdentity;
  /** The one its owner has confirmed; no other is spoken to. */
  readonly certificate: CertificateFacts;
  /** It is opened with another key than the one that all stations take. */
  readonly hasOwnKey: boolean;
}

const plainSchema = z.object({
  version: z.literal(1),
  address: z.string().transform(parseAddress).pipe(z.custom<FcspAddress>(Boolean)),
  name: line.pipe(z.string().min(1)).optional(),
  stationId: line.pipe(z.string().min(1)),
  stationIdFrom: z.enum([...idFields, 'certificate']),
  ...certificateSchema.shape,
  fingerprint: line.pipe(z.string().min(1)),
  ownKey: z.literal(1).optional(),
});

/** The flat form for the settings file. */
export function plainOf(known: Known): Plain {
  const { address, name, identity, certificate, hasOwnKey } = known;
  return {
    version: 1,
    address: address.label,
    stationId: identity.id,
    stationIdFrom: identity.from,
    fingerprint: certificate.fingerprint,
    subject: certificate.subject,
    validFrom: certificate.validFrom,
    validTo: certificate.validTo,
    ...omitUndefined({ name, key: certificate.key, ownKey: hasOwnKey ? 1 : undefined }),
  };
}

/** What a settings file holds, or undefined when it is nothing that can be gone on with. */
export function knownFrom(plain: Plain | undefined): Known | undefined {
  const read = plainSchema.safeParse(plain);
  if (!read.success) return undefined;
  const { address, name, stationId, stationIdFrom, ownKey, version: _, ...facts } = read.data;
  const certificate = { ...facts, ...omitUndefined({ key: facts.key }) } as CertificateFacts;
  return {
    address,
    identity: { id: stationId, from: stationIdFrom },
    certificate,
    hasOwnKey: ownKey === 1,
    ...omitUndefined({ name }),
  };
}

const secretsSchema = z.object({ version: z.literal(1), key: z.string().refine(isKey) });

/** The opaque text for the keychain; without a key where its owner does not want it kept. */
export function serialized(key: string | undefined): string {
  return JSON.stringify({ version: 1, ...omitUndefined({ key }) });
}

/** The key in a kept text, or undefined when there is none. */
export function deserialized(text: string | undefined): string | undefined {
  const read = secretsSchema.safeParse(jsonOf(text ?? ''));
  return read.success ? read.data.key : undefined;
}
