import { net, powerMonitor } from 'electron';
import type { PowerPort } from '../../ports/app-ports.ts';

/** Sleep and wake of the computer. A locked screen is neither: the charger is watched on. */
export const systemPower: PowerPort = {
  onSleep: (heard) => void powerMonitor.on('suspend', heard),
  onWake: (heard) => void powerMonitor.on('resume', heard),
  online: () => net.isOnline(),
};
