import type { Chapter, Figure, Unit } from '../figures.ts';
import { median } from './median.ts';

/** Kinds of units that are noisy in ways of their own. */
export type UnitKind = 'times' | 'memory' | 'counts';

/** The floor that agreed least with itself. */
export interface Worst {
  readonly figure: Figure;
  readonly ratio: number;
}

/** Fewer values say nothing about each other. */
const fewest = 4;

const kinds: Readonly<Record<Unit, UnitKind>> = {
  ms: 'times',
  MiB: 'memory',
  KiB: 'memory',
  kB: 'counts',
  count: 'counts',
  percent: 'counts',
};

/**
 * The floor against itself: its 1st, 3rd, 5th … value over its 2nd, 4th, 6th …, by medians.
 * 1 is a quiet run; absent where there are too few values.
 */
export function noiseOf({ floor }: Figure): number | undefined {
  const values = floor?.values ?? [];
  if (values.length < fewest) return undefined;
  const odd = median(values.filter((_, index) => index % 2 === 0));
  const even = median(values.filter((_, index) => index % 2 === 1));
  return odd > 0 && even > 0 ? odd / even : undefined;
}

/** The worst of each kind, half counting as far from 1 as double. */
export function worstNoise(
  chapters: readonly Chapter[],
): Readonly<Partial<Record<UnitKind, Worst>>> {
  const worst: Partial<Record<UnitKind, Worst>> = {};
  for (const figure of chapters.flatMap(({ figures }) => figures)) {
    const ratio = noiseOf(figure);
    const kind = kinds[figure.unit];
    if (ratio === undefined || distance(ratio) < distance(worst[kind]?.ratio ?? 1)) continue;
    worst[kind] = { figure, ratio };
  }
  return worst;
}

function distance(ratio: number): number {
  return Math.abs(Math.log(ratio));
}
