import { z } from 'zod';
import { instant, required } from '../../../../shared/schema/sound.ts';
import { jsonOf } from '../../kit/json-of.ts';

const heldToken = z.object({
  text: z.string().min(1),
  /** When it came, epoch ms, and how long it lives from then, ms. */
  receivedAt: instant,
  lifeMs: required.durationMs.positive(),
});

const secrets = z.object({
  version: z.literal(1),
  email: z.string().min(1),
  password: z.string().min(1).optional(),
  token: heldToken.optional(),
  refreshToken: z.string().min(1).optional(),
});

export type HeldToken = z.infer<typeof heldToken>;

/** What an account keeps. Whether the password is in it is for the owner to say. */
export type Secrets = Omit<z.infer<typeof secrets>, 'version'>;

/** The opaque text for the keychain. */
export function serialized(kept: Secrets): string {
  return JSON.stringify({ ...kept, version: 1 });
}

/** What a kept text holds, or undefined when it is not ours. */
export function deserialized(text: string): Secrets | undefined {
  const read = secrets.safeParse(jsonOf(text));
  return read.success ? read.data : undefined;
}

/** The credential of a sign-in. UTF-8 first: plain ASCII breaks on accents (HB, PRE). */
export function basicCredential(email: string, password: string): string {
  return Buffer.from(`${email}:${password}`, 'utf8').toString('base64');
}
