import { troubles } from './cloud.ts';
import { dayMs, days, hourMs, minuteMs } from './time.ts';

/** A stretch of the measured days, and how far its busiest moment stands out. */
export interface Peak {
  readonly name: string;
  /** Requests a second: in the busiest one, and what it is compared with. */
  readonly peak: number;
  readonly mean: number;
}

const wakeHours = [6, 7, 8, 12, 13, 15, 16, 17, 18, 19, 21, 22] as const;
/** So long after its end a trouble is still felt. */
const afterMs = 90 * minuteMs;
/** The first minutes find everybody in the place where the simulation has put them. */
const settlesMs = hourMs;

/** Sums of so many seconds each, as requests a second. */
export function rates(counts: Uint32Array, seconds: number): readonly number[] {
  return Array.from({ length: Math.floor(counts.length / seconds) }, (_, place) => {
    let sum = 0;
    for (let at = place * seconds; at < (place + 1) * seconds; at += 1) sum += counts[at] ?? 0;
    return sum / seconds;
  });
}

/**
 * The busiest second of each half hour over the mean of it: where nobody in particular wakes, and where
 * many do. After each trouble the busiest second of an hour and a half over the mean of the half hour before.
 */
export function cloudPeaks(counts: Uint32Array, seconds: number): readonly Peak[] {
  const perSecond = rates(counts, seconds);
  const half = (30 * minuteMs) / 1000 / seconds;
  const of = (from: number, length: number) => perSecond.slice(from, from + length);
  const places = Array.from({ length: (days * dayMs) / (30 * minuteMs) }, (_, place) => place);
  const calm = places.filter((place) => !isTroubled(place * 30 * minuteMs));
  const worst = (name: string, halves: readonly number[]): Peak => {
    const all = halves.map((place) => of(place * half, half));
    const found = all.map((part) => ({ name, peak: Math.max(...part), mean: meanOf(part) }));
    return found.reduce((one, other) => (ratio(other) > ratio(one) ? other : one));
  };
  const isWaking = (place: number) => wakeHours.some((hour) => hour === Math.floor(place / 2) % 24);
  return [
    worst(
      'no hour of waking',
      calm.filter((place) => !isWaking(place)),
    ),
    worst('hours of waking', calm.filter(isWaking)),
    ...troubles.map(({ name, from, until }) => {
      const second = (ms: number) => Math.floor(ms / 1000 / seconds);
      const after = perSecond.slice(second(until), second(until + afterMs));
      return {
        name: `after ${name}`,
        peak: Math.max(...after),
        mean: meanOf(of(second(from) - half, half)),
      };
    }),
  ];
}

export function ratio({ peak, mean }: Peak): number {
  return peak / mean;
}

function isTroubled(from: number): boolean {
  const isFelt = troubles.some(
    (one) => from + 30 * minuteMs > one.from && from < one.until + afterMs,
  );
  return isFelt || from < settlesMs;
}

export function meanOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

/** Of what is asked once a day: the busiest ten minutes over the mean of all. */
export function rarePeak(counts: Uint32Array): Peak {
  const all = rates(counts, 600);
  return { name: 'ten minutes', peak: Math.max(...all), mean: meanOf(all) };
}
