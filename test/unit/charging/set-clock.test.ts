import { describe, expect, it } from 'vitest';
import { sessionEnergyWh } from '../../../electron/charging/energy-counter.ts';
import { Story } from './story.ts';

const kwh = (n: number) => ({ energyWh: n * 1000 });
const connected = (minutes: number) => ({ durationMs: minutes * 60_000 });
const energies = ({ told }: Story) =>
  told.flatMap((event) => ('session' in event ? [sessionEnergyWh(event.session)] : []));

describe('a session in which the clock of the computer is set', () => {
  const begun = () => new Story().read(0, 'charging', { ...kwh(0.2), ...connected(2) });
  const ended = (story: Story) => story.read(60, 'complete', { ...kwh(6), ...connected(62) });

  it.each([61, 720, -61])('by %d minutes is told once', (byMinutes) => {
    const story = begun()
      .setClock(byMinutes)
      .read(5, 'charging', { ...kwh(0.7), ...connected(7) });
    expect(energies(ended(story))).toEqual([6000]);
  });

  it.each([0, 5])(
    'back before the app was closed keeps its energy, read %d times since',
    (after) => {
      const story = begun().setClock(-180);
      for (let at = 1; at <= after; at += 1) {
        story.read(at, 'charging', { ...kwh(0.2), ...connected(2 + at) });
      }
      story.gap().read(95, 'charging', { ...kwh(6), ...connected(97) });
      story.read(120, 'complete', { ...kwh(8), ...connected(122) });
      expect(energies(story)).toEqual([8000]);
    },
  );

  it('is not one with that of a car that came in a sleep of which no system has told', () => {
    const story = begun()
      .setClock(61)
      .read(5, 'charging', { ...kwh(0.05), ...connected(4) });
    expect(energies(ended(story))).toEqual([200, 6000]);
  });
});
