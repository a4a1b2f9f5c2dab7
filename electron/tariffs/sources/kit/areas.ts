import type { PriceArea } from '../price-source.ts';

/** The coupled market of Europe has its days by this clock, in Finland and Portugal too. */
export const marketZone = 'Europe/Berlin';

/** Areas of the coupled market by their codes, with blanks between them. */
export function coupledAreas(codes: string): readonly PriceArea[] {
  return codes.split(' ').map((code) => ({ code, zone: marketZone }));
}
