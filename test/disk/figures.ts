import { appendFileSync } from 'node:fs';

/** Says how much was tried of something, for the page that is made of it. */
export function tried(what: string, times: number): void {
  const file = process.env.DISK_FIGURES;
  if (file) appendFileSync(file, `${JSON.stringify({ what, times })}\n`);
}
