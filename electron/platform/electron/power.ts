import { net, powerMonitor, powerSaveBlocker } from 'electron';
import type { PowerPort } from '../../ports/app-ports.ts';

/** Sleep and wake of the computer. A locked screen is neither: the charger is watched on. */
export function systemPower(): PowerPort {
  let blocker: number | undefined;
  return {
    onSleep: (heard) => void powerMonitor.on('suspend', heard),
    onWake: (heard) => void powerMonitor.on('resume', heard),
    online: () => net.isOnline(),
    keepAwake(on) {
      if (on) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
      else if (blocker !== undefined) {
        powerSaveBlocker.stop(blocker);
        blocker = undefined;
      }
    },
    onMains: () => !powerMonitor.isOnBatteryPower(),
    onMainsChange(heard) {
      powerMonitor.on('on-ac', heard);
      powerMonitor.on('on-battery', heard);
    },
  };
}
