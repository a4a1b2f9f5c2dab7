import { expect, it } from 'vitest';
import { inChosenZone } from '../../../electron/settings/chosen-zone.ts';
import { defaultFormats } from '../../../shared/domain/app/locales.ts';

let zone: string | undefined;
let computers = 'Europe/Berlin';
const ports = inChosenZone({ zone: () => computers, name: 'others stay' }, () => ({
  formats: { ...defaultFormats, zone },
}));

it.each([
  ['the chosen one', 'Asia/Tokyo', 'Asia/Tokyo'],
  ['the chosen one, under an older name', 'Asia/Calcutta', 'Asia/Calcutta'],
  ['UTC', 'UTC', 'UTC'],
  ['the computer’s, where none is chosen', undefined, 'Europe/Berlin'],
  ['the computer’s, where nobody knows the chosen one', 'Europe/Atlantis', 'Europe/Berlin'],
  ['the computer’s, where it has no name', '', 'Europe/Berlin'],
])('the zone is %s', (_what, chosen, expected) => {
  zone = chosen;
  expect(ports.zone()).toBe(expected);
});

it('the computer’s is asked each time, and the rest stays as it was', () => {
  zone = undefined;
  computers = 'America/New_York';
  expect(ports.zone()).toBe('America/New_York');
  expect(ports.name).toBe('others stay');
});
