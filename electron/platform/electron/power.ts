import { net, powerMonitor } from 'electron';
import type { PowerShell } from '../../ports/shells.ts';

/** Sleep and wake of the computer. A locked screen is neither: the charger is watched on. */
export const systemPower: PowerShell = {
  onSleep: (heard) => void powerMonitor.on('suspend', heard),
  onWake: (heard) => void powerMonitor.on('resume', heard),
  online: () => net.isOnline(),
};
