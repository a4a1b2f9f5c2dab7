import type { ElectronApplication } from '@playwright/test';

/** What can be leaked on purpose, to see that it is found. */
export const leaks = ['listener', 'timer', 'map'] as const;
export type Leak = (typeof leaks)[number];

export const isLeak = (word: string): word is Leak => leaks.some((one) => one === word);

/** Has the app leave something behind with every window. */
export function plant(electron: ElectronApplication, leak: Leak): Promise<void> {
  return electron.evaluate(({ app }, kind) => {
    const kept = new Map<number, string>();
    app.setMaxListeners(0);
    app.on('browser-window-created', (_event, { id }) => {
      if (kind === 'listener') app.on('gpu-info-update', () => void id);
      else if (kind === 'timer') setInterval(() => id, 2 ** 30);
      else kept.set(id, `${id}`.padEnd(20_000, `${Math.random()}`));
    });
  }, leak);
}
