import type { Computer } from './computer.ts';
import type { Step } from './steps.ts';
import { settled, type WorldTime } from './time.ts';

type ComputerStep = Extract<
  Step,
  { do: 'dieAtWrite' | 'dieTelling' | 'disk' | 'notices' | 'clock' | 'zone' | 'window' }
>;

/** Something happens to the computer while it is on, and takes no time. */
export async function atComputer(
  computer: Computer,
  time: WorldTime,
  step: ComputerStep,
): Promise<void> {
  switch (step.do) {
    case 'dieAtWrite':
      computer.writesToDeath = { left: step.after, lands: step.lands };
      return;
    case 'dieTelling':
      computer.diesTelling = true;
      return;
    case 'disk':
      computer.diskRefuses = step.refuses;
      return;
    case 'notices':
      computer.noticesThere = step.there;
      if (step.there) computer.desk?.noticesChance();
      return settled();
    case 'clock':
      time.set(step.byMinutes * 60_000);
      return;
    case 'zone':
      computer.zone = step.zone;
      return;
    case 'window':
      computer.desk?.setWindow(step.open);
      return settled();
  }
}
