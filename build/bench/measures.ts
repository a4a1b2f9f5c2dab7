import { setTimeout } from 'node:timers/promises';
import type { Desktop } from '../desktop/desktop.ts';
import { pressKey } from '../desktop/input.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { effortOf, type Memory, memoryOf, rendererCount, spent } from './processes.ts';
import type { Screen } from './screen.ts';
import { begin, insideWindow, type Running, type Subject } from './subject.ts';

/** Where it is measured. */
export interface Bench {
  readonly desktop: Desktop;
  readonly screen: Screen;
}

/** Milliseconds from the start of an app until its icon is known to the panel. */
export function startToTray(bench: Bench, subject: Subject): Promise<number> {
  return withApp(bench, subject, async (app) => {
    await trayItemOf(bench.desktop, app.pid);
    return app.age();
  });
}

/** Milliseconds from the start of an app until its window shows more than a ground. */
export async function startToWindow(bench: Bench, subject: Subject): Promise<number> {
  await bench.screen.blank(insideWindow);
  return withApp(bench, subject, async (app) => {
    await bench.screen.painted(insideWindow);
    return app.age();
  });
}

export interface Idle extends Memory {
  readonly cpuMs: number;
  readonly switches: number;
}

interface Times {
  readonly settleS: number;
  readonly idleS: number;
}

/** What an app costs that nobody touches. `mark` is called when that time begins and when it ends. */
export function idleCost(
  bench: Bench,
  subject: Subject,
  { settleS, idleS, mark }: Times & { readonly mark?: () => void },
): Promise<Idle> {
  return withApp(bench, subject, async (app) => {
    await trayItemOf(bench.desktop, app.pid);
    await setTimeout(settleS * 1000);
    const memory = await memoryOf(app.pid);
    const before = await effortOf(app.pid);
    mark?.();
    await setTimeout(idleS * 1000);
    mark?.();
    return { ...memory, ...spent(before, await effortOf(app.pid)) };
  });
}

/** Memory of an app that starts with its window. */
export function memoryWithWindow(bench: Bench, subject: Subject, settleS: number): Promise<Memory> {
  return withApp(bench, subject, async (app) => {
    await bench.screen.painted(insideWindow);
    await setTimeout(settleS * 1000);
    return memoryOf(app.pid);
  });
}

export interface WindowCost {
  readonly before: Memory;
  readonly after: Memory;
  readonly renderersLeft: number;
  /** From the press in the menu to content on the screen. */
  readonly openMs: number;
}

/** What is left of a window that was opened from the tray menu and closed again. */
export function windowCost(bench: Bench, subject: Subject, settleS: number): Promise<WindowCost> {
  const { desktop, screen } = bench;
  return withApp(bench, subject, async (app) => {
    const tray = await trayItemOf(desktop, app.pid);
    await setTimeout(settleS * 1000);
    const before = await memoryOf(app.pid);
    const pressedAt = app.age();
    await tray.press(['Open ChargeTray']);
    await screen.painted(insideWindow);
    const openMs = app.age() - pressedAt;
    await setTimeout(2000);
    await pressKey(desktop, 'Escape');
    await screen.blank(insideWindow);
    await setTimeout(settleS * 1000);
    const after = await memoryOf(app.pid);
    return { before, after, openMs, renderersLeft: await rendererCount(app.pid) };
  });
}

async function withApp<T>(
  { desktop }: Bench,
  subject: Subject,
  measure: (app: Running) => Promise<T>,
): Promise<T> {
  const app = begin(subject, desktop);
  try {
    return await measure(app);
  } finally {
    await app.stop();
  }
}
