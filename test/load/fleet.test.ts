import { describe, expect, it } from 'vitest';
import { chancesOf } from './chances.ts';
import { type FleetLoad, simulateFleet } from './fleet/fleet.ts';
import { cloudPeaks, rarePeak, ratio } from './fleet/measure.ts';
import { People } from './fleet/people.ts';
import { Polls } from './fleet/polls.ts';
import { realPolls } from './fleet/real-polls.ts';
import { EventClock, hourMs } from './fleet/time.ts';
import { load } from './options.ts';
import { fleetSection } from './report/fleet.ts';
import { writeSection } from './report/section.ts';

/** Of few installations a single second says nothing: chance alone makes it twice the mean. */
const isMany = load.clients >= 500_000;
const seconds = isMany ? 1 : 30;

/** From the first hour on, and where the cloud is in trouble or just out of it. */
const parts = [
  [1, 11],
  [11, 11.5],
  [11.5, 19],
  [19, 19.5],
  [19.5, 21],
  [21, 39],
  [39, 39.5],
  [39.5, 41],
  [41, 48],
] as const;

it('installations are simulated as they are: they ask as often as the app does', async () => {
  const people = new People();
  const clock = new EventClock();
  const simulated: number[] = [];
  const real: number[] = [];
  for (let place = 0; place < 12; place += 1) {
    const client = { ...people.next(chancesOf(place)), chargers: 1 };
    new Polls(client, clock, chancesOf(place + 500), (at) => simulated.push(at)).run();
    real.push(...(await realPolls(client, chancesOf(place + 900))));
  }
  for (const [from, until] of parts) {
    const count = (times: readonly number[]) =>
      times.filter((at) => at >= from * hourMs && at < until * hourMs).length;
    const chance = 4 * Math.sqrt(count(real));
    const off = Math.abs(count(simulated) - count(real));
    expect(off, `${from} to ${until}`).toBeLessThanOrEqual(0.02 * count(real) + chance);
  }
});

describe('all installations together', () => {
  let fleet: FleetLoad;
  it('are simulated', () => {
    fleet = simulateFleet(load.clients, load.seed);
    if (!load.isReport) return;
    const section = fleetSection(fleet, seconds);
    console.log(section);
    writeSection('All installations', section);
  }, 900_000);

  it('never ask the cloud in step', () => {
    const [calm, waking, ...after] = cloudPeaks(fleet.cloud, seconds);
    expect(calm && ratio(calm)).toBeLessThanOrEqual(1.5);
    expect(waking && ratio(waking)).toBeLessThanOrEqual(2.5);
    for (const one of after) expect(ratio(one), one.name).toBeLessThanOrEqual(3);
    expect(after).toHaveLength(3);
  });

  it('ask markets within two hours, and for newer versions over the day', () => {
    expect(ratio(rarePeak(fleet.prices))).toBeLessThanOrEqual(12);
    expect(ratio(rarePeak(fleet.updates))).toBeLessThanOrEqual(isMany ? 3 : 4);
    const [calm] = cloudPeaks(fleet.updates, 600);
    if (isMany) expect(calm && ratio(calm)).toBeLessThanOrEqual(1.5);
  });
});
