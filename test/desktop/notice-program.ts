import { processOf } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { type Part, startPart } from './part.ts';

/** The program that shows notifications, as far as something can be done to it. */
export type NoticeProgram = {
  /** It keeps its name on the bus and does nothing any more. */
  stop(): void;
  goOn(): void;
  /** Gone from one moment to the next; settles once the bus has noticed. */
  kill(): Promise<void>;
};

const name = 'org.freedesktop.Notifications';

/** The one that runs on a desktop now. */
export async function noticeProgramOf({ bus }: Pick<Desktop, 'bus'>): Promise<NoticeProgram> {
  const pid = await processOf(bus, name);
  const signal = (what: NodeJS.Signals) => (): void => void process.kill(pid, what);
  const kill = signal('SIGKILL');
  return {
    stop: signal('SIGSTOP'),
    goOn: signal('SIGCONT'),
    kill() {
      kill();
      return bus.free(name);
    },
  };
}

/** Starts one in place of another that has gone. It reads the same settings. */
export async function startNoticeProgram(desktop: Desktop): Promise<void> {
  const part: Part = await startPart({
    name: 'dunst',
    command: 'dunst',
    args: [],
    env: desktop.env,
    ready: () => desktop.bus.owned(name),
  });
  desktop.onStop(() => part.kill());
}
