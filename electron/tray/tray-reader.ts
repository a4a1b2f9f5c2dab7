import type { Reader } from '../charging/reader.ts';
import type { TrayPort } from '../ports/app-ports.ts';
import type { Clock } from '../ports/clock.ts';
import type { TrayView } from '../ports/tray-view.ts';
import { TrayViewComposer } from './tray-view-composer.ts';

/** Shows the state in icon, tooltip and menu; does nothing while none of them would change. */
export function trayReader(tray: Pick<TrayPort, 'show'>, clock: Pick<Clock, 'now'>): Reader {
  const composer = new TrayViewComposer();
  let shown: TrayView | undefined;
  return {
    name: 'tray',
    show(state) {
      const trayView = composer.trayView(state, clock.now());
      if (trayView !== shown) tray.show(trayView);
      shown = trayView;
    },
  };
}
