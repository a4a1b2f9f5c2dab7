import type { PayloadStyle } from './types.ts';

/** A JSON object on its way out. */
export type Payload = Readonly<Record<string, unknown>>;

/** True when this style is at least as new as `since`. */
export function isSince(style: PayloadStyle | undefined, since: PayloadStyle): boolean {
  return Number(style ?? '2026') >= Number(since);
}

/** Zone-less UTC text, `YYYY-MM-DD HH:MM:SS`, of an epoch in ms. */
export function utcText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** Epoch seconds, whole. */
export function seconds(ms: number): number {
  return Math.floor(ms / 1_000);
}

/** A 26-character identifier in the shape of a ULID; the same number gives the same text. */
export function ulid(kind: string, number: number): string {
  const tail = `${kind}${number.toString(32)}`.toUpperCase().replace(/[^0-9A-Z]/g, '0');
  return `01${tail.padStart(24, '0').slice(-24)}`;
}
