import { setTimeout } from 'node:timers/promises';
import type { Notices } from '../../desktop/notices.ts';
import type { TrayItem } from '../../desktop/tray-item.ts';
import type { WallboxSimulator } from '../../simulators/wallbox/simulator.ts';

/** What a charge is ended with, what is told then, and what it costs to be sure. */
export interface End {
  readonly id: string;
  readonly what: string;
  /** Begins the title of the notice. */
  readonly title: string;
  /** How many looks have to agree. */
  readonly looks: number;
  readonly happens: (box: Box) => void;
}

type Box = ReturnType<WallboxSimulator['charger']>;

export const ends: readonly End[] = [
  {
    id: 'notice-stopped',
    what: 'charge stopped to notification',
    title: 'Charging stopped',
    looks: 1,
    happens: (box) => box.patch({ manual: 'paused' }),
  },
  {
    id: 'notice-complete',
    what: 'car full to notification',
    title: 'Charge complete',
    looks: 2,
    happens(box) {
      const { car } = box.state;
      if (car) box.patch({ car: { ...car, missingWh: 0 } });
    },
  },
];

/** Where charges end and notices appear. */
export interface Watched {
  readonly box: Box;
  readonly tray: TrayItem;
  readonly notices: Notices;
  readonly pollMs: number;
}

const betweenLooksMs = 5;

/** Milliseconds from the end of a charge, at any moment between two looks, to its notice. */
export async function toldAfterMs(end: End, there: Watched): Promise<number> {
  const { box, tray, notices, pollMs } = there;
  await notices.closeAll();
  const before = notices.seen().length;
  box.plugIn({ wantsWh: 500_000, phases: 1 });
  await tray.tooltipThat((words) => words.includes('Charging'));
  await setTimeout(Math.random() * pollMs);
  const endedAt = performance.now();
  end.happens(box);
  await shown(notices);
  const tookMs = performance.now() - endedAt;
  const told = notices.seen().slice(before);
  if (told.length !== 1 || !told[0]?.summary.startsWith(end.title)) {
    throw new Error(`Told instead: ${told.map(({ summary }) => summary).join(', ')}`);
  }
  box.unplug();
  await tray.tooltipThat((words) => words.endsWith('Ready'));
  return tookMs;
}

/** Settles when the notification program has one on the screen. */
async function shown(notices: Notices): Promise<void> {
  while ((await notices.displayed()) === 0) await setTimeout(betweenLooksMs);
}
