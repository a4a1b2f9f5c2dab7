import type { Settings } from '../../shared/domain/app/settings.ts';
import { isZone } from '../../shared/zone-clock.ts';
import type { Ports } from '../ports/app-ports.ts';

type Zone = Ports['zone'];
type Chosen = Pick<Settings, 'formats'>;

/**
 * The same surroundings in the zone that the owner has chosen. The settings are asked each time, so
 * that another choice holds at once for all who tell times and days.
 */
export function inChosenZone<P extends { readonly zone: Zone }>(ports: P, chosen: () => Chosen): P {
  return { ...ports, zone: () => zoneBy(chosen(), ports.zone) };
}

/** IANA name of the zone in the settings; one that this system does not know is the computer's. */
export function zoneBy({ formats: { zone } }: Chosen, ofComputer: Zone): string {
  return zone !== undefined && isZone(zone) ? zone : ofComputer();
}
