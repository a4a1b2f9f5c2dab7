import type { Figure } from '../../bench/figures.ts';
import { readOptions } from '../../bench/options.ts';
import type { Run } from '../../bench/report/run.ts';

/** A figure with a floor of 100 and ours of 120, unless told otherwise. */
export function aFigure(told: Partial<Figure> = {}): Figure {
  return {
    id: 'start-to-tray',
    what: 'start to tray item',
    unit: 'ms',
    ours: [120, 118, 130],
    floor: { name: 'bare app with a tray item', values: [100, 99, 104] },
    goals: [],
    ...told,
  };
}

/** One with nothing to be held against. */
export function anAloneFigure(told: Partial<Figure> = {}): Figure {
  const { floor: _, ...alone } = aFigure();
  return { ...alone, ...told };
}

/** A full run with these figures in one chapter, unless told otherwise. */
export function aRun(figures: readonly Figure[], told: Partial<Run> = {}): Run {
  return {
    options: readOptions([]),
    machine: {
      electron: '45.4.1',
      processor: 'Some Processor 9000',
      processors: 2,
      memoryGiB: 7.8,
      system: 'Linux 6.1.0, Debian GNU/Linux 12',
      node: '20.20.2',
      loadBefore: 0.12,
    },
    quiet: { isQuiet: true, busyPercent: 3.4 },
    chapters: [{ title: 'Start', how: 'Each app in turn.', figures }],
    startedAt: Date.UTC(2025, 4, 6, 7, 8),
    tookS: 2460,
    ...told,
  };
}
