import { join } from 'node:path';
import type { Desktop } from '../../test/desktop/desktop.ts';
import { watchNotices } from '../../test/desktop/notices.ts';
import {
  shootNotices,
  shootPanel,
  shootScreen,
  shootWindow,
} from '../../test/desktop/screenshot.ts';
import { closeTrayMenu, openTrayMenu } from '../../test/desktop/tray-hand.ts';
import { trayItemOf } from '../../test/desktop/tray-item.ts';
import type { AppAtHand } from './app-at-hand.ts';
import { inLightAndDark } from './in-light-and-dark.ts';
import { type Night, pictureNight } from './night.ts';
import { pictureHistory } from './picture-history.ts';
import { openCard } from './settle-in.ts';

interface Scene {
  readonly desktop: Desktop;
  readonly app: AppAtHand;
  /** Where the pictures go. */
  readonly folder: string;
  readonly night: Night;
}

/** A charge in the demo takes about two minutes. */
const longestMs = 6 * 60_000;

/**
 * Writes a line for each change of the tray's words and each notification, and takes pictures of
 * window, tray and notification. Settles when the first charge by day was told as complete, and then
 * the one of the night.
 */
export async function tellAndPicture({ desktop, app, folder, night }: Scene): Promise<void> {
  const notices = await watchNotices(desktop);
  const tray = await trayItemOf(desktop, app.pid);
  notices.onNotice(({ summary, body }) => line('notification', `${summary} — ${body}`));
  const stopWatching = await tray.watchTooltip((words) => line('tray', words));
  const page = await app.window();
  await pictureHistory(page, folder);
  await tray.tooltipThat((words) => /Charging .*[5-9][.,]\d\d\skWh/.test(words), longestMs);
  await inLightAndDark(page, join(folder, 'window'));
  await shootWindow(desktop, join(folder, 'window-on-desktop.png'), { title: 'ChargeTray' });
  await shootPanel(desktop, join(folder, 'tray.png'));
  await openTrayMenu(desktop);
  await shootScreen(desktop, join(folder, 'tray-menu.png'));
  await closeTrayMenu(desktop);
  await openCard(page, 'Carport');
  await inLightAndDark(page, join(folder, 'station'));
  await openCard(page, 'Garage');
  await notices.noticeThat(({ summary }) => summary === 'Charging ended · Carport', longestMs);
  await shootNotices(desktop, join(folder, 'notification-station.png'));
  await notices.closeAll();
  await notices.noticeThat(({ summary }) => summary.startsWith('Charge complete'), longestMs);
  await shootNotices(desktop, join(folder, 'notification.png'));
  await shootScreen(desktop, join(folder, 'desktop.png'));
  await pictureNight({ desktop, tray, notices, page, folder, night });
  stopWatching();
}

function line(from: string, words: string): void {
  process.stdout.write(`${from}: ${words.replaceAll('\n', ' | ').replaceAll('\u00a0', ' ')}\n`);
}
